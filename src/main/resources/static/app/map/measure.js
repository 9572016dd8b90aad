import { onLang, t } from '../i18n.js';
import { button, h, iconButton, show } from '../ui/index.js';
import { measured } from './draw.js';

/** Measuring lengths and areas by hand: drawn, told, and kept on the map until closed. */
export function createMeasure(app, stage) {
  const { map } = app;
  const shape = map.overlay('measure');
  const bar = h('div', { class: 'draw-bar', role: 'status', hidden: true });
  stage.append(bar);
  let kind = null;
  let found = null;

  async function run(next) {
    close();
    kind = next;
    found = await map.draw(next);
    if (!found) return close();
    shape.setFeatures({ type: 'Feature', id: 'measure', properties: {}, geometry: found });
    tell();
  }

  function tell() {
    const positions = kind === 'line' ? found.coordinates : found.coordinates[0].slice(0, -1);
    const other = kind === 'line' ? 'polygon' : 'line';
    show(
      bar,
      h('span', { text: t(`measure.${kind}`) }),
      h('strong', { class: 'number', text: measured(kind, positions) }),
      button({ text: t(`measure.${other}.start`), small: true, onClick: () => run(other) }),
      iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: close }),
    );
    bar.hidden = false;
  }

  function close() {
    found = null;
    bar.hidden = true;
    shape.clear();
  }

  onLang(() => found && tell());
  return { start: () => run('line') };
}
