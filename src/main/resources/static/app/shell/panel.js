import { t } from '../i18n.js';
import { h, iconButton, onPhone, show } from '../ui/index.js';

const HEIGHTS = ['peek', 'half', 'full'];
const SHEET = { peek: '64px', half: '50%', full: 'calc(100% - var(--tabs, 56px))' };
const LEAST = 300;
const MOST = 640;

/** The one panel beside the map; on a phone a sheet in three heights. */
export function createPanel(shell, onResize) {
  const title = h('h1', { id: 'panel-title' });
  const collapse = iconButton({ icon: 'left', label: t('panel.collapse'), onClick: () => api.collapse() });
  collapse.classList.add('panel-collapse');
  const body = h('div', { class: 'panel-body scroll', id: 'panel', tabIndex: -1 });
  const tools = h('div', { class: 'row tight' });
  const head = h('div', { class: 'panel-head' }, title, tools, collapse);
  const grip = h('div', {
    class: 'panel-grip',
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical',
    'aria-valuemin': LEAST,
    'aria-valuemax': MOST,
  });
  const handle = h('button', { type: 'button', class: 'panel-handle', on: { click: () => !dragged && step() } });
  const element = h('aside', { class: 'panel', 'aria-labelledby': 'panel-title' }, handle, head, body, grip);
  let width = Number(keep()) || 380;
  let dragged = false;

  function setWidth(next) {
    width = Math.min(MOST, Math.max(LEAST, Math.round(next)));
    shell.style.setProperty('--panel', `${width}px`);
    grip.setAttribute('aria-valuenow', width);
    keep(width);
    onResize();
  }

  grip.addEventListener('pointerdown', (event) => {
    const from = event.clientX - width;
    grip.setPointerCapture(event.pointerId);
    grip.classList.add('is-dragging');
    grip.onpointermove = (move) => setWidth(move.clientX - from);
    grip.onpointerup = () => {
      grip.onpointermove = null;
      grip.classList.remove('is-dragging');
    };
  });
  grip.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -20, ArrowRight: 20 }[event.key];
    if (!by) return;
    event.preventDefault();
    setWidth(width + by);
  });

  function step() {
    api.height(HEIGHTS[(HEIGHTS.indexOf(element.dataset.height) + 1) % HEIGHTS.length]);
  }

  // A drag on the handle or the head follows the finger and settles on the nearest height.
  for (const part of [handle, head]) {
    part.addEventListener('pointerdown', (event) => {
      if (!onPhone() || event.target.closest('button:not(.panel-handle)')) return;
      const start = event.clientY;
      const tall = element.offsetHeight;
      dragged = false;
      part.setPointerCapture(event.pointerId);
      part.onpointermove = (move) => {
        if (Math.abs(move.clientY - start) < 6 && !dragged) return;
        dragged = true;
        element.classList.add('is-dragging');
        shell.style.setProperty('--sheet', `${Math.max(64, tall + start - move.clientY)}px`);
      };
      part.onpointerup = part.onpointercancel = () => {
        part.onpointermove = part.onpointerup = part.onpointercancel = null;
        element.classList.remove('is-dragging');
        if (dragged) settle(element.offsetHeight / window.innerHeight);
        setTimeout(() => (dragged = false));
      };
    });
  }

  const settle = (share) => api.height(share < 0.28 ? 'peek' : share < 0.7 ? 'half' : 'full');

  const api = {
    element,
    body,
    head,
    /** Empties the panel for a new occupant. */
    open(text, { className = '' } = {}) {
      title.textContent = text;
      show(tools);
      show(body);
      body.className = `panel-body scroll ${className}`.trim();
      body.scrollTop = 0;
      grip.setAttribute('aria-label', t('panel.width'));
      handle.setAttribute('aria-label', t('panel.height'));
      collapse.setAttribute('aria-label', t('panel.collapse'));
      collapse.title = t('panel.collapse');
    },
    /** Small buttons beside the title. */
    setTools: (...nodes) => show(tools, nodes),
    get collapsed() {
      return shell.classList.contains('is-collapsed');
    },
    collapse() {
      shell.classList.add('is-collapsed');
      onResize();
    },
    expand() {
      shell.classList.remove('is-collapsed');
      if (element.dataset.height === 'peek') api.height('half');
      onResize();
    },
    /** peek, half or full; seen on phones only. */
    height(next) {
      element.dataset.height = next;
      shell.style.setProperty('--sheet', SHEET[next]);
    },
  };
  shell.style.setProperty('--panel', `${width}px`);
  grip.setAttribute('aria-valuenow', width);
  api.height('half');
  return api;
}

function keep(value) {
  try {
    if (value === undefined) return localStorage.getItem('citygis.panel');
    localStorage.setItem('citygis.panel', value);
  } catch {
    // A browser that keeps nothing starts with the usual width.
  }
  return null;
}
