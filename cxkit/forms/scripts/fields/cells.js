/**
 * Compact editors for tables: native elements, because a map of 30 touchpoints has hundreds of
 * them. Row and column headers name them.
 */
import { deepFocus, focusOn, freshId, h, setText } from '../dom.js';
import { wellFormed } from '../value.js';
import { creator } from './create.js';
import { numberProblem, parseNumber, showNumber } from './number.js';
import { select, tickList } from './options.js';
import { stepsOf } from './rating.js';

const CELLS = {
  text: textCell,
  'long-text': textCell,
  number: numberCell,
  date: dateCell,
  switch: switchCell,
  choice: choiceCell,
  choices: ticksCell,
  links: ticksCell,
  link: choiceCell,
  rating: choiceCell,
  tags: tagsCell,
};

/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../value.js').Field} field
 * @param {string[]} path
 * @param {string} labelledby ids of the headers
 * @returns {import('../form-context.js').Editor}
 */
export function cellEditor(form, field, path, labelledby) {
  const build = CELLS[field.kind];
  if (!build) return form.make(field, path);
  const cell = build(form, field, path);
  const error = h('div', { class: 'cx-error', id: freshId('error'), hidden: true });
  cell.control.setAttribute('aria-labelledby', cell.says ? `${labelledby} ${cell.says}` : labelledby);
  const element = h('div', { class: `cx-cell cx-cell-${field.kind}`, 'data-path': path.join('/') });
  element.append(cell.element ?? cell.control, error);
  const look = () => {
    const message = form.errorAt(path) || (cell.broken?.() ? form.say('broken_link') : '');
    setText(error, message);
    error.hidden = !message;
    if (message) {
      cell.control.setAttribute('aria-invalid', 'true');
      cell.control.setAttribute('aria-describedby', error.id);
    } else if (cell.control.hasAttribute('aria-invalid')) {
      cell.control.removeAttribute('aria-invalid');
      cell.control.removeAttribute('aria-describedby');
    }
  };
  cell.control.addEventListener('input', look);
  const update = () => {
    cell.update();
    look();
  };
  update();
  return { element, update, focus: () => focusOn(cell.control) };
}

function textCell(form, field, path) {
  const check = (text) => {
    const over = field.max_length && text.length > field.max_length;
    form.check(path, over ? form.say('too_long', { n: field.max_length }) : '');
  };
  const control = h('textarea', {
    class: 'cx-control',
    rows: 1,
    oninput: () => {
      check(control.value);
      form.edit(path, wellFormed(control.value), { typing: true });
    },
    onblur: () => update(),
    onkeydown: (event) => {
      if (event.key === 'Enter' && field.kind === 'text' && !event.isComposing) event.preventDefault();
    },
  });
  const update = () => {
    const value = form.get(path) ?? '';
    const typing = deepFocus() === control && control.value.trim() === value.trim();
    if (control.value !== value && !typing) control.value = value;
    check(control.value);
  };
  return { control, update };
}

function numberCell(form, field, path) {
  const control = h('input', {
    class: 'cx-control',
    inputmode: 'decimal',
    autocomplete: 'off',
    oninput: () => {
      const problem = numberProblem(form, field, control.value);
      form.check(path, problem);
      if (!problem) form.edit(path, parseNumber(control.value, form.lang), { typing: true });
    },
  });
  const update = () => {
    const wrong = numberProblem(form, field, control.value);
    const value = form.get(path) ?? null;
    if (!wrong && parseNumber(control.value, form.lang) !== value) {
      control.value = showNumber(value, form.lang);
    }
  };
  return { control, update };
}

function dateCell(form, field, path) {
  const oninput = () => form.edit(path, control.value || null, { typing: true });
  const control = h('input', { type: 'date', class: 'cx-control', oninput });
  const update = () => {
    const value = form.get(path) ?? '';
    if (control.value !== value) control.value = value;
  };
  return { control, update };
}

function switchCell(form, field, path) {
  const onchange = () => form.edit(path, control.checked);
  const control = h('input', { type: 'checkbox', class: 'cx-box', role: 'switch', onchange });
  const update = () => {
    control.checked = Boolean(form.get(path));
  };
  return { control, update };
}

const asOptions = (found) => found.map(({ id, label }) => ({ value: id, label }));

function choiceCell(form, field, path) {
  if (field.kind === 'rating') return ratingCell(form, field, path);
  const options = field.kind === 'link' ? () => asOptions(form.options(field.target)) : () => field.options;
  const read = () => form.get(path) ?? '';
  const write = (value) => form.edit(path, value);
  const chooser = select(form, { options, read, write });
  if (field.kind !== 'link') return chooser;
  const fresh = creator(form, field.target, write, { focus: () => focusOn(chooser.control), small: true });
  const element = h('div', { class: 'cx-chooser' }, chooser.element, ...fresh.parts);
  let broken = false;
  const update = () => {
    broken = chooser.update();
    fresh.update();
  };
  return { control: chooser.control, element, update, broken: () => broken };
}

function ratingCell(form, field, path) {
  const steps = stepsOf(field).map(({ value, face, says }) => ({
    value: String(value),
    label: says ? `${face} · ${says}` : face,
  }));
  const chooser = select(form, {
    options: () => steps,
    read: () => String(form.get(path) ?? ''),
    write: (value) => form.edit(path, value === '' ? null : Number(value)),
  });
  const update = () => {
    chooser.update();
    if (field.min < 0) chooser.control.dataset.sign = Math.sign(form.get(path) ?? 0);
  };
  return { ...chooser, update };
}

/** Several of many: the chosen ones in a line, the boxes under it when opened. */
function ticksCell(form, field, path) {
  const options = field.kind === 'links' ? () => asOptions(form.options(field.target)) : () => field.options;
  const read = () => form.get(path) ?? [];
  const write = (value) => form.edit(path, value);
  const line = h('span', { id: freshId('chosen') });
  const control = h('summary', {}, line);
  const element = h('details', { class: 'cx-cell-ticks' }, control);
  let ticks = null;
  const open = () => {
    if (ticks) return;
    ticks = tickList(form, { options, read, write, light: true });
    element.append(ticks.element, ...(fresh?.parts ?? []));
    ticks.update();
  };
  const add = (id) => read().includes(id) || write([...read(), id]);
  const last = () => ticks.focus(read().at(-1));
  const fresh = field.kind === 'links' ? creator(form, field.target, add, { focus: last, small: true }) : null;
  element.addEventListener('toggle', open);
  const update = () => {
    const chosen = read();
    const labels = new Map(options().map((option) => [option.value, option.label]));
    const words = chosen.map((value) => labels.get(value) ?? form.say('deleted_link'));
    setText(line, words.join(', ') || form.say('not_chosen'));
    control.classList.toggle('cx-open', !chosen.length);
    ticks?.update();
    fresh?.update();
  };
  const broken = () => {
    const known = new Set(options().map((option) => option.value));
    return read().some((value) => !known.has(value));
  };
  return { control, element, update, broken, says: line.id };
}

function tagsCell(form, field, path) {
  const split = () => [...new Set(control.value.split(/[,\n]/).map((tag) => tag.trim()).filter(Boolean))];
  const control = h('textarea', {
    class: 'cx-control',
    rows: 1,
    placeholder: form.say('tags_commas'),
    oninput: () => form.edit(path, split().map(wellFormed), { typing: true }),
    onblur: () => update(),
  });
  const update = () => {
    const value = form.get(path) ?? [];
    if (deepFocus() !== control || String(split()) !== String(value)) control.value = value.join(', ');
  };
  return { control, update };
}
