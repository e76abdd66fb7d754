/** Adding, copying, moving and deleting items of a list, in cards, tables and lanes alike. */
import { arrange, h, iconButton, nameButton, setText } from './dom.js';
import { icon } from './icons.js';
import { blank, copyItem, newId } from './value.js';

/**
 * The items of one list field.
 * @param {import('./form-context.js').Form} form
 * @param {import('./value.js').Field} field
 * @param {string[]} path
 */
export function recordsOf(form, field, path) {
  const all = () => form.get(path) ?? [];
  const at = (id) => all().findIndex((item) => item.id === id);
  const put = (items) => form.edit(path, items);
  const full = () => Boolean(field.max_items) && all().length >= field.max_items;
  const insert = (item, index) => put([...all().slice(0, index), item, ...all().slice(index)]);
  return {
    all,
    at,
    put,
    full,
    insert,
    label: (id) => form.label(field, all()[at(id)], at(id)),
    /** @returns {string} the new item's id */
    add(values = {}, index = all().length) {
      const open = Object.fromEntries(field.fields.map((inner) => [inner.name, blank(inner)]));
      const item = { id: newId(), ...open, ...values };
      insert(item, index);
      return item.id;
    },
    duplicate(id) {
      const original = all()[at(id)];
      const copy = copyItem(original);
      const shown = field.fields.find((inner) => inner.name === field.label_field);
      if (shown?.kind === 'text' && copy[shown.name]) {
        copy[shown.name] = form.say('copy_of', { label: copy[shown.name] });
      }
      insert(copy, at(id) + 1);
      return copy.id;
    },
    move(id, by) {
      const from = at(id);
      const to = from + by;
      if (from < 0 || to < 0 || to >= all().length) return false;
      const items = all().filter((item) => item.id !== id);
      items.splice(to, 0, all()[from]);
      put(items);
      return true;
    },
    remove(id) {
      const gone = { item: all()[at(id)], index: at(id), label: this.label(id) };
      put(all().filter((item) => item.id !== id));
      return gone;
    },
  };
}

/**
 * The buttons of one item. `sideways` for items that stand side by side.
 * @returns {{element: HTMLElement, update: (label: string, at: {first: boolean, last: boolean, full: boolean}) => void}}
 */
export function recordTools(form, act, { sideways = false } = {}) {
  const [before, after] = sideways ? ['left', 'right'] : ['up', 'down'];
  const back = iconButton(before, '', () => act.move(-1, back));
  const on = iconButton(after, '', () => act.move(1, on));
  const copy = iconButton('copy', '', act.duplicate);
  const remove = iconButton('trash', '', act.remove);
  const element = h('div', { class: 'cx-tools' }, back, on, copy, remove);
  const update = (label, { first, last, full }) => {
    nameButton(back, form.say(sideways ? 'move_left' : 'move_up', { label }));
    nameButton(on, form.say(sideways ? 'move_right' : 'move_down', { label }));
    nameButton(copy, form.say('duplicate', { label }));
    nameButton(remove, form.say('delete', { label }));
    back.disabled = first;
    on.disabled = last;
    copy.disabled = full;
  };
  return { element, update };
}

/** Says that an item was deleted, and brings it back when asked. */
export function deletedNote(form, records, onBack) {
  const words = h('span');
  const undo = h('button', { type: 'button', class: 'cx-link' }, icon('undo'), form.say('undo_delete'));
  const close = iconButton('close', form.say('close'), () => hide());
  const element = h('div', { class: 'cx-deleted', hidden: true }, words, undo, close);
  let gone = null;
  const hide = () => {
    element.hidden = true;
    gone = null;
  };
  undo.addEventListener('click', () => {
    const { item, index } = gone;
    if (records.at(item.id) < 0) records.insert(item, Math.min(index, records.all().length));
    hide();
    onBack(item.id);
  });
  const show = (deleted) => {
    gone = deleted;
    setText(words, form.say('deleted', { label: deleted.label }));
    element.hidden = false;
    form.announce(words.textContent);
    undo.focus();
  };
  /** An item that came back another way (undo of the whole form) needs no offer. */
  const update = () => gone && records.at(gone.item.id) >= 0 && hide();
  return { element, show, update };
}

/** Keeps one editor for each item of a list, in the list's order. */
export function keyed(parent, make) {
  const editors = new Map();
  return {
    editors,
    update(items) {
      const ids = new Set(items.map((item) => item.id));
      for (const id of editors.keys()) if (!ids.has(id)) editors.delete(id);
      for (const { id } of items) if (!editors.has(id)) editors.set(id, make(id));
      arrange(parent, items.map(({ id }) => editors.get(id).element));
      items.forEach((item, index) => editors.get(item.id).update(index, items.length));
    },
  };
}

/** Alt with an arrow moves the item that has focus. */
export function moveByKey(event, keys, move) {
  const by = event.altKey && !event.ctrlKey && !event.metaKey ? keys[event.key] : undefined;
  if (by === undefined) return;
  event.preventDefault();
  move(by);
}
