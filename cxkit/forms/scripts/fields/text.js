/** Text, number, date, tags and switch: Web Awesome inputs with our notes around them. */
import { deepFocus, focusOn, h } from '../dom.js';
import { wellFormed } from '../value.js';
import { counter, exampleToggle, fieldBox, hint, labelWords, markInvalid } from './frame.js';
import { numberProblem, parseNumber, showNumber } from './number.js';

const TAGS = { 'long-text': 'wa-textarea', tags: 'wa-tag-input', switch: 'wa-switch' };

function component(form, field, notes, props) {
  const tag = TAGS[field.kind] ?? 'wa-input';
  const label = h('span', { slot: 'label' }, ...labelWords(form, field));
  const shape = { lang: form.lang, autocomplete: 'off', ...props };
  return h(tag, shape, field.kind === 'switch' ? field.label : label, notes.element);
}

function has(element) {
  const focused = deepFocus();
  return focused === element || element.shadowRoot?.contains(focused);
}

/** Text that differs in nothing but the spaces Python trims away. */
function sameWords(a, b) {
  const trimmed = (text) => text.replace(/\s+/g, ' ').trim();
  return trimmed(a) === trimmed(b);
}

function framed(form, field, path, props, parts = []) {
  const notes = hint(form, field, { slot: 'hint' });
  const input = component(form, field, notes, props);
  const element = fieldBox(form, field, path, input, ...parts, exampleToggle(form, field));
  const show = (message) => {
    if (input.classList.contains('cx-wrong') !== Boolean(message)) markInvalid(input, Boolean(message));
    notes.show(message);
    notes.element.hidden = !message && !field.help;
  };
  notes.element.hidden = !field.help;
  return { element, input, show };
}

/** Where the browser lets areas grow by style, measuring each one by script would cost a layout. */
const GROWS = CSS.supports('field-sizing', 'content');

/** @returns {import('../form-context.js').Editor} */
export function textEditor(form, field, path) {
  const count = counter(form, field);
  const long = field.kind === 'long-text';
  const props = long ? { rows: 3, resize: GROWS ? 'none' : 'auto' } : {};
  const { element, input, show } = framed(form, field, path, props, [count.element]);
  const look = () => {
    const { length } = input.value ?? '';
    const over = field.max_length && length > field.max_length;
    form.check(path, over ? form.say('too_long', { n: field.max_length }) : '');
    count.show(length);
    show(form.errorAt(path));
  };
  input.addEventListener('input', () => {
    form.edit(path, wellFormed(input.value ?? ''), { typing: true });
    look();
  });
  const update = () => {
    const value = form.get(path) ?? '';
    const shown = input.value ?? '';
    if (shown !== value && !(has(input) && sameWords(shown, value))) input.value = value;
    look();
  };
  input.addEventListener('blur', update);
  update();
  return { element, update, focus: () => focusOn(input) };
}

/** @returns {import('../form-context.js').Editor} */
export function numberEditor(form, field, path) {
  const { element, input, show } = framed(form, field, path, { inputmode: 'decimal' });
  const read = () => {
    const problem = numberProblem(form, field, input.value ?? '');
    form.check(path, problem);
    if (!problem) form.edit(path, parseNumber(input.value ?? '', form.lang), { typing: true });
    show(form.errorAt(path));
  };
  input.addEventListener('input', read);
  const update = () => {
    const typed = input.value ?? '';
    const wrong = numberProblem(form, field, typed);
    const value = form.get(path) ?? null;
    if (!wrong && parseNumber(typed, form.lang) !== value) input.value = showNumber(value, form.lang);
    show(form.errorAt(path));
  };
  update();
  return { element, update, focus: () => focusOn(input) };
}

/** @returns {import('../form-context.js').Editor} */
export function dateEditor(form, field, path) {
  const { element, input, show } = framed(form, field, path, { type: 'date' });
  input.addEventListener('input', () => form.edit(path, input.value || null, { typing: true }));
  const update = () => {
    const value = form.get(path) ?? '';
    if ((input.value ?? '') !== value) input.value = value;
    show(form.errorAt(path));
  };
  update();
  return { element, update, focus: () => focusOn(input) };
}

/** @returns {import('../form-context.js').Editor} */
export function tagsEditor(form, field, path) {
  const props = { placeholder: form.say('tags_how'), 'max-tags': field.max_items };
  const { element, input, show } = framed(form, field, path, props);
  const read = () => form.edit(path, (input.value ?? []).map(wellFormed));
  input.addEventListener('change', read);
  input.addEventListener('input', read);
  const update = () => {
    const value = form.get(path) ?? [];
    if (String(input.value) !== String(value)) input.value = [...value];
    show(form.errorAt(path));
  };
  update();
  return { element, update, focus: () => focusOn(input) };
}

/** @returns {import('../form-context.js').Editor} */
export function switchEditor(form, field, path) {
  const { element, input, show } = framed(form, field, path, {});
  input.addEventListener('change', () => form.edit(path, input.checked));
  const update = () => {
    input.checked = Boolean(form.get(path));
    show(form.errorAt(path));
  };
  update();
  return { element, update, focus: () => focusOn(input) };
}
