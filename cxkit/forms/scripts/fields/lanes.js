/**
 * Records side by side under their groups, fields as lanes: a journey map as a table that is
 * written in. The region scrolls sideways; the lanes' names stay in sight.
 */
import { arrange, focusOn, freshId, h, iconButton, nameButton, setText, wordButton } from '../dom.js';
import { deletedNote, moveByKey, recordTools, recordsOf } from '../records.js';
import { column, lane, laneWords } from './columns.js';
import { grouped } from './frame.js';
import { grouping } from './grouping.js';
import { mender, SOME_RECORD } from './mend.js';
import { inTurn } from './turns.js';

const KEYS = { ArrowLeft: -1, ArrowRight: 1 };

/** @returns {import('../form-context.js').Editor} */
export function lanesEditor(form, field, path) {
  const records = recordsOf(form, field, path);
  const groups = grouping(form, field, records);
  const { title, lanes } = lanesOf(form, field);
  const groupRow = h('tr', { class: 'cx-lane-groups' });
  const headRow = h('tr', { class: 'cx-lane-heads' });
  const body = h('tbody', {}, ...lanes.map((one) => one.row));
  const table = h('table', { class: 'cx-lanes' }, h('thead', {}, groupRow, headRow), body);
  const scroller = h('div', { class: 'cx-wide cx-lanes-scroll', tabindex: 0, role: 'group' }, table);
  scroller.setAttribute('aria-label', field.label);
  const keys = h('p', { class: 'cx-help cx-lanes-keys', id: freshId('keys') }, form.say('lanes_keys'));
  scroller.setAttribute('aria-describedby', keys.id);
  const columns = new Map();
  const focusFirst = (id) => columns.get(id)?.focus([]);
  const note = deletedNote(form, records, focusFirst);
  const corner = h('td', { class: 'cx-lane-corner', rowspan: field.group_by ? 2 : 1 });
  if (title) corner.append(...laneWords(form, title, title.labelId));
  const drawGroups = groupHeads(form, field, { records, groups, focusFirst });
  const shared = { records, groups, note, focusFirst, title, lanes, build: inTurn() };
  const addWords = field.add ?? form.say('add');
  const addOne = (values) => focusFirst(groups.add(undefined, values));
  const add = wordButton(form, addWords, () => addOne(), { iconName: 'add' });
  const mend = mender(form, field, path, { records, add: addOne, focus: (place) => focus(place) });
  const full = h('p', { class: 'cx-note-line', hidden: true }, form.say('full', { n: field.max_items }));
  const { element, show } = grouped(form, field, path, scroller, keys, note.element, full, mend.element, add);
  element.classList.add('cx-list-field', 'cx-wide-field');

  const update = () => {
    const ordered = groups.ordered();
    syncColumns(form, path, columns, ordered, shared);
    arrange(groupRow, field.group_by ? [corner, ...drawGroups(ordered)] : []);
    arrangeColumns({ headRow, lanes, columns, groups: ordered });
    if (!field.group_by) headRow.prepend(corner);
    ordered.flatMap((group) => group.items).forEach((item) => columns.get(item.id).update());
    note.update();
    mend.update();
    table.hidden = ordered.length === 0;
    keys.hidden = table.hidden;
    full.hidden = !records.full();
    add.disabled = records.full();
    show(form.errorAt(path, false));
  };
  update();
  const focus = ([id, ...rest]) => {
    if (id === SOME_RECORD) return mend.show(rest) || focusOn(add);
    const column = columns.get(id) ?? (id ? null : [...columns.values()][0]);
    return column ? column.focus(rest) : focusOn(add);
  };
  return { element, update, focus };
}

/** The naming field stands in a record's head, the grouping one in the last lane. */
function lanesOf(form, field) {
  const title = field.fields.find((inner) => inner.name === field.label_field && inner.kind === 'text');
  const last = (inner) => inner.name === field.group_by;
  const rest = field.fields.filter((inner) => inner !== title);
  const ordered = [...rest.filter((inner) => !last(inner)), ...rest.filter(last)];
  const named = title && { ...title, labelId: freshId('lane') };
  return { title: named, lanes: ordered.map((inner) => lane(form, inner)) };
}

function syncColumns(form, path, columns, groups, shared) {
  const ids = new Set(groups.flatMap((group) => group.items.map((item) => item.id)));
  for (const id of columns.keys()) if (!ids.has(id)) columns.delete(id);
  for (const id of ids) if (!columns.has(id)) columns.set(id, recordColumn(form, [...path, id], id, shared));
}

/** Puts heads and cells in the groups' order; a group without records keeps one empty column. */
function arrangeColumns({ headRow, lanes, columns, groups }) {
  const gap = () => h('td', { class: 'cx-lane-gap' });
  const cellsOf = (group, cellOf) =>
    group.items.length ? group.items.map((item) => cellOf(columns.get(item.id))) : [gap()];
  const inOrder = (cellOf) => groups.flatMap((group) => cellsOf(group, cellOf));
  arrange(headRow, inOrder((one) => one.head));
  lanes.forEach((one, index) => arrange(one.row, [one.head, ...inOrder((col) => col.cells[index])]));
}

function groupHeads(form, field, { records, groups, focusFirst }) {
  const kept = new Map();
  return (ordered) =>
    ordered.map((group) => {
      if (!kept.has(group.id)) kept.set(group.id, groupHead(form, field, () => focusFirst(groups.add(group.id))));
      const { element, name, add } = kept.get(group.id);
      setText(name, group.label);
      element.colSpan = Math.max(1, group.items.length);
      element.classList.toggle('cx-broken', Boolean(group.broken));
      add.disabled = records.full();
      nameButton(add, form.say('add_within', { add: field.add ?? form.say('add'), label: group.label }));
      return element;
    });
}

function groupHead(form, field, onAdd) {
  const name = h('span', { class: 'cx-lane-group-name' });
  const add = iconButton('add', field.add ?? form.say('add'), onAdd);
  const inner = h('div', { class: 'cx-lane-group' }, name, add);
  return { element: h('th', { scope: 'colgroup' }, inner), name, add };
}

/** One record: a column whose head can be written in and moved about. */
function recordColumn(form, own, id, { records, groups, note, focusFirst, title, lanes, build }) {
  const plain = column(form, own, lanes, build);
  const { head, name, cells, editors } = plain;
  const move = (by, button) => {
    if (!groups.move(id, by)) return;
    form.announce(form.say('moved_to', { label: records.label(id), group: groups.nameOf(id) }));
    (button?.disabled ? head.querySelector('.cx-tool:not(:disabled)') : button)?.focus();
  };
  const act = {
    move,
    duplicate: () => focusFirst(records.duplicate(id)),
    remove: () => note.show(records.remove(id)),
  };
  const tools = recordTools(form, act, { sideways: true });
  if (title) {
    const editor = form.make(title, [...own, title.name], { labelledby: title.labelId });
    editors.set(title.name, editor);
    name.className = 'cx-hidden';
    head.append(editor.element);
  }
  head.append(tools.element);
  const moveHere = (event) => moveByKey(event, KEYS, move);
  [head, ...cells].forEach((cell) => cell.addEventListener('keydown', moveHere));
  const update = () => {
    const label = records.label(id);
    plain.update(label);
    tools.update(label, { ...groups.place(id), full: records.full() });
  };
  const focus = (rest) => plain.focus(rest.length || !title ? rest : [title.name]);
  return { head, cells, update, focus };
}
