// One job in the list: what it is about, how it stands, and what can be done with it.

import { dateTime, t } from '../../i18n.js';
import { badge, button, explain, h, note, progress, show } from '../../ui/index.js';
import { followJob, hasEnded } from './follow.js';
import { failureText, kindOf, progressText, signalOf, stageOf, stateOf, took } from './words.js';
import { resultLinks } from './results.js';

export function jobCard(app, first, { go, onNew }) {
  const head = h('div', { class: 'row spread tight' });
  const facts = h('p', { class: 'fine number' });
  const bar = progress(kindOf(first));
  const end = h('div', { class: 'stack' });
  const actions = h('div', { class: 'row' });
  const element = h('li', { class: 'card data-job', dataset: { job: first.id } }, head, facts, bar, end, actions);
  const path = `/api/jobs/${encodeURIComponent(first.id)}`;
  let state = null;

  function draw(job) {
    const running = !hasEnded(job);
    facts.textContent = [job.subject, job.created_at && dateTime(job.created_at), took(job) && t('data.took', { time: took(job) }), job.attempt > 1 && t('data.attempt', { n: job.attempt }), job.retry_of && t('data.retried')].filter(Boolean).join(' · ');
    bar.hidden = !running;
    if (running) bar.set(job.done, job.total, [stageOf(job), progressText(job)].filter(Boolean).join(' ') || stateOf(job));
    if (job.state === state) return;
    state = job.state;
    show(head, h('strong', { class: 'grow', text: kindOf(job) }), badge(stateOf(job), signalOf(job)));
    show(end, job.state === 'failed' && note(failureText(job), 'error'));
    show(actions,
      running && button({ text: t('action.cancel'), small: true, onClick: (event) => call(event.target, () => app.api.delete(path)) }),
      !running && job.retryable && button({ text: t('action.retry'), icon: 'refresh', small: true, onClick: (event) => call(event.target, () => app.api.post(`${path}/retry`, {}), onNew) }),
      job.state === 'done' && resultLinks(app, job, go));
  }

  async function call(pressed, ask, then = () => {}) {
    pressed.disabled = true;
    try {
      await ask();
      then();
    } catch (failure) {
      pressed.disabled = false;
      const { title, text } = explain(failure);
      show(end, note([title, text].filter(Boolean).join(' '), 'error'));
    }
  }

  draw(first);
  const stop = hasEnded(first) ? () => {} : followJob(app, first.id, { onChange: draw });
  return { element, stop };
}
