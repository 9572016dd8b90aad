// The planner's page: which plans are drawn, and how much land is used for what, here.

import { addTexts } from '../i18n.js';
import { h } from '../ui/index.js';
import en from './en.js';
import { planLayers } from './plan-layers.js';
import { openStatistics } from './statistics-view.js';
import zh from './zh.js';

addTexts({ zh, en });

let page = null;

export default {
  id: 'planning',
  icon: 'planning',
  titleKey: 'work.planning',
  open(host, app) {
    const layers = planLayers(app);
    const statistics = openStatistics(app);
    host.replaceChildren(h('div', { class: 'planning stack loose' }, layers.element, statistics.element));
    page = {
      stop() {
        layers.stop();
        statistics.stop();
      },
    };
  },
  close() {
    page?.stop();
    page = null;
  },
};
