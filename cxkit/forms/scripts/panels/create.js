/** Asks for the name of a thing that a link should point to, and has it written where it belongs. */
import { freshId, h, setAttribute, setText, wordButton } from '../dom.js';
import { icon } from '../icons.js';
import { newId, wellFormed } from '../value.js';
import { dialog } from './dialog.js';

const NEW = '+';

/**
 * @param {import('../form-context.js').Form} form
 * @param {string} kind link kind of the new thing
 * @param {any} how the words of `pages[kind].create`
 * @param {{made: (id: string, wanted: any) => void, focus: () => void}} then `made` is called once it
 *   is written, `focus` when the dialog is gone
 */
export function askForNew(form, kind, how, { made, focus }) {
  const name = question(form, how);
  const held = how.holder && holderQuestion(form, how.holder);
  const state = h('p', { class: 'cx-note-line', role: 'status' });
  const wrong = h('p', { class: 'cx-error', role: 'alert', hidden: true });
  const shown = dialog(form, form.host, how.add, name.control);
  let waits = false;
  const send = () => waits || submit();
  const act = wordButton(form, form.say('create_act'), send, { variant: 'strong', class: 'cx-create-act' });
  const where = h('p', { class: 'cx-help' }, form.say(form.ownList(kind) ? 'create_here' : 'create_there', how));
  const body = h('form', { class: 'cx-create', novalidate: true, onsubmit: (event) => event.preventDefault() });
  body.append(...[name.element, held?.element, where, wrong, state].filter(Boolean));
  body.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    send();
  });
  shown.body.append(body);
  shown.foot.append(wordButton(form, form.say('cancel'), () => shown.close(), { variant: 'quiet' }), act);
  const complain = (text, control) => {
    setText(wrong, text);
    wrong.hidden = !text;
    body.querySelectorAll('input').forEach((input) => setAttribute(input, 'aria-invalid', input === control && 'true'));
    control?.focus();
  };
  const submit = async () => {
    const problem = name.problem() ?? held?.problem();
    complain(problem?.text ?? '', problem?.control);
    if (problem) return;
    waits = true;
    setText(state, form.say(form.connected() ? 'saving' : 'create_offline'));
    const wanted = { target: kind, id: newId(), label: name.read(), ...held?.read() };
    const { id, refusal } = await form.create(wanted);
    waits = false;
    setText(state, '');
    if (refusal) complain(refusal, name.control);
    else if (shown.element.open) {
      made(id, wanted);
      shown.close(focus);
    }
  };
  shown.open();
}

/** A one-line question whose answer is needed. */
function question(form, { label, help, max_length: limit }) {
  const id = freshId('new');
  const hint = help && h('span', { class: 'cx-help', id: `${id}-help` }, help);
  const control = h('input', { class: 'cx-control', id, autocomplete: 'off', 'aria-describedby': help ? `${id}-help` : null });
  const element = h('div', { class: 'cx-field' }, h('label', { class: 'cx-label', for: id }, label), control, hint);
  const read = () => wellFormed(control.value).replace(/\s+/g, ' ').trim();
  const problem = () => {
    const { length } = read();
    if (!length) return { text: form.say('create_unnamed'), control };
    if (limit && length > limit) return { text: form.say('too_long', { n: limit }), control };
    return undefined;
  };
  return { element, control, read, problem };
}

/** In what the new thing belongs: one of those there are, or a new one with a name of its own. */
function holderQuestion(form, holder) {
  const options = form.options(holder.kind);
  const own = question(form, holder);
  const control = h('select', { class: 'cx-control', onchange: () => look() });
  const all = [...options.map((one) => ({ id: one.id, label: one.label })), { id: NEW, label: holder.add }];
  control.append(...all.map((one) => h('option', { value: one.id }, one.label)));
  control.setAttribute('aria-label', holder.list);
  const chooser = h('span', { class: 'cx-select', hidden: !options.length }, control, icon('down'));
  const title = h('p', { class: 'cx-label', 'aria-hidden': 'true' }, holder.list);
  const element = h('div', { class: 'cx-holder', role: 'group', 'aria-label': holder.list }, title, chooser, own.element);
  const isNew = () => control.value === NEW;
  const look = () => (own.element.hidden = !isNew());
  const freshHolder = newId();
  look();
  return {
    element,
    read: () => (isNew() ? { holder: freshHolder, holder_label: own.read() } : { holder: control.value }),
    problem: () => (isNew() ? own.problem() : undefined),
  };
}
