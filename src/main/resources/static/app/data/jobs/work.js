// A job at work: its stages as a list, a bar for the one at hand, and after a while the way to stop it.

import { number, pick, t } from '../../i18n.js';
import { announce, button, explain, failed, h, icon, note, progress, show } from '../../ui/index.js';
import { followJob, hasEnded } from './follow.js';
import { progressText, took } from './words.js';

/** After this many milliseconds without an end the person may give up. */
const PATIENCE = 3_000;

/** onEnd(job) when it is done, failed or cancelled. */
export function jobWork(app, id, { title, onEnd }) {
  const bar = progress(title);
  const stages = h('ol', { class: 'data-stages', 'aria-label': t('data.stages') });
  const time = h('span', { class: 'fine number' });
  const cancel = button({ text: t('action.cancel'), small: true, hidden: true, onClick: give });
  const said = h('div');
  const element = h('div', { class: 'stack data-work' }, h('h2', { text: title }), stages, bar, h('div', { class: 'row spread' }, time, cancel), said);
  const began = Date.now();
  const patience = setTimeout(() => (cancel.hidden = false), PATIENCE);
  const names = new Map();
  let last = null;
  let heard = '';

  const clock = setInterval(() => (time.textContent = last ? t('data.running', { time: took({ ...last, started_at: last.started_at ?? new Date(began).toISOString() }) }) : ''), 1_000);
  const stop = followJob(app, id, { onChange: take, onLost: lost });

  function take(job) {
    last = job;
    show(said);
    if (hasEnded(job)) {
      end();
      return onEnd(job);
    }
    draw(job);
    bar.set(job.done, job.total, progressText(job) || title);
  }

  /** Stages that were seen keep their names; those to come are numbers. */
  function draw({ stage, state }) {
    if (state === 'queued') return show(stages, h('li', { class: 'is-now' }, icon('clock', 'small'), h('span', { text: t('data.queued') })));
    if (!stage) return show(stages);
    names.set(stage.index, pick(stage.name));
    if (heard !== pick(stage.name)) announce((heard = pick(stage.name)));
    show(stages, Array.from({ length: stage.of }, (_, i) => i + 1).map((index) => {
      const at = index < stage.index ? 'done' : index === stage.index ? 'now' : 'next';
      return h('li', { class: `is-${at}`, 'aria-current': at === 'now' ? 'step' : null },
        at === 'done' ? icon('check', 'small') : h('span', { class: 'data-dot', 'aria-hidden': 'true' }),
        h('span', { text: names.get(index) ?? t('data.stageOf', { n: number(index), of: number(stage.of) }) }),
        at === 'done' && h('span', { class: 'visually-hidden', text: t('data.stageDone') }));
    }));
  }

  function lost(failure) {
    if (failure.status === 0 || failure.status >= 500) return show(said, note(t('data.jobLost'), 'warning'));
    end();
    show(element, failed(failure));
  }

  async function give() {
    cancel.disabled = true;
    try {
      await app.api.delete(`/api/jobs/${encodeURIComponent(id)}`);
      show(said, h('p', { class: 'fine', role: 'status', text: t('data.cancelling') }));
    } catch (failure) {
      app.notify(explain(failure).title, 'error');
      cancel.disabled = false;
    }
  }

  function end() {
    clearTimeout(patience);
    clearInterval(clock);
    stop();
  }

  return { element, stop: end };
}
