import { pick, t } from '../i18n.js';
import { freshId, h } from '../ui/index.js';

/** One radio button for each base map; null where there is nothing to choose. */
export function baseChooser({ base }) {
  if (base.all().length < 2) return null;
  const name = freshId('base');
  return h(
    'fieldset',
    { class: 'base-chooser' },
    h('legend', { text: t('base.title') }),
    base.all().map((it) =>
      h(
        'label',
        { class: 'check' },
        h('input', {
          type: 'radio',
          name,
          value: it.id,
          checked: it === base.current,
          on: { change: () => base.choose(it.id) },
        }),
        h('span', { text: pick(it.title) }),
      ),
    ),
  );
}
