import { api } from '../api.js';
import { pick, t } from '../i18n.js';
import { button, check, field, h, select, show } from '../ui/index.js';
import { choices, derive } from './remote.js';
import { refusal } from './report.js';

const NUMBERS = ['integer', 'number'];

/** Makes a style from the values of a field. made({sld, style, sampled}) after each change of a choice. */
export function deriveForm(host, layer, made) {
  const fields = layer.fields ?? [];
  const wish = { field: preferred(fields)?.name, method: 'codes', classes: 5, ramp: null, pack: null, reversed: false, all: false };
  const said = h('div', { 'aria-live': 'polite' });
  const body = h('div', { class: 'stack' });
  const run = api.latest();
  let known = null;

  async function draw() {
    known ??= await choices();
    const type = fields.find((it) => it.name === wish.field)?.type;
    const methods = NUMBERS.includes(type) ? known.methods : ['codes'];
    if (!methods.includes(wish.method)) wish.method = 'codes';
    const byCodes = wish.method === 'codes';
    show(
      body,
      field(t('style.field'), select(fields.map((it) => ({ value: it.name, text: pick(it.alias) || it.name })), { value: wish.field, name: 'field', onChange: (value) => { set({ field: value, method: firstMethod(value) }); } })),
      field(t('style.method'), select(methods.map((value) => ({ value, text: t(`style.method.${value}`) })), { value: wish.method, name: 'method', onChange: (method) => set({ method }) })),
      byCodes && field(t('style.pack'), select([{ value: '', text: t('style.pack.none') }, ...known.packs.map((it) => ({ value: it.id, text: pick(it.title) }))], { value: wish.pack ?? '', name: 'pack', onChange: (pack) => set({ pack: pack || null }) })),
      !byCodes && field(t('style.classes'), select(Array.from({ length: 11 }, (_, i) => ({ value: i + 2, text: String(i + 2) })), { value: wish.classes, name: 'classes', onChange: (value) => set({ classes: Number(value) }) })),
      !wish.pack && ramps(byCodes),
      !wish.pack && check(t('style.reversed'), { checked: wish.reversed, onChange: (reversed) => set({ reversed }) }),
      wish.pack && byCodes && check(t('style.all'), { checked: wish.all, onChange: (all) => set({ all }) }),
      button({ text: t('style.derive'), kind: 'primary', small: true, onClick: make }),
      said,
    );
  }

  function ramps(byCodes) {
    const options = known.ramps.filter((it) => byCodes || it.kind !== 'qualitative').map((it) => ({ value: it.id, text: pick(it.title) }));
    const control = select([{ value: '', text: t('style.ramp.usual') }, ...options], { value: wish.ramp ?? '', name: 'ramp', onChange: (ramp) => set({ ramp: ramp || null }) });
    const colors = known.ramps.find((it) => it.id === wish.ramp)?.colors ?? [];
    return h('div', { class: 'stack style-ramp' }, field(t('style.ramp'), control), h('div', { class: 'style-colors', 'aria-hidden': 'true' }, colors.map((color) => h('span', { style: { background: color } }))));
  }

  const firstMethod = (name) => {
    const it = fields.find((one) => one.name === name);
    return NUMBERS.includes(it?.type) && !it.codes ? 'quantile' : 'codes';
  };

  /** Each choice shows at once what it makes. */
  async function set(part) {
    Object.assign(wish, part);
    if (wish.method !== 'codes') wish.pack = null;
    await draw();
    await make();
  }

  async function make() {
    try {
      const derived = await run((signal) => derive(layer.id, wish, signal));
      if (!derived) return;
      show(said, derived.sampled && h('p', { class: 'fine', text: t('style.sampled') }));
      made(derived);
    } catch (failure) {
      show(said, refusal(failure));
    }
  }

  wish.method = firstMethod(wish.field);
  show(host, body);
  return { open: draw, stop: () => run.abort() };
}

/** A coded field says most, then a number. */
const preferred = (fields) => fields.find((it) => it.codes) ?? fields.find((it) => NUMBERS.includes(it.type)) ?? fields[0];
