// How the file's fields become the layer's: matched by the server, changed by a person, kept as a profile.

import { dateTime, t } from '../../i18n.js';
import { button, confirm, explain, field, h, input, load, note, select, show } from '../../ui/index.js';
import { mappingField } from './mapping-field.js';

/** onMapping(answer) when the fields are known; what is changed goes into the draft under the layer's id. */
export function mappingPart(app, imported, dataset, draft, layer, { onMapping }) {
  const host = h('div', { class: 'stack' });
  const { values, keep } = draft;
  const path = `/api/imports/${encodeURIComponent(imported.id)}/mapping`;
  let stop = () => {};

  const remember = (name, part) => keep({ [name]: { ...values[name], [layer.id]: { ...values[name]?.[layer.id], ...part } } });

  function open(profile = values.profiles?.[layer.id] ?? null) {
    stop();
    stop = load(host, (signal) => app.api.post(path, { dataset: dataset.index, layer: layer.id, profile }, { signal }), draw, { lines: 8 });
  }

  function draw(answer) {
    // What a person changed before goes before what is found anew.
    const changed = values.mapping?.[layer.id] ?? {};
    const fields = answer.fields.map((it) => (it.field in changed && changed[it.field] !== it.source ? { ...it, source: changed[it.field], by: 'chosen', conversion: null, unmatched: [] } : it));
    remember('mapping', Object.fromEntries(fields.map((it) => [it.field, it.source])));
    for (const { field: name, decided = {} } of fields) {
      if (Object.keys(decided).length > 0) remember('codes', { [name]: { ...decided, ...values.codes?.[layer.id]?.[name] } });
    }
    const unused = h('p', { class: 'fine' });
    const tellUnused = () => {
      const used = new Set(Object.values(values.mapping[layer.id]));
      const left = dataset.fields.filter((it) => !used.has(it.name)).map((it) => it.original ?? it.name);
      unused.textContent = left.length > 0 ? t('data.unusedFields', { fields: left.join(', ') }) : t('data.allFieldsUsed');
    };
    tellUnused();
    onMapping(answer);
    const matched = fields.filter((it) => it.source).length;
    return [
      profiles(answer),
      h('h3', { text: t('data.mappingTitle', { n: matched, of: fields.length }) }),
      h('ul', { class: 'data-mapping' }, fields.map((it) => mappingField(app, dataset, it, {
        codes: values.codes?.[layer.id]?.[it.field] ?? {},
        onSource: (source) => { remember('mapping', { [it.field]: source }); tellUnused(); },
        onCodes: (part) => remember('codes', { [it.field]: { ...values.codes?.[layer.id]?.[it.field], ...part } }),
      }))),
      unused,
      field(t('data.saveProfile'), input({ value: values.saveAs ?? '', maxLength: 80, on: { input: (event) => keep({ saveAs: event.target.value }) } }), { hint: t('data.saveProfileHint') }),
    ].filter(Boolean);
  }

  function profiles({ profile, profiles: list = [] }) {
    if (list.length === 0) return null;
    const said = h('div');
    const choice = select([{ value: 'none', text: t('data.noProfile') }, ...list.map((it) => ({ value: it.id, text: it.saved_at ? `${it.name} (${dateTime(it.saved_at)})` : it.name }))], { value: profile?.id ?? 'none', onChange: take });
    const drop = button({ text: t('data.dropProfile'), icon: 'trash', small: true, hidden: !profile, onClick: remove });

    function take(id) {
      // A profile is a fresh start: changes of before would hide it.
      keep({ profiles: { ...values.profiles, [layer.id]: id }, mapping: { ...values.mapping, [layer.id]: undefined }, codes: { ...values.codes, [layer.id]: undefined } });
      open(id);
    }

    async function remove() {
      if (!(await confirm({ title: t('data.dropProfileTitle', { name: profile.name }), text: t('data.dropProfileText'), yes: t('action.delete'), danger: true }))) return;
      try {
        await app.api.delete(`/api/import-profiles/${encodeURIComponent(profile.id)}`);
        take('none');
      } catch (failure) {
        show(said, note([explain(failure).title, explain(failure).text].filter(Boolean).join(' '), 'error'));
      }
    }

    return h('div', { class: 'stack' }, field(t('data.profile'), choice, { hint: t('data.profileHint') }), h('div', {}, drop), said);
  }

  open();
  return { element: host, stop: () => stop() };
}
