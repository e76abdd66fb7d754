/**
 * Where the red thread misses a link from a list: one more record brings it, or one that is there gets
 * it. The place `posts/+/touchpoints/t1` asks for a record of `posts` whose `touchpoints` name `t1`.
 */
import { focusOn, freshId, h, iconButton, setText, wordButton } from '../dom.js';
import { icon } from '../icons.js';
import { select } from './options.js';

/** The step of a path that stands for a record yet to be found or added. */
export const SOME_RECORD = '+';

/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../value.js').Field} field a list
 * @param {string[]} path
 * @param {{records: ReturnType<typeof import('../records.js').recordsOf>, add?: (values: any) => void,
 *   focus: (path: string[]) => void}} list how the list adds a record (a given one does not), and
 *   goes to one of its fields
 */
export function mender(form, field, path, { records, add, focus }) {
  /** @type {{link: import('../value.js').Field, id: string} | null} */
  let missing = null;
  let chosen = '';
  const words = h('span', { id: freshId('mend') });
  const close = iconButton('close', form.say('close'), () => hide());
  const more = wordButton(form, field.add ?? form.say('add'), () => add({ [missing.link.name]: linked() }), {
    iconName: 'add',
    class: 'cx-mend-add',
  });
  const chooser = select(form, {
    options: () => fitting().map(({ id }) => ({ value: id, label: records.label(id) })),
    read: () => chosen,
    write: (id) => (chosen = id),
  });
  chooser.control.setAttribute('aria-label', form.say('mend_which'));
  const give = () => {
    if (!chosen) return focusOn(chooser.control);
    const { link, id } = missing;
    const own = [...path, chosen, link.name];
    form.edit(own, linked(form.get(own)));
    return focus([chosen, link.name, id]);
  };
  const link = wordButton(form, form.say('mend_link'), give);
  const or = add && h('span', {}, form.say('mend_or'));
  const others = h('div', { class: 'cx-relink' }, or, chooser.element, link);
  const head = h('p', { class: 'cx-mend-head' }, icon('bulb'), words, close);
  const shape = { class: 'cx-mend', role: 'group', 'aria-labelledby': words.id, hidden: true };
  const element = h('div', shape, head, more, others);

  const linked = (before = []) => (missing.link.kind === 'links' ? [...before, missing.id] : missing.id);
  const holds = (item) => [item[missing.link.name]].flat().includes(missing.id);
  /** Records in which the link has a place: none of theirs is given up for it. */
  const fitting = () => {
    const known = new Set(form.options(missing.link.target).map(({ id }) => id));
    return records.all().filter((item) => missing.link.kind === 'links' || !known.has(item[missing.link.name]));
  };
  const hide = () => {
    missing = null;
    element.hidden = true;
    element.removeAttribute('data-path');
  };
  const update = () => {
    if (!missing) return;
    const target = form.options(missing.link.target).find(({ id }) => id === missing.id);
    if (!target || records.all().some(holds)) {
      hide();
      return;
    }
    setText(words, form.say('mend_missing', { label: target.label }));
    chooser.update();
    more.hidden = !add;
    more.disabled = records.full();
    others.hidden = !fitting().length;
  };
  /** @param {string[]} place name of the link field, id of what it should link to @returns {boolean} */
  const show = ([name, id]) => {
    const found = field.fields.find((inner) => inner.name === name && inner.target);
    if (!found) return false;
    missing = { link: found, id };
    chosen = '';
    element.hidden = false;
    element.dataset.path = [...path, SOME_RECORD, name, id].join('/');
    update();
    return !element.hidden && focusOn(add && !records.full() ? more : chooser.control);
  };
  return { element, update, show };
}
