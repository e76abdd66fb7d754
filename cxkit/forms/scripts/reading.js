/** An answer to be read, not written: labels and values, lists inside lists. */
import { localeOf } from './days.js';
import { h } from './dom.js';
import { showNumber } from './fields/number.js';
import { sourceOf } from './fields/picture.js';
import { stepFace, stepsOf } from './fields/rating.js';
import { hasRecords, isEmpty } from './value.js';

/**
 * @param {import('./form-context.js').Form} form
 * @param {import('./value.js').Field[]} fields
 * @param {any} value
 */
export function reading(form, fields, value) {
  const told = fields.filter((field) => !isEmpty(value?.[field.name]));
  const pairs = told.flatMap((field) => [
    h('dt', {}, field.label),
    h('dd', {}, readingOf(form, field, value[field.name], value)),
  ]);
  return h('dl', { class: 'cx-reading' }, ...pairs);
}

/** The value of one field. `whole` is what surrounds it: links may point there. */
export function readingOf(form, field, value, whole = {}) {
  if (isEmpty(value)) return h('span', { class: 'cx-help' }, form.say('empty'));
  if (hasRecords(field)) return itemList(form, field, value, whole);
  if (field.kind === 'matrix') return reading(form, field.fields.map((row) => ({ ...row, anchors: field.anchors })), value);
  if (field.kind === 'picture') return h('img', { class: 'cx-shot', src: sourceOf(field, value), alt: field.label });
  return h('span', { class: 'cx-told' }, words(form, field, value, whole));
}

function itemList(form, field, items, whole) {
  const heads = (item, index) => h('strong', {}, form.label(field, item, index));
  const rest = field.fields.filter((inner) => inner.name !== field.label_field);
  const rows = items.map((item, index) => h('li', {}, heads(item, index), reading(form, rest, { ...whole, ...item })));
  return h('ol', { class: 'cx-reading-list' }, ...rows);
}

function words(form, field, value, whole) {
  const option = (one) => field.options.find((o) => o.value === one)?.label ?? one;
  switch (field.kind) {
    case 'choice':
      return option(value);
    case 'choices':
      return value.map(option).join(', ');
    case 'tags':
      return value.join(', ');
    case 'switch':
      return form.say(value ? 'yes' : 'no');
    case 'number':
      return showNumber(value, form.lang);
    case 'date':
      return new Date(`${value}T12:00`).toLocaleDateString(localeOf(form.lang), { dateStyle: 'long' });
    case 'rating':
      return ratingWords(field, value);
    case 'link':
      return linkWords(form, field, value, whole);
    case 'links':
      return value.map((id) => linkWords(form, field, id, whole)).join(', ');
    default:
      return String(value);
  }
}

function ratingWords(field, value) {
  const min = field.min ?? 0;
  const step = stepsOf({ min, max: field.max ?? 4, anchors: field.anchors }).find((s) => s.value === value);
  return step?.says ? `${step.face} · ${step.says}` : stepFace(value, min);
}

/** The linked thing's name: in the read answer itself, among this form's links, or deleted. */
function linkWords(form, field, id, whole) {
  const near = nameIn(whole, id);
  const known = form.options(field.target).find((option) => option.id === id)?.label;
  return near ?? known ?? form.say('deleted_link');
}

function nameIn(value, id) {
  if (!value || typeof value !== 'object') return undefined;
  if (value.id === id) {
    const text = Object.entries(value).find(([key, inner]) => key !== 'id' && typeof inner === 'string' && inner);
    return text?.[1];
  }
  for (const inner of Object.values(value)) {
    const found = nameIn(inner, id);
    if (found) return found;
  }
  return undefined;
}
