// From a file to a layer: choose, check, decide where it goes, review, done. Where one stands is in the address.

import { t } from '../i18n.js';
import { explain, failed, h, note, show, skeleton } from '../ui/index.js';
import { draftOf, dropDraft } from './draft.js';
import { jobWork } from './jobs/work.js';
import { reportStep } from './report/report-step.js';
import { doneStep, endStep } from './target/done-step.js';
import { reviewStep } from './target/review-step.js';
import { targetStep } from './target/target-step.js';
import { refusal } from './refusal.js';
import { fileStep } from './upload/file-step.js';

const STEPS = ['file', 'report', 'target', 'review', 'done'];

export function openWizard(host, app, { onVersions }) {
  const line = h('ol', { class: 'data-steps', 'aria-label': t('data.steps') }, STEPS.map((step, i) => h('li', { dataset: { step } }, h('span', { class: 'number', text: i + 1 }), t(`data.step.${step}`))));
  const body = h('div', { class: 'stack data-step', tabIndex: -1 });
  let step = null;
  let stopped = false;
  host.replaceChildren(h('div', { class: 'stack loose' }, line, body));

  function go(name, view) {
    if (stopped) return view.stop?.();
    step?.stop?.();
    step = view;
    for (const item of line.children) {
      item.classList.toggle('is-done', STEPS.indexOf(item.dataset.step) < STEPS.indexOf(name));
      if (item.dataset.step === name) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    }
    show(body, view.element);
    app.panel.body.scrollTop = 0;
    if (view.focus) view.focus();
    // What had the focus is gone: who goes by keyboard begins at the top of the new step.
    else if (document.activeElement === document.body) body.focus({ preventScroll: true });
  }

  const at = (imported, job = null) => app.state.set({ 'data.import': imported, 'data.job': job });

  function choose() {
    at(null);
    clearMap();
    go('file', fileStep(app, { onImport: ({ id, job }) => { at(id); check(id, job.id ?? job); } }));
  }

  /** The server reads and checks; then the report is there. */
  function check(id, job) {
    go('report', jobWork(app, job, { title: t('data.reading'), onEnd: (ended) => (ended.state === 'cancelled' ? discard(id) : open(id)) }));
  }

  async function open(id) {
    show(body, skeleton(8));
    try {
      const imported = await app.api.get(`/api/imports/${encodeURIComponent(id)}`);
      if (!stopped) route(imported);
    } catch (failure) {
      if (stopped) return;
      if (failure.status === 404) {
        choose();
        return body.prepend(note(t('data.importGone'), 'warning'));
      }
      show(body, failed(failure, () => open(id)));
    }
  }

  function route(imported) {
    at(imported.id);
    const job = imported.job?.id ?? imported.job;
    if (imported.state === 'checking' && job) return check(imported.id, job);
    if ((imported.state === 'publishing' || imported.state === 'staged') && job) return publish(imported.id, job);
    if (imported.state === 'refused' || !imported.report) return go('report', refusal(app, imported, { onAgain: () => discard(imported.id) }));
    report(imported);
  }

  function report(imported) {
    const draft = draftOf(imported.id);
    go('report', reportStep(app, imported, draft, { onNext: (dataset, choice) => target(imported, draft, { dataset, choice }), onDiscard: () => discard(imported.id), onRenew: () => open(imported.id) }));
  }

  function target(imported, draft, chosen) {
    go('target', targetStep(app, imported, draft, chosen, { onBack: () => report(imported), onJob: (job) => publish(imported.id, job) }));
  }

  function publish(id, job) {
    at(id, job);
    go('review', jobWork(app, job, { title: t('data.publishing'), onEnd: (ended) => published(id, ended) }));
  }

  async function published(id, job) {
    if (job.state !== 'done') return go('review', endStep(job, id, { onBack: id && (() => open(id)), onAgain: choose, onRetry: () => retry(id, job) }));
    if (job.result?.staged && id) return go('review', reviewStep(app, id, job.result, { onDone: (result) => done(id, result), onBack: () => { at(id); open(id); } }));
    await done(id, job.result ?? {});
  }

  async function retry(id, job) {
    try {
      publish(id, (await app.api.post(`/api/jobs/${encodeURIComponent(job.id)}/retry`, {})).id);
    } catch (failure) {
      app.notify(explain(failure).text ?? explain(failure).title, 'error');
    }
  }

  async function done(id, result) {
    dropDraft();
    await app.layers.reload();
    go('done', doneStep(app, result, { imported: id, onAgain: choose, onVersions }));
  }

  async function discard(id) {
    dropDraft();
    choose();
    // What is left behind is swept by the server; the person need not wait for it.
    await app.api.delete(`/api/imports/${encodeURIComponent(id)}`).catch((failure) => console.warn(failure));
  }

  function clearMap() {
    app.map.overlay('data').clear();
    app.map.overlay('data-marks').clear();
  }

  const [id, job] = [app.state.get('data.import'), app.state.get('data.job')];
  if (job) publish(id, job);
  else if (id) open(id);
  else choose();
  return {
    stop() {
      stopped = true;
      step?.stop?.();
      clearMap();
    },
  };
}
