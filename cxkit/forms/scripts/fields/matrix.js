/** Several ratings on one scale: a Likert grid of real radio buttons. */
import { freshId, h } from '../dom.js';
import { grouped } from './frame.js';
import { scaleKey, stepsOf } from './rating.js';

/** @returns {import('../form-context.js').Editor} */
export function matrixEditor(form, field, path) {
  const values = field.anchors.map((anchor) => anchor.value);
  const [first] = field.fields;
  const min = first?.min ?? Math.min(...values);
  const max = first?.max ?? Math.max(...values);
  const steps = stepsOf({ min, max, anchors: field.anchors });
  const rows = new Map(field.fields.map((row) => [row.name, matrixRow(form, row, [...path, row.name], steps)]));
  const ends = h('p', { class: 'cx-matrix-ends' }, scaleEnds(steps));
  const body = h('div', { class: 'cx-matrix' });
  body.style.setProperty('--steps', String(steps.length));
  body.append(...[...rows.values()].map((row) => row.element));
  const { element, show } = grouped(form, field, path, ends, body, scaleKey(form, steps));
  const update = () => {
    rows.forEach((row) => row.update());
    show(form.errorAt(path, false));
  };
  update();
  return { element, update, focus: ([name]) => (rows.get(name) ?? [...rows.values()][0])?.focus() ?? false };
}

function scaleEnds(steps) {
  const [low, high] = [steps[0], steps.at(-1)];
  const end = (step) => (step.says ? `${step.face}\u00a0=\u00a0${step.says}` : step.face);
  return `${end(low)} · ${end(high)}`;
}

function matrixRow(form, row, path, steps) {
  const name = freshId('row');
  const label = h('span', { class: 'cx-matrix-label', id: `${name}-label` }, row.label);
  const help = row.help && h('span', { class: 'cx-help', id: `${name}-help` }, row.help);
  const error = h('span', { class: 'cx-error', id: `${name}-error`, hidden: true });
  const radios = steps.map((step) => {
    const onchange = () => form.edit(path, step.value);
    const radio = h('input', { type: 'radio', name, onchange });
    const says = h('span', { class: 'cx-hidden' }, step.says ? ` – ${step.says}` : '');
    const face = h('span', { class: 'cx-step-face', title: step.says || null }, step.face, says);
    return { step, radio, element: h('label', { class: 'cx-step' }, radio, face) };
  });
  const wipe = h(
    'button',
    {
      type: 'button',
      class: 'cx-link cx-wipe',
      'aria-label': form.say('clear_row', { label: row.label }),
      onclick: () => {
        form.edit(path, null);
        radios[0].radio.focus();
      },
    },
    form.say('clear'),
  );
  const group = h(
    'div',
    {
      class: 'cx-matrix-row',
      role: 'radiogroup',
      'aria-labelledby': label.id,
      'aria-describedby': `${help ? `${help.id} ` : ''}${error.id}`,
      'data-path': path.join('/'),
    },
    h('span', { class: 'cx-matrix-words' }, label, help, error),
    ...radios.map((r) => r.element),
    wipe,
  );
  const update = () => {
    const value = form.get(path) ?? null;
    for (const { step, radio } of radios) radio.checked = step.value === value;
    wipe.hidden = value === null;
    const message = form.errorAt(path);
    error.hidden = !message;
    error.textContent = message;
  };
  const focus = () => {
    (radios.find((r) => r.radio.checked) ?? radios[0]).radio.focus();
    return true;
  };
  return { element: group, update, focus };
}
