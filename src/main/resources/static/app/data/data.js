// The GIS staff's page: bring in a file, and keep the layers with their versions.

import { addTexts, t } from '../i18n.js';
import { h, segments } from '../ui/index.js';
import en from './en.js';
import { openLayers } from './layers-view.js';
import { openWizard } from './wizard.js';
import zh from './zh.js';

addTexts({ zh, en });

let page = null;

export default {
  id: 'data',
  icon: 'data',
  titleKey: 'work.data',
  needs: 'publisher',
  open(host, app) {
    const part = h('div');
    const views = { import: openWizard, layers: openLayers };
    const tabs = segments(Object.keys(views).map((value) => ({ value, text: t(`data.tab.${value}`) })),
      { value: app.state.get('data.tab', 'import'), label: t('work.data'), onChange: show });
    host.replaceChildren(h('div', { class: 'data stack loose' }, tabs, part));
    show(tabs.value in views ? tabs.value : 'import');

    function show(name) {
      page?.stop();
      tabs.choose(name);
      app.state.set({ 'data.tab': name === 'import' ? null : name });
      page = views[name](part, app);
    }
  },
  close() {
    page?.stop();
    page = null;
  },
};
