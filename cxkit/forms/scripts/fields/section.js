/**
 * A rating and the fields that belong to it by their names (`map`, `map_have`, `map_who`) under one head
 * that folds them away: what is answered in full is folded at first, what is open lies open.
 */
import { freshId, h, setText } from '../dom.js';
import { icon } from '../icons.js';
import { isEmpty } from '../value.js';
import { stepsOf } from './rating.js';

/** @returns {boolean} whether a field belongs to a rating before it */
export function belongsTo(lead, field) {
  return lead.kind === 'rating' && field.name.startsWith(`${lead.name}_`);
}

/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../value.js').Field[]} fields the rating first
 * @param {(field: import('../value.js').Field) => import('../form-context.js').Editor} make
 * @param {string[]} path
 */
export function sectionEditor(form, fields, make, path) {
  const [lead] = fields;
  const at = (field) => form.get([...path, field.name]);
  const said = h('span', { class: 'cx-section-said' });
  const flag = h('span', { class: 'cx-card-flag', hidden: true }, icon('alert'), form.say('see_inside'));
  const body = h('div', { class: 'cx-card-body cx-fields', id: freshId('section') });
  const needed = lead.needed && h('span', { class: 'cx-needed' }, form.say('needed'));
  const name = h('span', { class: 'cx-card-name' }, lead.label, ' ', needed);
  const toggle = h('button', { type: 'button', class: 'cx-card-toggle', 'aria-controls': body.id }, icon('right'), name, said, flag);
  const open = (isOpen) => {
    body.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  toggle.addEventListener('click', () => open(body.hidden));
  const editors = new Map(fields.map((field) => [field.name, make(field)]));
  body.append(...[...editors.values()].map((editor) => editor.element));
  // The head says it already; a screen reader still hears it of the group of steps.
  for (const part of editors.get(lead.name).element.querySelectorAll('legend > *')) part.classList.add('cx-hidden');
  const element = h('div', { class: 'cx-card cx-section' }, h('div', { class: 'cx-card-head' }, toggle), body);
  open(fields.some((field) => at(field) === null || isEmpty(at(field))));
  const steps = stepsOf(lead);
  const update = () => {
    editors.forEach((editor) => editor.update());
    const step = steps.find(({ value }) => value === at(lead));
    setText(said, step ? [step.face, step.says].filter(Boolean).join(' · ') : '');
    flag.hidden = !fields.some((field) => form.errorAt([...path, field.name]));
  };
  const focus = ([field, ...rest]) => {
    open(true);
    return (editors.get(field) ?? editors.get(lead.name)).focus(rest);
  };
  return { element, update, focus };
}
