/** One of a few, one of many, several of many. */
import { focusOn } from '../dom.js';
import { grouped, labelled } from './frame.js';
import { select, stepRow, tickList } from './options.js';

const AT_A_GLANCE = 4;

/** @returns {import('../form-context.js').Editor} */
export function choiceEditor(form, field, path) {
  const options = () => field.options;
  const read = () => form.get(path) ?? '';
  const write = (value) => form.edit(path, value);
  if (field.options.length <= AT_A_GLANCE) {
    const steps = field.options.map((option) => ({ value: option.value, face: option.label }));
    const row = stepRow(form, { steps, read, write, clear: '' });
    const { element, show } = grouped(form, field, path, row.element);
    return finish(form, path, element, show, row);
  }
  const chooser = select(form, { options, read, write });
  const { element, show } = labelled(form, field, path, chooser.control, chooser.element);
  return finish(form, path, element, show, { ...chooser, focus: () => focusOn(chooser.control) });
}

/** @returns {import('../form-context.js').Editor} */
export function choicesEditor(form, field, path) {
  const ticks = tickList(form, {
    options: () => field.options,
    read: () => form.get(path) ?? [],
    write: (value) => form.edit(path, value),
  });
  const { element, show } = grouped(form, field, path, ticks.element);
  return finish(form, path, element, show, ticks);
}

function finish(form, path, element, show, control) {
  const update = () => {
    control.update();
    show(form.errorAt(path));
  };
  update();
  return { element, update, focus: control.focus };
}
