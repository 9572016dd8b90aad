// The citizen's page: which hall is near, open now and does what I came for. A list first, the map beside it.

import { addTexts, t } from '../i18n.js';
import { h } from '../ui/index.js';
import en from './en.js';
import { createFinder } from './finder.js';
import { hallDetail } from './hall-detail.js';
import { createHallList } from './hall-list.js';
import { createHallMarks } from './hall-marks.js';
import zh from './zh.js';

addTexts({ zh, en });

let page = null;

export default {
  id: 'services',
  icon: 'services',
  titleKey: 'work.services',
  phone: 'full',
  open(host, app) {
    page = openServices(host, app);
  },
  close() {
    page?.stop();
    page = null;
  },
};

function openServices(host, app) {
  const query = readAddress(app.state);
  const run = app.api.latest();
  let halls = [];
  let at = new Date();

  const list = createHallList({ onOpen: show });
  const marks = createHallMarks(app, { onOpen: (fid) => show(halls.find((hall) => hall.fid === fid)) });
  const finder = createFinder(app, query, { onChange: search });
  const front = h('div', { class: 'services stack loose' }, finder.element, list.element);
  host.replaceChildren(front);

  async function search() {
    writeAddress(app.state, query);
    list.loading();
    try {
      const answer = await run((signal) => app.api.get('/api/halls/nearest', { params: parameters(query), signal }));
      if (!answer) return;
      ({ halls } = answer);
      at = new Date(answer.at);
      list.show(halls, { near: query.place, at, filtered: Boolean(query.item || query.open) });
      marks.show(halls, query.place);
    } catch (failure) {
      list.fail(failure, search);
    }
  }

  function show(hall) {
    if (!hall) return;
    app.state.set({ 'services.hall': hall.fid }, { push: true });
    marks.select(hall.fid);
    host.replaceChildren(hallDetail(app, hall, at, { onBack: () => back(hall), onMap: () => marks.flyTo(hall) }));
    app.panel.body.scrollTop = 0;
    host.querySelector('button').focus();
  }

  function back(hall) {
    app.state.set({ 'services.hall': null });
    marks.select(null);
    host.replaceChildren(front);
    if (hall) list.focus(hall.fid);
  }

  const asked = () => halls.find((hall) => hall.fid === Number(app.state.get('services.hall')));
  search().then(() => show(asked()));
  const off = app.state.onChange((keys) => {
    if (!keys.has('services.hall')) return;
    if (asked()) show(asked());
    else back();
  });

  return {
    stop() {
      off();
      run.abort();
      finder.stop();
      marks.clear();
    },
  };
}

const parameters = ({ place, item, open }) => ({
  lon: place?.lon,
  lat: place?.lat,
  item,
  open: open ? 'now' : null,
  limit: 200,
});

function readAddress(state) {
  const [lon, lat, ...name] = state.get('services.from', '').split(',');
  const place = Number(lon) && Number(lat) ? { lon: Number(lon), lat: Number(lat), name: name.join(',') } : null;
  return { place, item: state.get('services.item', ''), open: state.get('services.open') === 'now' };
}

function writeAddress(state, { place, item, open }) {
  state.set({
    'services.from': place && `${place.lon.toFixed(5)},${place.lat.toFixed(5)},${place.name}`,
    'services.item': item,
    'services.open': open ? 'now' : null,
  });
}
