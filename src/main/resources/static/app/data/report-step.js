// What is in the file, said before anything is published; encoding and reference system can be chosen again.

import { pick, t } from '../i18n.js';
import { button, confirm, explain, field, h, note, select } from '../ui/index.js';
import { crsChoice } from './crs-choice.js';
import { encodingChoice } from './encoding-choice.js';
import { fieldsTable, problemsList, showRows, summary } from './report-parts.js';

export function reportStep(app, imported, { extent, onNext, onDiscard }) {
  const { datasets } = imported.report;
  const chosen = {};
  let index = datasets[0]?.index ?? 0;
  const body = h('div', { class: 'stack loose' });
  const said = h('div');
  const which = select(datasets.map((it) => ({ value: it.index, text: it.name })), { value: index, onChange: (value) => { index = Number(value); draw(); } });
  const next = button({ text: t('data.next'), kind: 'primary', onClick: () => onNext({ dataset: dataset(), ...chosen[index] }) });
  const drop = button({ text: t('data.discard'), onClick: discard });
  const element = h('div', { class: 'stack loose' }, datasets.length > 1 && field(t('data.dataset'), which), body, said, h('div', { class: 'row' }, next, drop));

  const dataset = () => datasets.find((it) => it.index === index);

  /** Reads again with another encoding or reference system; what was chosen stays when it fails. */
  async function again(part) {
    chosen[index] = { ...chosen[index], ...part };
    body.setAttribute('aria-busy', 'true');
    said.replaceChildren();
    try {
      const answer = await app.api.post(`/api/imports/${imported.id}/report`, { dataset: index, ...chosen[index] });
      datasets.splice(0, datasets.length, ...answer.report.datasets);
      draw();
    } catch (failure) {
      said.replaceChildren(note(explain(failure).text ?? explain(failure).title, 'error'));
    } finally {
      body.removeAttribute('aria-busy');
    }
  }

  async function discard() {
    if (await confirm({ title: t('data.discardTitle'), text: t('data.discardText'), yes: t('data.discard'), danger: true })) onDiscard();
  }

  function draw() {
    const it = dataset();
    if (!it) {
      next.disabled = true;
      return body.replaceChildren(note(t('data.noDataset'), 'error'));
    }
    app.bottom.hide();
    body.replaceChildren(...[
      ...(imported.report.problems ?? []).map((problem) => note(pick(problem.message), problem.severity === 'error' ? 'error' : 'warning')),
      summary(it),
      encodingChoice(it, (encoding) => again({ encoding })),
      crsChoice(it, (crs) => again({ crs })),
      problemsList(it),
      fieldsTable(it),
      it.sample?.length > 0 && h('div', {}, button({ text: t('data.rows'), icon: 'table', onClick: () => showRows(app, it) })),
    ].filter(Boolean));
    next.disabled = !it.publishable;
    said.replaceChildren(...(it.publishable ? [] : [note(t(whyNot(it)), 'warning')]));
    extent.show(it.extent);
  }

  draw();
  return { element, stop: () => app.bottom.hide() };
}

function whyNot({ count, crs, geometry }) {
  if (count === 0) return 'data.noFeatures';
  return geometry !== 'none' && !crs?.code ? 'data.needsCrs' : 'data.notPublishable';
}
