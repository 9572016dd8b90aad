// An upload at work, as its person sees it: bytes, speed, time left; pause, continue, give up.

import { t } from '../../i18n.js';
import { announce, button, h, icon, show } from '../../ui/index.js';
import { bytes } from './files.js';
import { duration } from './speed.js';

export function sendingView(sending, { onEnd }) {
  const { names, size } = sending;
  const name = names.length === 1 ? names[0] : t('data.filesCount', { name: names[0], n: names.length });
  const bar = h('progress', { max: 1, 'aria-label': t('data.sending', { name }) });
  const share = h('strong', { class: 'number' });
  const facts = h('span', { class: 'fine number' });
  const state = h('p', { class: 'fine', role: 'status' });
  const hold = button({ text: t('data.pause'), small: true, onClick: () => (sending.phase === 'paused' ? sending.resume() : sending.pause()) });
  const giveUp = button({ text: t('action.cancel'), small: true, onClick: sending.cancel });
  const now = h('span', { text: '' });
  const tryNow = button({ text: t('data.tryNow'), kind: 'plain', small: true, onClick: sending.tryNow });
  state.append(now, tryNow);
  const element = h('section', { class: 'progress data-sending', 'aria-label': t('data.sending', { name }) },
    h('div', { class: 'row tight' }, icon('file', 'small'), h('strong', { class: 'grow data-name', text: name }), share),
    bar, facts, state, h('div', { class: 'row' }, hold, giveUp));
  let phase = null;

  function draw() {
    const { sent, rate } = sending;
    bar.value = size > 0 ? Math.min(1, sent / size) : 1;
    share.textContent = `${Math.floor(100 * bar.value)}%`;
    facts.textContent = [
      t('data.of', { done: bytes(sent), total: bytes(size) }),
      rate > 0 && t('data.perSecond', { size: bytes(rate) }),
      rate > 0 && sent < size && t('data.left', { time: duration((size - sent) / rate) }),
    ].filter(Boolean).join(' · ');
    if (sending.phase === 'waiting') now.textContent = t('data.lost', { n: sending.seconds });
    if (sending.phase !== phase) turn((phase = sending.phase));
  }

  function turn(to) {
    element.classList.toggle('is-waiting', to === 'waiting' || to === 'paused');
    tryNow.hidden = to !== 'waiting';
    if (to !== 'waiting') now.textContent = to === 'paused' ? t('data.paused') : to === 'starting' ? t('data.starting') : '';
    show(hold, icon(to === 'paused' ? 'play' : 'pause', 'small'), t(to === 'paused' ? 'data.continue' : 'data.pause'));
    hold.disabled = giveUp.disabled = to === 'starting' || to === 'done';
    if (to === 'starting') announce(t('data.sent', { name }));
    if (['done', 'failed', 'cancelled'].includes(to)) onEnd(sending);
  }

  draw();
  const off = sending.on(draw);
  return { element, stop: off };
}
