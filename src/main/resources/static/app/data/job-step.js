// A publication at work: how far it is, how to stop it, and where to go when it is done.

import { number, pick, t } from '../i18n.js';
import { button, empty, explain, failed, h, note, progress } from '../ui/index.js';

const POLL = 500;
/** After this many milliseconds without an end the person may give up. */
const PATIENCE = 3_000;

export function jobStep(app, id, { onAgain, onMap }) {
  const cancel = button({ text: t('action.cancel'), small: true, hidden: true, onClick: stopJob });
  const bar = progress(t('data.publishing'));
  const element = h('div', { class: 'stack', 'aria-live': 'polite' }, bar, h('div', {}, cancel));
  const began = Date.now();
  let timer = 0;
  let stopped = false;

  async function look() {
    try {
      const job = await app.api.get(`/api/jobs/${encodeURIComponent(id)}`);
      if (stopped) return;
      if (job.state === 'done') return await done(job);
      if (job.state === 'failed' || job.state === 'cancelled') return end(job);
      bar.set(job.done, job.total, progressText(job));
      cancel.hidden = Date.now() - began < PATIENCE;
      timer = setTimeout(look, POLL);
    } catch (failure) {
      if (!stopped) element.replaceChildren(failed(failure, () => { element.replaceChildren(bar, cancel); look(); }), again());
    }
  }

  const progressText = (job) => [pick(job.message) || t('data.publishing'), job.total > 0 && t('data.of', { done: number(job.done), total: number(job.total) })].filter(Boolean).join(' ');
  const again = () => h('div', {}, button({ text: t('data.again'), icon: 'upload', onClick: onAgain }));

  async function done(job) {
    const layer = job.result?.layer;
    await app.layers.reload();
    const open = button({ text: t('data.openOnMap'), icon: 'map', kind: 'primary', onClick: () => showOnMap(layer) });
    element.replaceChildren(
      empty({ icon: 'check', title: t('data.done'), text: t('data.doneText', { layer: app.layers.title(layer), version: job.result?.version ?? 1 }), action: open }),
      again());
    open.focus();
  }

  function end(job) {
    const problem = job.problem;
    const text = pick(problem?.detail);
    element.replaceChildren(job.state === 'cancelled' ? note(t('data.cancelled'), 'info') : note(`${t('data.failed')} ${text || pick(job.message)}`, 'error'), h('p', { class: 'fine', text: t('data.nothingPublished') }), again());
  }

  async function showOnMap(layer) {
    onMap();
    await app.map.refreshLayer(layer);
    app.layers.set(layer, { visible: true });
    const { bbox } = app.layers.get(layer);
    if (bbox) app.map.fitBox(bbox);
    app.panel.height('peek');
  }

  async function stopJob() {
    cancel.disabled = true;
    await app.api.delete(`/api/jobs/${encodeURIComponent(id)}`).catch((failure) => app.notify(explain(failure).title, 'error'));
    cancel.disabled = false;
  }

  look();
  return {
    element,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
