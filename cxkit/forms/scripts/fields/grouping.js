/** Records under the items one of their link fields names: touchpoints under phases. */
/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../value.js').Field} field
 * @param {ReturnType<typeof import('../records.js').recordsOf>} records
 */
export function grouping(form, field, records) {
  const link = field.fields.find((inner) => inner.name === field.group_by);
  const targets = () => (link ? form.options(link.target) : []);
  const groupOf = (item) => (link ? item[link.name] : '');

  /** Groups in order with their records; those of no group, or of a deleted one, come last. */
  const ordered = () => {
    const known = targets();
    const items = records.all();
    const groups = known.map((target) => ({
      ...target,
      items: items.filter((item) => groupOf(item) === target.id),
    }));
    const ids = new Set(known.map((target) => target.id));
    const loose = items.filter((item) => !ids.has(groupOf(item)));
    if (loose.length) groups.push({ id: '', label: form.say('no_group'), items: loose, broken: known.length > 0 });
    return groups;
  };
  const home = (id) => {
    const groups = ordered();
    const at = groups.findIndex((group) => group.items.some((item) => item.id === id));
    const items = groups[at]?.items ?? [];
    return { groups, at, items, index: items.findIndex((item) => item.id === id) };
  };
  const neighbour = ({ groups, at }, by) => (groups[at + by]?.id ? groups[at + by] : undefined);
  /** Whether nothing is further to the left, or to the right: no record, no group. */
  const place = (id) => {
    const here = home(id);
    const first = here.index === 0 && !neighbour(here, -1);
    return { first, last: here.index === here.items.length - 1 && !neighbour(here, 1) };
  };

  const put = (item, group, before) => {
    const moved = link && group !== null ? { ...item, [link.name]: group } : item;
    const rest = records.all().filter((other) => other.id !== item.id);
    const index = before ? rest.findIndex((other) => other.id === before) : rest.length;
    records.put([...rest.slice(0, index), moved, ...rest.slice(index)]);
  };

  /** One place to the left or right: within the group, then over its edge into the next one. */
  const move = (id, by) => {
    const here = home(id);
    const { items, index } = here;
    const next = items[index + by];
    if (next) {
      put(items[index], null, by < 0 ? next.id : items[index + 2]?.id);
      return true;
    }
    const other = neighbour(here, by);
    if (other) put(items[index], other.id, by > 0 ? other.items[0]?.id : undefined);
    return Boolean(other);
  };

  const add = (group = targets().at(-1)?.id ?? '', values = {}) => {
    const last = records.all().findLastIndex((item) => groupOf(item) === group);
    return records.add({ ...(link && { [link.name]: group }), ...values }, last < 0 ? undefined : last + 1);
  };

  const nameOf = (id) => {
    const { groups, at } = home(id);
    return groups[at]?.label ?? '';
  };

  return { ordered, place, move, add, nameOf };
}
