/** What lanes are made of: a lane's head and row, a record's head and cells. */
import { freshId, h, setText } from '../dom.js';

/** A lane: its head, its row, the id of its words. */
export function lane(form, field) {
  const id = freshId('lane');
  const head = h('th', { scope: 'row' }, ...laneWords(form, field, id));
  const row = h('tr', { 'data-lane': field.name }, head);
  return { field, id, head, row };
}

export function laneWords(form, field, id) {
  const help = field.help && h('span', { class: 'cx-help' }, field.help);
  const needed = field.needed && h('span', { class: 'cx-needed' }, form.say('needed'));
  return [h('span', { id }, field.label), needed, help].filter(Boolean);
}

/** A column's head and cells; the cells' editors are built when their turn comes. */
export function column(form, own, lanes, build) {
  const name = h('span', { id: freshId('record'), class: 'cx-lane-name' });
  const head = h('th', { scope: 'col', 'data-path': own.join('/') }, name);
  const cells = lanes.map(() => h('td', { class: 'cx-lane-cell' }));
  const editors = new Map();
  let filled = false;
  const fill = () => {
    if (filled) return;
    filled = true;
    lanes.forEach(({ field, id: laneId }, at) => {
      const editor = form.make(field, [...own, field.name], { labelledby: `${laneId} ${name.id}` });
      editors.set(field.name, editor);
      cells[at].append(editor.element);
    });
  };
  build(fill);
  const update = (label) => {
    setText(name, label);
    editors.forEach((editor) => editor.update());
  };
  const focus = ([fieldName, ...rest]) => {
    fill();
    const editor = editors.get(fieldName) ?? [...editors.values()][0];
    head.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return editor?.focus(rest) ?? false;
  };
  return { head, name, cells, editors, update, focus };
}
