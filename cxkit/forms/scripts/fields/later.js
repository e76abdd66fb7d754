/** A field that is long to draw: the fields before it take typing first. */
import { afterFrame, h } from '../dom.js';

const LONG_LIST = 8;

/** @returns {boolean} whether a field of these items is worth waiting for */
export function isLong(form, field, path) {
  if (field.layout === 'lanes') return true;
  return ['cards', 'table'].includes(field.kind) && (form.get(path)?.length ?? 0) > LONG_LIST;
}

/** @returns {import('../form-context.js').Editor} the field's own editor, drawn when the others are painted */
export function laterEditor(form, field, path) {
  const wide = field.layout === 'lanes' && 'cx-wide-field';
  const element = h('div', { class: ['cx-later', wide].filter(Boolean).join(' ') });
  let editor = null;
  const draw = () => {
    if (editor) return editor;
    editor = form.make(field, path);
    element.append(editor.element);
    return editor;
  };
  afterFrame(draw);
  return { element, update: () => editor?.update(), focus: (rest) => draw().focus(rest) };
}
