// The work of the server for this person, newest first: live while it goes on, with its result when it is done.

import { t } from '../../i18n.js';
import { button, check, empty, failed, h, select, show, skeleton } from '../../ui/index.js';
import { jobCard } from './job-card.js';

const PAGE = 30;
const STATES = ['', 'running', 'queued', 'done', 'failed', 'cancelled'];

export function openJobs(host, app, go) {
  const list = h('ul', { class: 'cards' });
  const rest = h('div');
  const run = app.api.latest();
  let state = '';
  let all = false;
  let cards = [];

  const filter = select(STATES.map((value) => ({ value, text: t(value ? `data.state.${value}` : 'data.state.all') })), { value: state, 'aria-label': t('data.stateFilter'), onChange: (value) => { state = value; open(); } });
  host.replaceChildren(h('div', { class: 'stack' },
    h('div', { class: 'row spread' }, h('div', { class: 'grow' }, filter), button({ text: t('data.renew'), icon: 'refresh', small: true, onClick: open })),
    app.session.has('administrator') && check(t('data.allJobs'), { checked: all, onChange: (value) => { all = value; open(); } }),
    list, rest));

  async function open() {
    stop();
    show(list);
    await more(null);
  }

  async function more(before) {
    const wait = setTimeout(() => show(rest, skeleton(6)), 100);
    try {
      const answer = await run((signal) => app.api.get('/api/jobs', { params: { state, limit: PAGE, before, all: all || null }, signal }));
      if (!answer) return;
      clearTimeout(wait);
      show(rest);
      add(answer.jobs, before);
    } catch (failure) {
      clearTimeout(wait);
      show(rest, failed(failure, () => more(before)));
    }
  }

  function add(jobs, before) {
    if (jobs.length === 0 && !before) return show(rest, empty({ icon: 'clock', title: t(state ? 'data.noJobs.state' : 'data.noJobs'), text: t('data.noJobs.text') }));
    for (const job of jobs) {
      const card = jobCard(app, job, { go, onNew: open });
      cards.push(card);
      list.append(card.element);
    }
    if (jobs.length === PAGE) show(rest, button({ text: t('data.older'), wide: true, onClick: () => more(jobs.at(-1).id) }));
  }

  function stop() {
    run.abort();
    cards.forEach((card) => card.stop());
    cards = [];
  }

  open();
  return { stop };
}
