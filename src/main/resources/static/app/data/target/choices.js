// One of a few, each with a sentence that says what it does.

import { freshId, h } from '../../ui/index.js';

/** options: [{value, title, text}]; onChange(value). */
export function choices(legend, options, { value, onChange }) {
  const group = freshId('choice');
  return h('fieldset', { class: 'data-choice' }, h('legend', { text: legend }), options.map((option) => h('label', { class: 'data-option', dataset: { value: option.value } },
    h('input', { type: 'radio', name: group, value: option.value, checked: option.value === value, on: { change: () => onChange(option.value) } }),
    h('span', { class: 'grow' }, h('strong', { text: option.title }), h('span', { class: 'fine data-line wrap', text: option.text })))));
}
