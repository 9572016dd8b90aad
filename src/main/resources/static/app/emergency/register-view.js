// A new incident: the place first, by a click on the map, then what, how bad, where in words.

import { t } from '../i18n.js';
import { pickPoint } from '../map/sketch.js';
import { button, explain, field, h, input, note, segments, select, textarea } from '../ui/index.js';
import { readDraft, saveDraft } from './register-draft.js';
import { options, say } from './words.js';

export function registerView(app, words, { onDone, onBack, marks }) {
  const draft = { class: 'accident', kind: '', level: '4', title: '', address: '', description: '', lon: null, lat: null, ...readDraft() };
  const keep = (part) => {
    Object.assign(draft, part);
    saveDraft(draft);
    if ('lon' in part) drawPlace();
  };
  const typed = (name, make, props = {}) => make({ value: draft[name], name, ...props, on: { input: (event) => keep({ [name]: event.target.value }) } });

  const placeText = h('p', { class: 'number', role: 'status' });
  const place = h('div', { class: 'field' }, h('span', { class: 'label', text: t('emergency.place') }), placeText,
    h('div', {}, button({ text: t('emergency.pickPlace'), icon: 'pin', onClick: choosePlace })), h('span', { class: 'wrong', hidden: true, role: 'alert' }));
  const kind = select([], { onChange: (value) => keep({ kind: value }) });
  const classes = select(options(words, 'class'), { value: draft.class, onChange: (value) => { keep({ class: value }); drawKinds(); } });
  const level = segments(options(words, 'level').map((it) => ({ value: it.value, text: t(`emergency.numeral.${it.value}`) })),
    { value: draft.level, label: t('emergency.level'), onChange: (value) => keep({ level: value }) });
  const fields = {
    class: field(t('emergency.class'), classes),
    kind: field(t('emergency.kind'), kind),
    title: field(t('emergency.what'), typed('title', input, { maxLength: 120, placeholder: t('emergency.whatHint') })),
    address: field(t('emergency.address'), typed('address', input, { maxLength: 200 })),
    description: field(t('emergency.description'), typed('description', textarea, { maxLength: 2000, rows: 3 })),
  };
  const wrong = h('div');
  const submit = button({ text: t('emergency.submit'), kind: 'primary', wide: true, type: 'submit' });
  const back = button({ text: t('emergency.back'), icon: 'left', kind: 'plain', small: true, onClick: onBack });
  const element = h('form', { class: 'emergency stack', noValidate: true, on: { submit: send } },
    h('div', {}, back), h('h2', { text: t('emergency.register') }), place,
    h('div', { class: 'two' }, fields.class, fields.kind),
    h('div', { class: 'field' }, h('span', { class: 'label', text: t('emergency.level') }), level),
    fields.title, fields.address, fields.description, wrong, submit);

  async function choosePlace() {
    const point = await pickPoint(app);
    if (point) keep(point);
  }

  function drawPlace() {
    const has = draft.lon !== null;
    placeText.textContent = has ? `${draft.lon.toFixed(5)}, ${draft.lat.toFixed(5)}` : t('emergency.noPlace');
    if (has) placeWrong(null);
    marks.draft(has ? draft : null);
  }

  function drawKinds() {
    const fitting = options(words, 'kind', (entry) => !entry.parent || entry.parent === draft.class);
    kind.replaceChildren(...fitting.map((it) => h('option', { value: it.value, text: it.text })));
    if (!fitting.some((it) => it.value === draft.kind)) keep({ kind: fitting[0]?.value ?? '' });
    kind.value = draft.kind;
  }

  function placeWrong(text) {
    const line = place.querySelector('.wrong');
    line.hidden = !text;
    line.textContent = text ?? '';
  }

  async function send(event) {
    event.preventDefault();
    Object.values(fields).forEach((it) => it.wrong(null));
    wrong.replaceChildren();
    placeWrong(draft.lon === null ? t('emergency.needsPlace') : null);
    if (draft.lon === null) return place.querySelector('button').focus();
    submit.disabled = true;
    try {
      const title = draft.title.trim() || [draft.address.trim(), say(words, 'kind', draft.kind)].filter(Boolean).join(' ');
      const made = await app.api.post('/api/incidents', { ...draft, title });
      saveDraft(null);
      app.notify(t('emergency.registered'), 'success');
      onDone(made);
    } catch (failure) {
      fail(failure);
    } finally {
      submit.disabled = false;
    }
  }

  function fail(failure) {
    const { title, text } = explain(failure);
    const at = fields[failure.problem?.parameter];
    if (at) {
      at.wrong(text);
      at.querySelector('input, select, textarea').focus();
    } else wrong.replaceChildren(note(t('emergency.notSaved', { why: [title, text].filter(Boolean).join(' ') }), 'error'));
  }

  drawKinds();
  drawPlace();
  return {
    element,
    stop: () => marks.draft(null),
    focus() {
      back.focus();
      if (draft.lon === null) choosePlace();
    },
  };
}
