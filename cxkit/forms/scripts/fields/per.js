/** Records that stand for the items of a kind, one each, there before anything is written in them. */
import { newId } from '../value.js';

/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../value.js').Field} field a table with `per`; its first field links to the item
 * @param {string[]} path
 */
export function perRecords(form, field, path) {
  const [link] = field.fields;
  const promised = new Map();
  let names = new Map();
  const recordId = (target) => {
    const stored = (form.get(path) ?? []).find((item) => item[link.name] === target);
    const id = stored?.id ?? promised.get(target) ?? newId();
    promised.set(target, id);
    form.seeds.set(id, { id, [link.name]: target });
    return id;
  };
  return {
    /** @returns {{id: string, label: string}[]} a record for each item, stored or not */
    all() {
      const items = form.options(field.per).map(({ id, label }) => ({ id: recordId(id), label }));
      names = new Map(items.map((item) => [item.id, item.label]));
      return items;
    },
    /** @returns {string} a record's id, by itself or by the item it stands for */
    of: (step) => (form.options(field.per).some(({ id }) => id === step) ? recordId(step) : step),
    name: (id) => names.get(id) ?? '',
  };
}
