/** A table: a record for each row, compact editors in its cells; cards on a narrow screen. */
import { focusOn, freshId, h, setText, wordButton } from '../dom.js';
import { deletedNote, keyed, moveByKey, recordTools, recordsOf } from '../records.js';
import { grouped } from './frame.js';
import { perCreator } from './create.js';
import { noneYet } from './links.js';
import { mender, SOME_RECORD } from './mend.js';
import { orphans } from './orphans.js';
import { perRecords } from './per.js';

const KEYS = { ArrowUp: -1, ArrowDown: 1 };

/** @returns {import('../form-context.js').Editor} */
export function tableEditor(form, field, path) {
  return field.per ? perTable(form, field, path) : freeTable(form, field, path);
}

/** A table of a few columns keeps to the form's own column. */
function wideWhen(field) {
  return field.fields.length > 3 ? ['cx-wide-field'] : [];
}

function grid(form, fields, { tools }) {
  const columns = fields.map((field) => ({ field, id: freshId('col') }));
  const heads = columns.map(({ field, id }) => {
    const needed = field.needed && h('span', { class: 'cx-needed' }, form.say('needed'));
    const help = field.help && h('span', { class: 'cx-help' }, field.help);
    const words = h('span', { id }, field.label);
    return h('th', { scope: 'col', role: 'columnheader', class: `cx-col-${field.kind}` }, words, needed, help);
  });
  const corner = tools && h('td', { role: 'cell' });
  const head = h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...heads, corner));
  const body = h('tbody', { role: 'rowgroup' });
  const table = h('table', { class: 'cx-table', role: 'table' }, head, body);
  const scroller = h('div', { class: 'cx-wide', tabindex: 0, role: 'group' }, table);
  return { columns, body, table, scroller };
}

function freeTable(form, field, path) {
  const records = recordsOf(form, field, path);
  const { columns, body, table, scroller } = grid(form, field.fields, { tools: true });
  scroller.setAttribute('aria-label', field.label);
  const focusFirst = (id) => rows.editors.get(id)?.focus([]);
  const note = deletedNote(form, records, focusFirst);
  const rows = keyed(body, (id) => freeRow(form, path, id, { columns, records, note, focusFirst }));
  const addOne = (values) => focusFirst(records.add(values));
  const add = wordButton(form, field.add ?? form.say('add'), () => addOne(), { iconName: 'add' });
  const mend = mender(form, field, path, { records, add: addOne, focus: (place) => focus(place) });
  const full = h('p', { class: 'cx-note-line', hidden: true }, form.say('full', { n: field.max_items }));
  const none = h('p', { class: 'cx-note-line' }, form.say('none_yet'));
  const { element, show } = grouped(form, field, path, none, scroller, note.element, full, mend.element, add);
  element.classList.add('cx-list-field', ...wideWhen(field));
  const update = () => {
    const items = records.all();
    rows.update(items);
    note.update();
    mend.update();
    none.hidden = items.length > 0;
    table.hidden = items.length === 0;
    full.hidden = !records.full();
    add.disabled = records.full();
    show(form.errorAt(path, false));
  };
  update();
  const focus = ([id, ...rest]) => {
    if (id === SOME_RECORD) return mend.show(rest) || focusOn(add);
    return rows.editors.get(id)?.focus(rest) ?? focusOn(add);
  };
  return { element, update, focus };
}

function freeRow(form, path, id, { columns, records, note, focusFirst }) {
  const own = [...path, id];
  const cells = cellsOf(form, columns, own);
  const move = (by) => records.move(id, by);
  const tools = recordTools(form, {
    move,
    duplicate: () => focusFirst(records.duplicate(id)),
    remove: () => note.show(records.remove(id)),
  });
  const last = h('td', { class: 'cx-row-tools', role: 'cell' }, tools.element);
  const element = h('tr', { role: 'row', 'data-path': own.join('/') }, ...cells.elements, last);
  element.addEventListener('keydown', (event) => moveByKey(event, KEYS, move));
  const update = (index, total) => {
    cells.update();
    tools.update(records.label(id), { first: index === 0, last: index === total - 1, full: records.full() });
  };
  return { element, update, focus: cells.focus };
}

function cellsOf(form, columns, own, rowHead = '') {
  const editors = new Map();
  const elements = columns.map(({ field, id }) => {
    const labelledby = rowHead ? `${id} ${rowHead}` : id;
    const editor = form.make(field, [...own, field.name], { labelledby });
    editors.set(field.name, editor);
    return h('td', { role: 'cell', 'data-label': field.label }, editor.element);
  });
  return {
    elements,
    update: () => editors.forEach((editor) => editor.update()),
    focus: ([name, ...rest]) => (editors.get(name) ?? [...editors.values()][0])?.focus(rest) ?? false,
  };
}

/** One row for each linked item, there before anything is written in it. */
function perTable(form, field, path) {
  const [link, ...fields] = field.fields;
  const { columns, body, table, scroller } = grid(form, fields, { tools: false });
  scroller.setAttribute('aria-label', field.label);
  const linkHead = h('th', { scope: 'col', role: 'columnheader', class: 'cx-row-head' }, link.label);
  table.querySelector('thead tr').prepend(linkHead);
  const linked = perRecords(form, field, path);
  const rows = keyed(body, (id) => perRow(form, [...path, id], columns, () => linked.name(id)));
  const none = noneYet(form, field.per);
  const lost = orphans(form, field, path, link);
  const fresh = perCreator(form, field.per, () => [...rows.editors.values()].at(-1)?.focus([]));
  const { element, show } = grouped(form, field, path, none, scroller, lost.element, ...fresh.parts);
  element.classList.add('cx-list-field', ...wideWhen(field));
  const update = () => {
    const items = linked.all();
    rows.update(items);
    lost.update(form.options(field.per));
    fresh.update();
    none.hidden = items.length > 0;
    table.hidden = items.length === 0;
    show(form.errorAt(path, false));
  };
  update();
  const focus = ([id, ...rest]) =>
    (rows.editors.get(linked.of(id)) ?? [...rows.editors.values()][0])?.focus(rest) ?? false;
  return { element, update, focus };
}

function perRow(form, own, columns, name) {
  const words = h('span', { id: freshId('row') });
  const head = h('th', { scope: 'row', role: 'rowheader', class: 'cx-row-head' }, words);
  const cells = cellsOf(form, columns, own, words.id);
  const element = h('tr', { role: 'row', 'data-path': own.join('/') }, head, ...cells.elements);
  const update = () => {
    setText(words, name() ?? '');
    cells.update();
  };
  return { element, update, focus: cells.focus };
}
