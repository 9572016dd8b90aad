// The report to take along: a page to print, the faults for a spreadsheet or a desktop GIS, all of it for a program.

import { withParams } from '../../api.js';
import { lang, t } from '../../i18n.js';
import { h, icon } from '../../ui/index.js';
import { faultsPath } from './dataset.js';

/** @param more a further button, or nothing */
export function downloads(imported, dataset, more) {
  const path = `/api/imports/${encodeURIComponent(imported.id)}`;
  const link = (text, name, href, props) => h('a', { class: 'button small', href: withParams(href, { lang: lang() }), ...props }, icon(name, 'small'), text);
  return h('section', { class: 'stack', 'aria-label': t('data.takeAlong') },
    h('h3', { text: t('data.takeAlong') }),
    h('div', { class: 'row' }, more,
      link(t('data.page'), 'file', `${path}/report.html`, { target: '_blank', rel: 'noopener' }),
      link(t('data.json'), 'download', path, { download: `report-${imported.id}.json` }),
      dataset && dataset.faults > 0 && [link(t('data.csv'), 'table', `${faultsPath(imported, dataset)}/faults.csv`, { download: '' }), link(t('data.geojson'), 'map', `${faultsPath(imported, dataset)}/faults.geojson`, { download: '' })]));
}
