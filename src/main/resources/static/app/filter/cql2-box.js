import { t } from '../i18n.js';
import { button, h, notify, show, textarea } from '../ui/index.js';

/** The CQL2 text of a filter: to read and copy, or to write; what the server refuses in it is marked where it stands. */
export function createCql2Box({ onWrite }) {
  const code = h('code', { class: 'cql2-code', tabIndex: 0, role: 'region' });
  const area = textarea({ class: 'textarea cql2-code', rows: 3, spellcheck: false, autocapitalize: 'off', 'aria-label': 'CQL2' });
  const apply = button({ text: t('action.apply'), kind: 'primary', small: true, onClick: () => onWrite(area.value) });
  const copy = button({ text: t('filter.copy'), icon: 'copy', small: true, onClick: copyText });
  const said = h('div', { class: 'cql2-wrong', role: 'alert', hidden: true });
  const element = h('div', { class: 'filter-cql2' });
  let text = '';
  let problem = null;

  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onWrite(area.value);
  });

  async function copyText() {
    try {
      await navigator.clipboard.writeText(area.isConnected ? area.value : text);
      notify(t('filter.copied'), 'success');
    } catch {
      notify(t('filter.copyFailed'), 'error');
    }
  }

  function mark() {
    const at = problem?.position ?? -1;
    const marked = at >= 0 && at <= text.length;
    code.setAttribute('aria-label', t('filter.cql2'));
    if (marked) show(code, text.slice(0, at), h('mark', { text: text.slice(at, at + 1) || '␣' }), text.slice(at + 1));
    else show(code, text || t('filter.nothing'));
    code.classList.toggle('quiet', text === '');
    said.hidden = !problem;
    if (!problem) return;
    show(said, h('span', { text: problem.detail ?? problem.title }));
  }

  return {
    element,
    /** @param writing whether the text is to be edited */
    tell(next, writing) {
      text = next;
      if (area.value !== text) area.value = text;
      show(element, h('div', { class: 'row spread' }, h('span', { class: 'label', text: t('filter.cql2') }), h('span', { class: 'row tight' }, writing && apply, copy)), writing ? area : code, writing && problem && code, said);
      mark();
    },
    refuse(next) {
      problem = next;
      const writing = area.isConnected;
      this.tell(writing ? area.value : text, writing);
    },
    choose: () => area.focus(),
  };
}
