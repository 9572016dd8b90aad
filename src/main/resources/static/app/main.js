import { api, onSignedOut } from './api.js';
import { addTexts, lang, onLang, setLang, t } from './i18n.js';
import { createBaseMaps } from './base/base-maps.js';
import { createCatalogue } from './layers/catalogue.js';
import { createLayersButton } from './layers/button.js';
import { createLegend } from './layers/legend.js';
import { createEditing } from './edit/edit.js';
import { createIdentify } from './identify/identify.js';
import { createMap } from './map/map.js';
import { createMapControls } from './map/controls.js';
import { createMapStatus } from './map/status.js';
import { createPositionCard } from './search/position-card.js';
import { createSearch } from './search/search.js';
import { createSite } from './site/site.js';
import { createSession } from './session/session.js';
import { accountCard, signInForm } from './session/sign-in.js';
import { createDrawer } from './shell/drawer.js';
import { createPanel } from './shell/panel.js';
import { createRail } from './shell/rail.js';
import { createShare, createTheme } from './shell/tools.js';
import { createWorkPlaces, PLACES } from './shell/work-places.js';
import { signal } from './signal.js';
import { createState } from './state.js';
import { createSwipe } from './swipe/swipe.js';
import { createTableOpener } from './table/opener.js';
import { viewsPage } from './views/views.js';
import { append, failed, h, iconButton, notify, onPhone, show } from './ui/index.js';

const root = document.getElementById('app');
const state = createState();
const session = createSession();
const layers = createCatalogue(state);
const base = createBaseMaps(state, layers);
setLang(state.get('lang') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : state.get('lang', 'zh')));
start();

async function start() {
  try {
    await Promise.all([session.load(), layers.load(), base.load()]);
    build();
  } catch (failure) {
    console.error(failure);
    show(
      root,
      failed(failure, () => location.reload()),
    );
  }
  root.removeAttribute('aria-busy');
}

function build() {
  const stageMap = h('div', { class: 'stage-map' });
  const mapElement = h('div', { class: 'map', tabIndex: 0 });
  const stage = h('main', { class: 'stage' }, stageMap);
  let map = null;
  /** The page in the panel that belongs to no work place: account or views. */
  let aside = null;
  const resize = () => map?.resize();
  const panel = createPanel(root, resize);
  const bottom = createDrawer(resize);
  const theme = createTheme(state, () => map.restyle());
  const worked = signal();
  const app = {
    layers,
    base,
    api,
    t,
    addTexts,
    state,
    session,
    bottom,
    panel,
    notify,
    float: signal(),
    onWork: worked.on,
    /** What the search box can run: {icon, key of its name, run}. */
    commands: [],
    get lang() {
      return lang();
    },
    get user() {
      return session.user;
    },
  };
  const places = createWorkPlaces(app, panel, (id) => {
    state.set({ work: id === 'map' ? null : id }, { push: state.get('work', 'map') !== id });
    aside = null;
    rail.mark();
    title();
    worked.emit(id);
  });
  const share = createShare(state);
  const rail = createRail({
    places: PLACES,
    current: () => aside ?? places.current,
    user: () => session.user,
    theme: () => theme.current,
    onWork: (id) =>
      places.current === id && aside === null && !panel.collapsed && !onPhone() ? panel.collapse() : open(id),
    onLanguage: switchLanguage,
    onTheme: switchTheme,
    onShare: share,
    onViews: views,
    onAccount: account,
  });

  root.classList.remove('is-booting');
  show(root, h('a', { class: 'skip', href: '#panel', text: t('app.skip') }), rail.element, panel.element, stage);
  append(stageMap, mapElement, reopenButton());
  stage.append(bottom.element);
  map = app.map = createMap(mapElement, { layers, state });
  base.attach(map);
  append(
    stageMap,
    createSearch(app, open),
    createMapControls(app),
    createMapStatus(app),
    createLayersButton(app),
    createLegend(app),
  );
  createSwipe(app, stageMap);
  createIdentify(app, stageMap);
  createTableOpener(app);
  createEditing(app, stageMap);
  createSite(app, stageMap);
  createPositionCard(app, stageMap);
  app.commands.push(
    { icon: 'language', key: 'search.language', run: switchLanguage },
    { icon: 'moon', key: 'search.theme', run: switchTheme },
    { icon: 'share', key: 'tool.share', run: share },
    { icon: 'eye', key: 'views.title', run: views },
    { icon: 'user', key: 'session.account', run: account },
  );

  function switchLanguage() {
    setLang(lang() === 'zh' ? 'en' : 'zh');
  }

  function switchTheme() {
    theme.toggle();
    rail.draw();
  }

  function open(id) {
    panel.expand();
    return places.go(id);
  }

  async function beside(id, text) {
    await places.leave();
    aside = id;
    rail.mark();
    panel.expand();
    panel.height('full');
    panel.open(text, { className: `work-${id}` });
    panel.setTools(iconButton({ icon: 'close', label: t('action.close'), onClick: () => places.go(places.current) }));
  }

  async function account() {
    await beside('account', t(session.user ? 'session.account' : 'session.signin'));
    const form = session.user
      ? accountCard(session, layers.departments(), () => session.signOut())
      : signInForm(session, () => {});
    show(panel.body, h('div', { class: 'stack loose' }, form, h('div', { class: 'stack only-phone' }, rail.tools())));
    form.focusFirst?.();
  }

  async function views() {
    await beside('views', t('views.title'));
    show(panel.body, viewsPage(app, account));
  }

  const title = () => (document.title = `${t(`work.${places.current}`)} · ${t('app.title')}`);

  function reopenButton() {
    const button = iconButton({ icon: 'right', label: t('panel.expand'), small: true, onClick: () => panel.expand() });
    button.className = 'reopen';
    return button;
  }

  session.onChange(async (user) => {
    rail.draw();
    notify(user ? t('session.welcome', { name: user.name }) : t('session.bye'), 'success');
    await layers.reload();
    places.go(places.current);
  });
  onSignedOut(() => {
    if (session.user === null) return;
    session.forget();
    notify(t('session.ended'), 'error');
  });
  onLang(() => {
    state.set({ lang: lang() });
    rail.draw();
    map.restyle();
    places.go(places.current);
  });
  state.onChange((keys) => {
    if (keys.has('lang')) setLang(state.get('lang', 'zh'));
    if (keys.has('work')) places.go(state.get('work', 'map'));
  });

  const refused = layers.refused().length;
  if (refused > 0) notify(t('layers.hidden.some', { count: refused }));
  if (state.get('lost') !== null) {
    notify(t('views.lost'), 'error');
    state.set({ lost: null });
  }
  places.go(state.get('work', 'map'));
}
