// Two versions held against each other: which, by what, and the job that finds out.

import { pick, t } from '../../i18n.js';
import { button, explain, field, h, note, select, show } from '../../ui/index.js';
import { jobWork } from '../jobs/work.js';
import { failureText } from '../jobs/words.js';
import { comparisonView } from './comparison-view.js';

export function comparing(app, layer, versions) {
  const current = versions.find((it) => it.current) ?? versions[0];
  const before = versions.filter((it) => it.version < current?.version).sort((a, b) => b.version - a.version)[0] ?? versions.find((it) => it !== current);
  const asked = { from: before?.version, to: current?.version, classes: (layer.fields ?? []).find((it) => it.codes)?.name ?? '' };
  const body = h('div');
  const element = h('section', { class: 'stack', 'aria-label': t('data.compare') }, h('h3', { text: t('data.compare') }));
  let view = null;
  if (versions.length < 2) {
    element.append(h('p', { class: 'fine', text: t('data.compareOne') }));
    return { element, stop: () => {} };
  }

  const options = versions.map((it) => ({ value: it.version, text: t('data.version', { n: it.version }) }));
  const choose = (name) => select(options, { value: asked[name], name, onChange: (value) => (asked[name] = Number(value)) });
  const classes = (layer.fields ?? []).filter((it) => it.codes);
  const start = button({ text: t('data.compareStart'), icon: 'chart', onClick: run });
  element.append(
    h('div', { class: 'two' }, field(t('data.from'), choose('from')), field(t('data.to'), choose('to'))),
    layer.geometry === 'polygon' && classes.length > 0 ? field(t('data.classes'), select(classes.map((it) => ({ value: it.name, text: `${pick(it.alias) || it.name} (${it.name})` })), { value: asked.classes, name: 'classes', onChange: (value) => (asked.classes = value) }), { hint: t('data.classesHint') }) : '',
    h('div', {}, start), body);

  async function run() {
    if (asked.from === asked.to) return put({ element: note(t('data.compareSame'), 'warning') });
    start.disabled = true;
    try {
      const { job } = await app.api.post(`/api/layers/${encodeURIComponent(layer.id)}/comparisons`, { from: asked.from, to: asked.to, key: null, classes: asked.classes || null });
      follow(job.id ?? job);
    } catch (failure) {
      const { title, text } = explain(failure);
      put({ element: note([title, text].filter(Boolean).join(' '), 'error') });
    } finally {
      start.disabled = false;
    }
  }

  function follow(job) {
    app.state.set({ 'data.compare': job });
    put(jobWork(app, job, { title: t('data.comparing'), onEnd: ended }));
  }

  function ended(job) {
    if (job.state === 'done') return put(comparisonView(app, layer, job));
    put({ element: note(job.state === 'cancelled' ? t('data.compareCancelled') : failureText(job), job.state === 'cancelled' ? 'info' : 'error') });
  }

  function put(next) {
    view?.stop?.();
    view = next;
    show(body, view.element);
    element.scrollIntoView({ block: 'nearest' });
  }

  const known = app.state.get('data.compare');
  if (known) follow(known);
  return {
    element,
    stop() {
      view?.stop?.();
      view = null;
    },
  };
}
