import { t } from '../i18n.js';
import { button } from './controls.js';
import { h, icon } from './dom.js';

/** Grey lines where text will be. */
export function skeleton(lines = 6) {
  return h(
    'div',
    { class: 'skeleton', role: 'status', 'aria-label': t('state.loading') },
    Array.from({ length: lines }, () => h('span')),
  );
}

/** Nothing here, and what to do about it. */
export function empty({ icon: name = 'inbox', title, text, action }) {
  return h('div', { class: 'state' }, icon(name), h('strong', { text: title }), text && h('p', { text }), action);
}

/** What happened, what it means, what to do; retry() is offered when it can help. */
export function failed(failure, retry) {
  const { title, text, canRetry } = explain(failure);
  return h(
    'div',
    { class: 'state failed', role: 'alert' },
    icon(failure.offline ? 'offline' : 'alert'),
    h('strong', { text: title }),
    text && h('p', { text }),
    retry && canRetry && button({ text: t('action.retry'), icon: 'refresh', onClick: retry }),
  );
}

/** A failure in words: {title, text, canRetry}. */
export function explain(failure) {
  if (failure?.name !== 'ApiProblem')
    return { title: t('problem.unexpected'), text: String(failure?.message ?? failure), canRetry: true };
  const detail = failure.problem.detail;
  switch (failure.status) {
    case 0:
      return { title: t('problem.offline'), text: t('problem.offline.text'), canRetry: true };
    case 400:
    case 422:
      return { title: t('problem.invalid'), text: detail ?? failure.problem.title, canRetry: false };
    case 401:
      return { title: t('problem.signin'), text: t('problem.signin.text'), canRetry: false };
    case 403:
      return { title: t('problem.forbidden'), text: t('problem.forbidden.text'), canRetry: false };
    case 404:
      return { title: t('problem.missing'), text: detail, canRetry: false };
    case 409:
      return { title: t('problem.conflict'), text: detail, canRetry: false };
    case 413:
      return { title: t('problem.large'), text: detail, canRetry: false };
    case 429:
      return { title: t('problem.many'), text: detail, canRetry: true };
    case 503:
      return { title: t('problem.unavailable'), text: detail ?? t('problem.unavailable.text'), canRetry: true };
    default:
      return { title: t('problem.server'), text: detail ?? t('problem.server.text'), canRetry: true };
  }
}

/** A sentence with an icon. kind: info | warning | error | success */
export function note(text, kind = 'info') {
  return h(
    'div',
    { class: `note ${kind}`, role: kind === 'error' ? 'alert' : null },
    icon(kind === 'success' ? 'check' : kind === 'info' ? 'info' : 'alert', 'small'),
    h('span', { text }),
  );
}

/** A bar with words: .set(done, total, text); cancel() is offered when given. */
export function progress(label, { cancel } = {}) {
  const bar = h('progress', { max: 1, 'aria-label': label });
  const text = h('span', { class: 'fine number', text: label });
  const element = h(
    'div',
    { class: 'progress' },
    bar,
    h(
      'div',
      { class: 'row spread' },
      text,
      cancel && button({ text: t('action.cancel'), small: true, onClick: cancel }),
    ),
  );
  element.set = (done, total, words = label) => {
    if (total > 0) bar.value = Math.min(1, done / total);
    else bar.removeAttribute('value');
    text.textContent = total > 0 ? `${words} ${Math.floor((100 * done) / total)}%` : words;
  };
  return element;
}

/**
 * Fills host with what ask(signal) leads to: a skeleton after 100 ms, then draw(answer), or the failure with a retry.
 * Answers a function that gives up.
 */
export function load(host, ask, draw, { lines = 6 } = {}) {
  const abort = new AbortController();
  const wait = setTimeout(() => host.replaceChildren(skeleton(lines)), 100);
  host.setAttribute('aria-busy', 'true');
  const done = () => {
    clearTimeout(wait);
    host.removeAttribute('aria-busy');
  };
  Promise.resolve()
    .then(() => ask(abort.signal))
    .then((answer) => {
      if (abort.signal.aborted) return;
      done();
      host.replaceChildren();
      const node = draw(answer);
      if (node) host.append(...[node].flat());
    })
    .catch((failure) => {
      done();
      if (abort.signal.aborted) return;
      if (failure.name !== 'ApiProblem') console.error(failure);
      host.replaceChildren(failed(failure, () => load(host, ask, draw, { lines })));
    });
  return () => {
    done();
    abort.abort();
  };
}
