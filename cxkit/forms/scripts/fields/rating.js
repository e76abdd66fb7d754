/** A rating: described steps in a row, the chosen one's words beside it, all of them on demand. */
import { h, setText } from '../dom.js';
import { grouped } from './frame.js';
import { stepRow } from './options.js';

/** @returns {string} +2, 0 or −1 where a scale has a negative end, else the bare number */
export function stepFace(value, min) {
  if (min >= 0) return String(value);
  return value > 0 ? `+${value}` : String(value).replace('-', '\u2212');
}

/** @param {{min: number, max: number, anchors?: {value: number, text: string}[]}} scale */
export function stepsOf({ min, max, anchors = [] }) {
  const said = new Map(anchors.map((anchor) => [anchor.value, anchor.text]));
  const values = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  return values.map((value) => ({ value, face: stepFace(value, min), says: said.get(value) ?? '' }));
}

/** All steps with their words, folded away. */
export function scaleKey(form, steps) {
  const rows = steps.filter((step) => step.says);
  if (!rows.length) return null;
  const list = rows.flatMap((step) => [h('dt', {}, step.face), h('dd', {}, step.says)]);
  const summary = h('summary', {}, form.say('all_steps'));
  return h('details', { class: 'cx-scale' }, summary, h('dl', {}, ...list));
}

/** @returns {import('../form-context.js').Editor} */
export function ratingEditor(form, field, path) {
  const steps = stepsOf(field);
  const row = stepRow(form, {
    steps,
    read: () => form.get(path) ?? null,
    write: (value) => form.edit(path, value),
    clear: null,
  });
  const said = h('p', { class: 'cx-step-says' });
  const { element, show } = grouped(form, field, path, row.element, said, scaleKey(form, steps));
  const update = () => {
    const chosen = steps.find((step) => step.value === form.get(path));
    row.update();
    setText(said, chosen?.says ?? '');
    show(form.errorAt(path));
  };
  update();
  return { element, update, focus: row.focus };
}
