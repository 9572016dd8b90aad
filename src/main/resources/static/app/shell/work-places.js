import { t } from '../i18n.js';
import { empty, button, h, show } from '../ui/index.js';
import { signInForm } from '../session/sign-in.js';

/**
 * The pages of the panel. A work place is a module with `export default {id, icon, titleKey, needs?, phone?,
 * async open(host, app), close()}`; needs: 'user' or a role; phone: the height of the sheet when it opens there.
 */
export const PLACES = [
  { id: 'map', icon: 'map', titleKey: 'work.map', load: () => import('../layers/place.js') },
  { id: 'planning', icon: 'planning', titleKey: 'work.planning', load: () => import('../planning/planning.js') },
  { id: 'emergency', icon: 'emergency', titleKey: 'work.emergency', load: () => import('../emergency/emergency.js') },
  { id: 'services', icon: 'services', titleKey: 'work.services', load: () => import('../services/services.js') },
  { id: 'data', icon: 'data', titleKey: 'work.data', load: () => import('../data/data.js') },
];

export function createWorkPlaces(app, panel, onSwitch) {
  let open = null;
  let asked = null;

  async function go(id) {
    const place = PLACES.find((it) => it.id === id) ?? PLACES[0];
    asked = place.id;
    await leave();
    if (asked !== place.id) return;
    panel.open(t(place.titleKey), { className: `work-${place.id}` });
    onSwitch(place.id);
    let page;
    try {
      page = (await place.load()).default;
    } catch (failure) {
      console.error(failure);
      if (asked === place.id)
        show(panel.body, empty({ icon: 'alert', title: t('work.unavailable'), text: t('work.unavailable.text') }));
      return;
    }
    if (asked !== place.id) return;
    panel.height(page.phone ?? 'half');
    if (page.needs && !admitted(page.needs)) return refuse(page.needs);
    open = page;
    const host = h('div', { class: 'work' });
    show(panel.body, host);
    try {
      await page.open(host, app);
    } catch (failure) {
      console.error(failure);
      if (open === page)
        show(
          host,
          empty({
            icon: 'alert',
            title: t('work.unavailable'),
            text: t('work.unavailable.text'),
            action: button({ text: t('action.retry'), icon: 'refresh', onClick: () => go(id) }),
          }),
        );
    }
  }

  const admitted = (needs) => (needs === 'user' ? app.session.user !== null : app.session.has(needs));

  function refuse(needs) {
    if (app.session.user) {
      show(panel.body, empty({ icon: 'lock', title: t('work.needs.role'), text: t('work.needs.role.text') }));
      return;
    }
    const form = signInForm(app.session, () => {});
    show(
      panel.body,
      h(
        'div',
        { class: 'stack' },
        empty({ icon: 'lock', title: t('work.needs.staff'), text: t('work.needs.staff.text') }),
        form,
      ),
    );
    if (needs) form.focusFirst();
  }

  async function leave() {
    const before = open;
    open = null;
    app.bottom.hide();
    try {
      await before?.close?.();
    } catch (failure) {
      console.error(failure);
    }
  }

  return {
    go,
    leave,
    get current() {
      return asked;
    },
  };
}
