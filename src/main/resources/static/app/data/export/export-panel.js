// A layer as a file: format, reference system, encoding, extent, fields. A small one comes at once, a large one as a job.

import { number, pick, t } from '../../i18n.js';
import { button, check, explain, field, h, note, segments, select, show } from '../../ui/index.js';
import { download } from '../jobs/results.js';
import { failureText } from '../jobs/words.js';
import { jobWork } from '../jobs/work.js';
import '../texts.js';
import { DIRECT, directAddress, exportBody, firstChoice, FORMATS, hasAliases, hasEncoding, isInDegrees } from './export-form.js';
import { referenceSystems, SHIFTED } from './reference-systems.js';

/** @param conditions () => {filter, bbox} of what is wanted, and count() of it; without them a choice of extent is offered */
export function exportPanel(host, app, layer, { conditions = null, count: counted = () => layer.count } = {}) {
  const choice = firstChoice(layer);
  const fields = layer.fields ?? [];
  const chosen = new Set(fields.map((it) => it.name));
  const set = (part) => { Object.assign(choice, part); draw(); };
  const said = h('div', { 'aria-live': 'polite' });
  const warning = h('div');
  let work = null;

  const formats = layer.geometry === 'none' ? ['csv', 'geopackage'] : FORMATS;
  const format = field(t('data.format'), select(formats.map((value) => ({ value, text: t(`data.format.${value}`) })), { value: choice.f, name: 'format', onChange: (f) => { set({ f }); drawSystems(); } }));
  const hint = h('p', { class: 'fine' });
  const systems = h('div');
  const encoding = h('div', { class: 'field' }, h('span', { class: 'label', text: t('data.exportEncoding') }),
    segments(['UTF-8', 'GBK'].map((value) => ({ value, text: value })), { value: choice.encoding, label: t('data.exportEncoding'), onChange: (value) => set({ encoding: value }) }));
  const scope = h('div', { class: 'field' }, h('span', { class: 'label', text: t('data.exportScope') }),
    segments(['all', 'view'].map((value) => ({ value, text: t(`data.exportScope.${value}`) })), { value: 'all', label: t('data.exportScope'), onChange: (value) => set({ scope: value }) }));
  const count = h('span', { class: 'fine number' });
  const which = h('details', { class: 'data-fold' }, h('summary', {}, t('data.exportFields'), ' ', count),
    h('div', { class: 'row' }, button({ text: t('data.allFields'), kind: 'plain', small: true, onClick: () => mark(true) }), button({ text: t('data.noFields'), kind: 'plain', small: true, onClick: () => mark(false) })),
    h('div', { class: 'data-checks' }, fields.map((it) => check(`${pick(it.alias) || it.name}`, { checked: true, name: it.name, onChange: (on) => { on ? chosen.add(it.name) : chosen.delete(it.name); draw(); } }))));
  const aliases = check(t('data.aliases'), { onChange: (on) => set({ aliases: on }) });
  const labels = check(t('data.labels'), { onChange: (on) => set({ labels: on }) });
  const now = h('a', { class: 'button primary', download: '', text: t('data.downloadNow') });
  const later = button({ text: t('data.asJob'), onClick: start });

  host.replaceChildren(h('div', { class: 'stack data-export' }, format, hint, layer.geometry !== 'none' && systems, warning, encoding, layer.geometry !== 'none' && !conditions && scope, fields.length > 0 && which, h('div', {}, aliases, fields.some((it) => it.codes) && labels), h('div', { class: 'row data-foot' }, now, app.user && later), said));

  function drawSystems() {
    const options = referenceSystems(layer, isInDegrees(choice));
    if (!options.some((it) => it.value === choice.crs)) set({ crs: '' });
    show(systems, field(t('data.exportCrs'), select(options, { value: choice.crs, name: 'crs', onChange: (value) => set({ crs: value }) })));
  }

  function mark(on) {
    for (const box of which.querySelectorAll('input')) {
      box.checked = on;
      on ? chosen.add(box.name) : chosen.delete(box.name);
    }
    draw();
  }

  function draw() {
    choice.properties = chosen.size === fields.length ? null : fields.map((it) => it.name).filter((name) => chosen.has(name));
    hint.textContent = t(`data.format.${choice.f}.text`);
    encoding.hidden = !hasEncoding(choice);
    aliases.hidden = !hasAliases(choice);
    count.textContent = t('data.countOf', { n: number(chosen.size), of: number(fields.length) });
    show(warning, SHIFTED.includes(choice.crs) && note(t('data.shiftWarning'), 'warning'), choice.f === 'shapefile' && choice.encoding === 'GBK' && note(t('data.gbkHint'), 'info'));
    // Only who is signed in has jobs.
    const large = app.user && counted() > DIRECT && choice.scope === 'all';
    now.href = directAddress(layer, choice, app.map.view().box, conditions?.());
    now.classList.toggle('primary', !large);
    later.classList.toggle('primary', large);
  }

  async function start() {
    later.disabled = true;
    work?.stop();
    try {
      const { job } = await app.api.post('/api/exports', exportBody(layer, choice, app.map.view().box, conditions?.()));
      work = jobWork(app, job.id ?? job, { title: t('data.exporting'), onEnd: ended });
      show(said, work.element);
    } catch (failure) {
      const { title, text } = explain(failure);
      show(said, note([title, text].filter(Boolean).join(' '), 'error'));
    } finally {
      later.disabled = false;
    }
  }

  function ended(job) {
    if (job.state !== 'done') return show(said, note(job.state === 'cancelled' ? t('data.exportCancelled') : failureText(job), job.state === 'cancelled' ? 'info' : 'error'));
    show(said, h('div', { class: 'stack' }, note(t('data.exported'), 'success'), (job.result.notes ?? []).map((it) => note(pick(it), 'info')), h('div', {}, download(job))));
    said.querySelector('a')?.focus({ preventScroll: true });
  }

  const off = app.map.onMoveEnd(() => choice.scope === 'view' && draw());
  drawSystems();
  draw();
  return {
    /** The conditions are others. */
    refresh: draw,
    stop() {
      off();
      work?.stop();
    },
  };
}
