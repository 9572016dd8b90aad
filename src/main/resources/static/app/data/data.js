// The GIS staff's page: bring in a file, follow the work, keep the layers with their versions.

import { t } from '../i18n.js';
import { h, segments } from '../ui/index.js';
import { openJobs } from './jobs/jobs-view.js';
import { openLayers } from './layers/layers-view.js';
import './texts.js';
import { openWizard } from './wizard.js';

let page = null;

export default {
  id: 'data',
  icon: 'data',
  titleKey: 'work.data',
  needs: 'publisher',
  open(host, app) {
    const part = h('div');
    const views = { import: openWizard, jobs: openJobs, layers: openLayers };
    const tabs = segments(Object.keys(views).map((value) => ({ value, text: t(`data.tab.${value}`) })),
      { value: app.state.get('data.tab', 'import'), label: t('work.data'), onChange: (name) => show(name, true) });
    host.replaceChildren(h('div', { class: 'data stack loose' }, tabs, part));

    const go = {
      onImport: (id) => leave({ 'data.import': id, 'data.job': null }, 'import'),
      onReview: (id, job) => leave({ 'data.import': id, 'data.job': job }, 'import'),
      onVersions: (layer) => leave({ 'data.layer': layer, 'data.part': null, 'data.compare': null }, 'layers'),
      onComparison: (layer, job) => leave({ 'data.layer': layer, 'data.part': null, 'data.compare': job }, 'layers'),
    };

    function leave(state, name) {
      app.state.set(state);
      show(name, true);
    }

    function show(name, push = false) {
      page?.stop();
      app.bottom.hide();
      tabs.choose(name);
      app.state.set({ 'data.tab': name === 'import' ? null : name }, { push });
      page = views[name](part, app, go);
    }

    const asked = () => (tabs.value in views ? tabs.value : 'import');
    const off = app.state.onChange((keys) => {
      if (!['data.tab', 'data.layer', 'data.import', 'data.job', 'data.part'].some((key) => keys.has(key)) || keys.has('work')) return;
      tabs.choose(app.state.get('data.tab', 'import'));
      show(asked());
    });
    show(asked());
    this.leave = () => {
      off();
      page?.stop();
      page = null;
    };
  },
  close() {
    this.leave?.();
    this.leave = null;
  },
};
