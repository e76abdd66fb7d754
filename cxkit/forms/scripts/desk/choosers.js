/** A labelled list to choose one of. */
import { freshId, h } from '../dom.js';
import { icon } from '../icons.js';

/**
 * @param {any} desk
 * @param {{label: string, help?: string, options: {value: string, label: string}[], value: string, write: (value: string) => void}} how
 */
export function chooser(_desk, { label, help, options, value, write }) {
  const id = freshId('desk');
  const control = h('select', { id, class: 'cx-control', onchange: () => write(control.value) });
  control.append(...options.map((one) => h('option', { value: one.value, '.selected': one.value === value }, one.label)));
  control.value = value;
  const hint = help && h('span', { class: 'cx-desk-small', id: `${id}-help` }, help);
  if (hint) control.setAttribute('aria-describedby', `${id}-help`);
  const name = h('label', { class: 'cx-desk-label', for: id }, label);
  return h('div', { class: 'cx-desk-field' }, name, h('span', { class: 'cx-select' }, control, icon('down')), hint);
}

/** A box to tick. */
export function tick(words, on, write) {
  const box = h('input', { type: 'checkbox', '.checked': on, onchange: () => write(box.checked) });
  return h('label', { class: 'cx-desk-tick' }, box, h('span', {}, words));
}
