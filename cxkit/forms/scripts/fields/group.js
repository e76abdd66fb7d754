/** The fields of a form, a card or a row's details, one below the other. */
import { h } from '../dom.js';

/** @returns {import('../form-context.js').Editor} */
export function groupEditor(form, fields, path) {
  const editors = new Map(fields.map((field) => [field.name, form.make(field, [...path, field.name])]));
  const element = h('div', { class: 'cx-fields' }, ...[...editors.values()].map((e) => e.element));
  return {
    element,
    update: () => editors.forEach((editor) => editor.update()),
    focus: ([name, ...rest]) => (editors.get(name) ?? [...editors.values()][0])?.focus(rest) ?? false,
  };
}
