/** Records whose linked item was deleted: kept apart until somebody links them anew or deletes them. */
import { arrange, h, setText, wordButton } from '../dom.js';
import { icon } from '../icons.js';
import { recordsOf } from '../records.js';
import { reading } from '../reading.js';
import { select } from './options.js';

/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../value.js').Field} field a `per` table
 * @param {string[]} path
 * @param {import('../value.js').Field} link its first field
 */
export function orphans(form, field, path, link) {
  const records = recordsOf(form, field, path);
  const list = h('div', { class: 'cx-orphan-list' });
  const words = h('span');
  const title = h('p', { class: 'cx-note-line cx-note-broken' }, icon('alert'), words);
  const element = h('div', { class: 'cx-orphans', hidden: true }, title, list);
  const shown = new Map();
  const update = (targets) => {
    const known = new Set(targets.map((target) => target.id));
    const lost = records.all().filter((item) => !known.has(item[link.name]));
    const taken = new Set(records.all().map((item) => item[link.name]));
    const free = targets.filter((target) => !taken.has(target.id));
    for (const item of lost) {
      const state = JSON.stringify([item, free]);
      if (shown.get(item.id)?.state !== state) {
        shown.set(item.id, { state, element: orphan(form, field, link, records, item, free) });
      }
    }
    setText(words, form.say(lost.some((item) => item[link.name]) ? 'orphans' : 'orphans_open'));
    arrange(list, lost.map((item) => shown.get(item.id).element));
    element.hidden = lost.length === 0;
  };
  return { element, update };
}

function orphan(form, field, link, records, item, free) {
  const fields = field.fields.filter((inner) => inner !== link);
  const chooser = select(form, {
    options: () => free.map(({ id, label }) => ({ value: id, label })),
    read: () => '',
    write: (target) => {
      records.put(records.all().map((one) => (one.id === item.id ? { ...one, [link.name]: target } : one)));
    },
  });
  chooser.control.setAttribute('aria-label', form.say('relink'));
  chooser.update();
  const remove = wordButton(form, form.say('delete_orphan'), () => records.remove(item.id), {
    iconName: 'trash',
    variant: 'quiet',
  });
  const relink = h('label', { class: 'cx-relink' }, h('span', {}, form.say('relink')), chooser.element);
  return h('div', { class: 'cx-orphan' }, reading(form, fields, item), relink, remove);
}
