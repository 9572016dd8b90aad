// What is in the file, said before anything is published. Encoding, reference system, shift and the layer it is held
// against can be chosen, and the file is checked again.

import { pick, t } from '../../i18n.js';
import { announce, button, confirm, explain, field, h, note, select, show } from '../../ui/index.js';
import { jobWork } from '../jobs/work.js';
import { failureText } from '../jobs/words.js';
import { aspect } from './aspect.js';
import { attributesPart, showRows } from './attributes.js';
import { crsChoice } from './crs-choice.js';
import { faultsPath, readDataset } from './dataset.js';
import { downloads } from './downloads.js';
import { encodingChoice } from './encoding.js';
import { showExtent } from './extent.js';
import { openFaults } from './faults-view.js';
import { geometryPart } from './geometry.js';
import { lightsOf } from './lights.js';
import { shiftChoice } from './shift.js';
import { verdict, verdictText } from './verdict.js';

export function reportStep(app, imported, draft, { onNext, onDiscard, onRenew }) {
  const overlay = app.map.overlay('data');
  const marks = app.map.overlay('data-marks');
  const datasets = (imported.report?.datasets ?? []).map(readDataset);
  const choices = draft.values.choices ?? {};
  let index = datasets.some((it) => it.index === draft.values.dataset) ? draft.values.dataset : datasets[0]?.index;
  let faults = null;
  let work = null;

  const body = h('div', { class: 'stack loose' });
  const said = h('div');
  const which = select(datasets.map((it) => ({ value: it.index, text: it.name })), { value: index, onChange: (value) => { draft.keep({ dataset: (index = Number(value)) }); draw(); } });
  const next = button({ text: t('data.next'), kind: 'primary', onClick: () => onNext(dataset(), choice()) });
  const element = h('div', { class: 'stack loose' }, datasets.length > 1 && field(t('data.datasets', { n: datasets.length }), which), body, said,
    h('div', { class: 'row data-foot' }, next, button({ text: t('data.discard'), onClick: discard })));

  const dataset = () => datasets.find((it) => it.index === index);
  const choice = () => ({ encoding: null, crs: null, layer: null, reference: null, shift: null, ...choices[index] });

  /** Reads again with another choice; the choice stays when that fails. */
  async function again(part) {
    choices[index] = { ...choice(), ...part };
    draft.keep({ choices });
    leaveMap();
    show(said);
    body.setAttribute('aria-busy', 'true');
    next.disabled = true;
    try {
      const { job } = await app.api.post(`/api/imports/${encodeURIComponent(imported.id)}/report`, { dataset: index, ...choices[index] });
      work = jobWork(app, job.id ?? job, { title: t('data.checkingAgain'), onEnd: checked });
      show(said, work.element);
    } catch (failure) {
      refuse([explain(failure).title, explain(failure).text].filter(Boolean).join(' '));
    }
  }

  function checked(job) {
    if (job.state === 'done') return onRenew();
    refuse(job.state === 'cancelled' ? t('data.checkCancelled') : failureText(job));
  }

  function refuse(text) {
    body.removeAttribute('aria-busy');
    next.disabled = !dataset()?.publishable;
    show(said, note(text, 'error'));
  }

  async function discard() {
    if (await confirm({ title: t('data.discardTitle'), text: t('data.discardText'), yes: t('data.discard'), danger: true })) onDiscard();
  }

  function leaveMap() {
    faults?.stop();
    faults = null;
    marks.clear();
  }

  function onMap() {
    leaveMap();
    faults = openFaults(app, marks, { path: faultsPath(imported, dataset()), name: dataset().name });
  }

  function draw() {
    leaveMap();
    app.bottom.hide();
    const it = dataset();
    next.disabled = !it?.publishable;
    announce(verdictText(it));
    show(body, verdict(it), (imported.report?.problems ?? []).map((problem) => note(pick(problem.message), problem.severity)));
    if (!it) return overlay.clear();
    const lights = lightsOf(it);
    const shift = shiftChoice(app, it, choice(), { overlay: marks, onCompare: (reference) => again({ reference }), onCorrect: (name) => again({ shift: name }) });
    body.append(h('div', { class: 'data-aspects' },
      aspect('encoding', lights.encoding, encodingChoice(app, it, (encoding) => again({ encoding }))),
      aspect('crs', lights.crs, [...crsChoice(it, (crs) => again({ crs })), ...shift]),
      aspect('geometry', lights.geometry, geometryPart(it, { onMap })),
      aspect('attributes', lights.attributes, attributesPart(app, it))), against(it), downloads(imported, it, it.sample?.length > 0 && button({ text: t('data.rows'), icon: 'table', small: true, onClick: () => showRows(app, it) })));
    showExtent(app, overlay, it.extent);
  }

  /** A layer whose dictionary, code lists and key the check goes by. */
  function against({ geometry }) {
    const fitting = app.layers.all().filter((layer) => layer.geometry === geometry);
    if (fitting.length === 0) return '';
    return field(t('data.against'), select([{ value: '', text: t('data.againstNone') }, ...fitting.map((layer) => ({ value: layer.id, text: `${pick(layer.title)} (${layer.id})` }))],
      { value: choice().layer ?? '', onChange: (layer) => again({ layer: layer || null }) }), { hint: t('data.againstHint') });
  }

  draw();
  return {
    element,
    stop() {
      work?.stop();
      leaveMap();
      app.bottom.hide();
    },
  };
}
