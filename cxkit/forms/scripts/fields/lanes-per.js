/** Lanes whose columns are items written elsewhere: what stands behind each touchpoint. */
import { arrange, h } from '../dom.js';
import { column, lane } from './columns.js';
import { perCreator } from './create.js';
import { grouped } from './frame.js';
import { noneYet } from './links.js';
import { orphans } from './orphans.js';
import { perRecords } from './per.js';
import { inTurn } from './turns.js';

/** @returns {import('../form-context.js').Editor} */
export function perLanesEditor(form, field, path) {
  const [link, ...fields] = field.fields;
  const linked = perRecords(form, field, path);
  const columns = new Map();
  const lanes = fields.map((inner) => lane(form, inner));
  const corner = h('td', { class: 'cx-lane-corner' }, link.label);
  const headRow = h('tr', { class: 'cx-lane-heads' });
  const body = h('tbody', {}, ...lanes.map((one) => one.row));
  const table = h('table', { class: 'cx-lanes' }, h('thead', {}, headRow), body);
  const region = { tabindex: 0, role: 'group', 'aria-label': field.label };
  const scroller = h('div', { class: 'cx-wide cx-lanes-scroll', ...region }, table);
  const none = noneYet(form, field.per);
  const lost = orphans(form, field, path, link);
  const fresh = perCreator(form, field.per, () => [...columns.values()].at(-1)?.focus([]));
  const { element, show } = grouped(form, field, path, none, scroller, lost.element, ...fresh.parts);
  element.classList.add('cx-list-field', 'cx-wide-field');
  const build = inTurn();
  const update = () => {
    const items = linked.all();
    const ids = new Set(items.map((item) => item.id));
    for (const id of columns.keys()) if (!ids.has(id)) columns.delete(id);
    for (const id of ids) if (!columns.has(id)) columns.set(id, column(form, [...path, id], lanes, build));
    const inOrder = items.map((item) => columns.get(item.id));
    arrange(headRow, [corner, ...inOrder.map((one) => one.head)]);
    lanes.forEach((one, at) => arrange(one.row, [one.head, ...inOrder.map((col) => col.cells[at])]));
    items.forEach((item) => columns.get(item.id).update(item.label));
    lost.update(form.options(field.per));
    fresh.update();
    none.hidden = items.length > 0;
    table.hidden = items.length === 0;
    show(form.errorAt(path, false));
  };
  update();
  const focus = ([id, ...rest]) => (columns.get(linked.of(id)) ?? [...columns.values()][0])?.focus(rest) ?? false;
  return { element, update, focus };
}
