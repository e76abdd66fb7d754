/** The fields of a form, a card or a row's details, one below the other. */
import { h } from '../dom.js';
import { isLong, laterEditor } from './later.js';

/** @returns {import('../form-context.js').Editor} */
export function groupEditor(form, fields, path) {
  const make = (field, own) => (isLong(form, field, own) ? laterEditor(form, field, own) : form.make(field, own));
  const editors = new Map(fields.map((field) => [field.name, make(field, [...path, field.name])]));
  const element = h('div', { class: 'cx-fields' }, ...[...editors.values()].map((e) => e.element));
  return {
    element,
    update: () => editors.forEach((editor) => editor.update()),
    focus: ([name, ...rest]) => (editors.get(name) ?? [...editors.values()][0])?.focus(rest) ?? false,
  };
}
