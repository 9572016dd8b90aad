import { h } from '../ui/index.js';

const STEPS = { ArrowLeft: -0.02, ArrowDown: -0.02, ArrowRight: 0.02, ArrowUp: 0.02, PageDown: -0.1, PageUp: 0.1 };

/** The line between the sides: drawn along with a finger, or moved by the keys of a slider; moved(share 0..1). */
export function createLine(moved) {
  const element = h(
    'div',
    {
      class: 'swipe-line',
      role: 'slider',
      tabIndex: 0,
      hidden: true,
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      on: { pointerdown: drag, keydown: step },
    },
    h('span', { class: 'swipe-grip', 'aria-hidden': 'true', text: '⇔' }),
  );
  let share = 0.5;

  function set(next) {
    share = Number.isFinite(next) ? Math.min(1, Math.max(0, next)) : 0.5;
    element.style.left = `${share * 100}%`;
    element.setAttribute('aria-valuenow', Math.round(share * 100));
    element.setAttribute('aria-valuetext', `${Math.round(share * 100)}%`);
  }

  function drag(event) {
    event.preventDefault();
    element.focus();
    const box = element.parentElement.getBoundingClientRect();
    element.setPointerCapture(event.pointerId);
    element.onpointermove = (move) => {
      set((move.clientX - box.left) / box.width);
      moved(share);
    };
    element.onpointerup = element.onpointercancel = () => (element.onpointermove = null);
  }

  function step(event) {
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? 1 : share + (STEPS[event.key] ?? Number.NaN);
    if (Number.isNaN(next)) return;
    event.preventDefault();
    set(next);
    moved(share);
  }

  set(share);
  return {
    element,
    set,
    get share() {
      return share;
    },
    label: (text) => element.setAttribute('aria-label', text),
  };
}
