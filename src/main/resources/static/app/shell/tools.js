import { t } from '../i18n.js';
import { notify } from '../ui/index.js';

/** Light or dark: kept for the next visit, and told to the map. */
export function createTheme(state, changed) {
  return {
    get current() {
      return document.documentElement.dataset.theme;
    },
    toggle() {
      const next = this.current === 'dark' ? 'light' : 'dark';
      document.documentElement.dataset.theme = next;
      try {
        localStorage.setItem('citygis.theme', next);
      } catch {
        // Where nothing may be kept the choice lasts as long as the page.
      }
      if (state.get('theme')) state.set({ theme: next });
      changed();
    },
  };
}

/** Copies the address that shows what is seen now. */
export function createShare(state) {
  return async () => {
    try {
      await navigator.clipboard.writeText(state.link());
      notify(t('tool.share.done'), 'success');
    } catch {
      notify(t('tool.share.failed'), 'error');
    }
  };
}
