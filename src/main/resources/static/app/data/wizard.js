// From a file to a layer in four steps: choose, check, publish, see. Where one stands is in the address.

import { t } from '../i18n.js';
import { failed, h, skeleton } from '../ui/index.js';
import { dropDraft } from './draft.js';
import { createExtent } from './extent.js';
import { fileStep } from './file-step.js';
import { jobStep } from './job-step.js';
import { publishStep } from './publish-step.js';
import { reportStep } from './report-step.js';

const STEPS = ['file', 'report', 'publish', 'job'];

export function openWizard(host, app) {
  const extent = createExtent(app);
  const line = h('ol', { class: 'data-steps', 'aria-label': t('data.steps') }, STEPS.map((step, i) => h('li', { dataset: { step } }, h('span', { class: 'number', text: i + 1 }), t(`data.step.${step}`))));
  const body = h('div');
  let step = null;
  let stopped = false;
  host.replaceChildren(h('div', { class: 'stack loose' }, line, body));

  function go(name, view) {
    if (stopped) return;
    step?.stop?.();
    step = view;
    for (const item of line.children) {
      item.classList.toggle('is-done', STEPS.indexOf(item.dataset.step) < STEPS.indexOf(name));
      if (item.dataset.step === name) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    }
    body.replaceChildren(view.element);
    view.focus?.();
  }

  function choose() {
    app.state.set({ 'data.import': null, 'data.job': null });
    extent.clear();
    go('file', fileStep(app, { onReport: check }));
  }

  function check(imported) {
    app.state.set({ 'data.import': imported.id });
    go('report', reportStep(app, imported, { extent, onNext: (choice) => publish(imported, choice), onDiscard: () => discard(imported) }));
  }

  function publish(imported, choice) {
    go('publish', publishStep(app, imported, choice, { onBack: () => check(imported), onJob: run }));
  }

  function run(job) {
    app.state.set({ 'data.import': null, 'data.job': job });
    dropDraft();
    go('job', jobStep(app, job, { onAgain: choose, onMap: extent.clear }));
  }

  async function discard({ id }) {
    dropDraft();
    choose();
    // What is left behind is swept by the server; the person need not wait for it.
    await app.api.delete(`/api/imports/${id}`).catch((failure) => console.warn(failure));
  }

  async function resume() {
    const job = app.state.get('data.job');
    if (job) return run(job);
    const id = app.state.get('data.import');
    if (!id) return choose();
    body.replaceChildren(skeleton(8));
    try {
      check(await app.api.get(`/api/imports/${encodeURIComponent(id)}`));
    } catch (failure) {
      if (failure.status === 404) return choose();
      body.replaceChildren(failed(failure, resume));
    }
  }

  resume();
  return {
    stop() {
      stopped = true;
      step?.stop?.();
      extent.clear();
    },
  };
}
