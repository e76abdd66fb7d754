/** The fields of a form, a card or a row's details: one below the other, numbers side by side. */
import { h } from '../dom.js';
import { isLong, laterEditor } from './later.js';
import { belongsTo, sectionEditor } from './section.js';

/** @returns {import('../form-context.js').Editor} */
export function groupEditor(form, fields, path) {
  const make = (field) => {
    const own = [...path, field.name];
    return isLong(form, field, own) ? laterEditor(form, field, own) : form.make(field, own);
  };
  const editors = new Map();
  const whole = [];
  const element = h('div', { class: 'cx-fields' });
  for (const run of runsOf(fields)) {
    if (run.length > 1 && run[0].kind === 'rating') {
      const section = sectionEditor(form, run, make, path);
      run.forEach(({ name }) => editors.set(name, { focus: (rest) => section.focus([name, ...rest]) }));
      whole.push(section);
      element.append(section.element);
      continue;
    }
    const made = run.map(make);
    made.forEach((editor, at) => editors.set(run[at].name, editor));
    whole.push(...made);
    const parts = made.map((editor) => editor.element);
    element.append(...(run.length > 1 ? [h('div', { class: 'cx-numbers' }, ...parts)] : parts));
  }
  return {
    element,
    update: () => whole.forEach((editor) => editor.update()),
    focus: ([name, ...rest]) => (editors.get(name) ?? [...editors.values()][0])?.focus(rest) ?? false,
  };
}

/** Parts fields into runs: a rating with what belongs to it, numbers in a row, all others alone. */
function runsOf(fields) {
  const runs = [];
  for (const field of fields) {
    const last = runs.at(-1);
    const goesOn = last && (belongsTo(last[0], field) || (last[0].kind === 'number' && field.kind === 'number'));
    if (goesOn) last.push(field);
    else runs.push([field]);
  }
  return runs;
}
