import * as L from '../lib.js';
import { t } from '../i18n.js';
import { button, h } from '../ui/index.js';

/** The line over the map while something is drawn: what to do, what it measures, and the ways out. */
export function createDrawBar(host, kind, { many, onFinish, onUndo, onCancel }) {
  const measure = h('span', { class: 'number' });
  const finish = button({ text: t('action.finish'), kind: 'primary', small: true, onClick: onFinish, hidden: !many, disabled: true });
  const undo = button({ text: t('draw.undo'), icon: 'undo', small: true, onClick: onUndo, hidden: true });
  const bar = h(
    'div',
    { class: 'draw-bar', role: 'group', 'aria-label': t(`draw.${kind}`) },
    h('span', { text: t(`draw.${kind}`) }),
    measure,
    undo,
    finish,
    button({ text: t('action.cancel'), small: true, onClick: onCancel }),
  );
  L.DomEvent.disableClickPropagation(bar);
  L.DomEvent.on(bar, 'mousemove', L.DomEvent.stopPropagation);
  host.append(bar);
  return {
    tell(text, points, least) {
      measure.textContent = text;
      finish.disabled = points < least;
      undo.hidden = points === 0;
    },
    remove: () => bar.remove(),
  };
}
