/**
 * Records side by side under their groups, fields as lanes: a journey map as a table that is
 * written in. The region scrolls sideways; the lanes' names stay in sight.
 */
import { arrange, freshId, h, setText, wordButton } from '../dom.js';
import { icon } from '../icons.js';
import { deletedNote, moveByKey, recordTools, recordsOf } from '../records.js';
import { grouped } from './frame.js';
import { inTurn } from './turns.js';
import { grouping } from './grouping.js';

const KEYS = { ArrowLeft: -1, ArrowRight: 1 };

/** @returns {import('../form-context.js').Editor} */
export function lanesEditor(form, field, path) {
  const records = recordsOf(form, field, path);
  const groups = grouping(form, field, records);
  const lanes = field.fields.filter((inner) => inner.name !== field.group_by).map((inner) => lane(form, inner));
  const groupRow = h('tr', { class: 'cx-lane-groups' });
  const headRow = h('tr', { class: 'cx-lane-heads' });
  const body = h('tbody', {}, ...lanes.map((one) => one.row));
  const table = h('table', { class: 'cx-lanes' }, h('thead', {}, groupRow, headRow), body);
  const scroller = h('div', { class: 'cx-wide cx-lanes-scroll', tabindex: 0, role: 'region' }, table);
  scroller.setAttribute('aria-label', field.label);
  const columns = new Map();
  const focusFirst = (id) => columns.get(id)?.focus([]);
  const note = deletedNote(form, records, focusFirst);
  const corner = h('td', { class: 'cx-lane-corner', rowspan: 2 });
  const drawGroups = groupHeads(form, field, { records, groups, focusFirst });
  const shared = { records, groups, note, focusFirst, lanes, build: inTurn() };
  const addWords = field.add ?? form.say('add');
  const add = wordButton(form, addWords, () => focusFirst(groups.add()), { iconName: 'add' });
  const full = h('p', { class: 'cx-note-line', hidden: true }, form.say('full', { n: field.max_items }));
  const { element, show } = grouped(form, field, path, scroller, note.element, full, add);
  element.classList.add('cx-list-field', 'cx-wide-field');

  const update = () => {
    const ordered = groups.ordered();
    syncColumns(form, path, columns, ordered, shared);
    arrange(groupRow, [corner, ...drawGroups(ordered)]);
    arrangeColumns({ headRow, lanes, columns, groups: ordered });
    ordered.flatMap((group) => group.items).forEach((item) => columns.get(item.id).update());
    note.update();
    table.hidden = ordered.length === 0;
    full.hidden = !records.full();
    add.disabled = records.full();
    show(form.errorAt(path, false));
  };
  update();
  const focus = ([id, ...rest]) => {
    const column = columns.get(id) ?? (id ? null : [...columns.values()][0]);
    return column ? column.focus(rest) : (add.focus(), true);
  };
  return { element, update, focus };
}

function lane(form, field) {
  const id = freshId('lane');
  const help = field.help && h('span', { class: 'cx-help' }, field.help);
  const needed = field.needed && h('span', { class: 'cx-needed' }, form.say('needed'));
  const head = h('th', { scope: 'row' }, h('span', { id }, field.label), needed, help);
  const row = h('tr', { 'data-lane': field.name }, head);
  return { field, id, head, row };
}

function syncColumns(form, path, columns, groups, shared) {
  const ids = new Set(groups.flatMap((group) => group.items.map((item) => item.id)));
  for (const id of columns.keys()) if (!ids.has(id)) columns.delete(id);
  for (const id of ids) if (!columns.has(id)) columns.set(id, column(form, [...path, id], id, shared));
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
      add.setAttribute('aria-label', form.say('add_within', { add: field.add ?? form.say('add'), label: group.label }));
      return element;
    });
}

function groupHead(form, field, onAdd) {
  const name = h('span', { class: 'cx-lane-group-name' });
  const words = field.add ?? form.say('add');
  const add = h('button', { type: 'button', class: 'cx-link', onclick: onAdd, title: words }, icon('add'), h('span', {}, words));
  const inner = h('div', { class: 'cx-lane-group' }, name, add);
  return { element: h('th', { scope: 'colgroup' }, inner), name, add };
}

/** One record: its head and a cell in each lane; the cells' editors are built when their turn comes. */
function column(form, own, id, { records, groups, note, focusFirst, lanes, build }) {
  const name = h('span', { id: freshId('record'), class: 'cx-lane-name' });
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
  const chooser = groups.chooser(id);
  const head = h('th', { scope: 'col', 'data-path': own.join('/') }, name, tools.element, chooser?.element);
  const cells = lanes.map(() => h('td', { class: 'cx-lane-cell' }));
  const moveHere = (event) => moveByKey(event, KEYS, move);
  [head, ...cells].forEach((cell) => cell.addEventListener('keydown', moveHere));
  /** @type {Map<string, import('../form-context.js').Editor>} */
  const editors = new Map();
  const fill = () => {
    if (editors.size) return;
    lanes.forEach(({ field, id: laneId }, index) => {
      const editor = form.make(field, [...own, field.name], { labelledby: `${laneId} ${name.id}` });
      editors.set(field.name, editor);
      cells[index].append(editor.element);
    });
  };
  build(fill);
  const update = () => {
    const label = records.label(id);
    setText(name, label);
    tools.update(label, { ...groups.place(id), full: records.full() });
    chooser?.update();
    editors.forEach((editor) => editor.update());
  };
  const focus = ([fieldName, ...rest]) => {
    fill();
    const editor = editors.get(fieldName) ?? [...editors.values()][0];
    cells[0].scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return editor?.focus(rest) ?? false;
  };
  return { head, cells, update, focus };
}
