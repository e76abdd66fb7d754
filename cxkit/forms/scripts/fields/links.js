/** Links to things written elsewhere in the workbook, or further up in this form. */
import { focusOn, h } from '../dom.js';
import { icon } from '../icons.js';
import { creator } from './create.js';
import { grouped, labelled } from './frame.js';
import { select, tickList } from './options.js';

const asOptions = (found) => found.map(({ id, label }) => ({ value: id, label }));

/** Says where things of a kind are written: further up in this very form, or on another page. */
export function noneYet(form, kind) {
  const page = form.writes(kind) ? null : form.state.pages?.[kind];
  const none = h('p', { class: 'cx-note-line' });
  if (page) none.append(form.say('none_yet_at'), ' ', h('a', { href: page.url }, page.title));
  else none.append(form.say('none_yet_here'));
  return none;
}

/** Says where the things are written when there are none, and that a link is broken. */
function linkNote(form, field) {
  const none = noneYet(form, field.target);
  const broken = h('p', { class: 'cx-note-line cx-note-broken' }, icon('alert'), form.say('broken_link'));
  const show = (isBroken) => {
    none.hidden = isBroken || form.options(field.target).length > 0;
    broken.hidden = !isBroken;
  };
  return { parts: [none, broken], show };
}

/** @returns {import('../form-context.js').Editor} */
export function linkEditor(form, field, path) {
  const chooser = select(form, {
    options: () => asOptions(form.options(field.target)),
    read: () => form.get(path) ?? '',
    write: (value) => form.edit(path, value),
  });
  const note = linkNote(form, field);
  const focus = () => focusOn(chooser.control);
  const fresh = creator(form, field.target, (id) => form.edit(path, id), { focus });
  const parts = [chooser.element, ...note.parts, ...fresh.parts];
  const { element, show } = labelled(form, field, path, chooser.control, ...parts);
  const update = () => {
    const broken = chooser.update();
    fresh.update();
    chooser.element.hidden = !broken && !form.options(field.target).length;
    note.show(broken);
    show(form.errorAt(path));
  };
  update();
  const goTo = () => (chooser.element.hidden ? focusOn(element.querySelector('wa-button, a')) : focus());
  return { element, update, focus: goTo };
}

/** @returns {import('../form-context.js').Editor} */
export function linksEditor(form, field, path) {
  const read = () => form.get(path) ?? [];
  const ticks = tickList(form, {
    options: () => asOptions(form.options(field.target)),
    read,
    write: (value) => form.edit(path, value),
  });
  const note = linkNote(form, field);
  const add = (id) => read().includes(id) || form.edit(path, [...read(), id]);
  const fresh = creator(form, field.target, add, { focus: () => ticks.focus(read().at(-1)) });
  const { element, show } = grouped(form, field, path, ticks.element, ...note.parts, ...fresh.parts);
  const update = () => {
    ticks.update();
    fresh.update();
    const known = new Set(form.options(field.target).map((option) => option.id));
    note.show(read().some((id) => !known.has(id)));
    show(form.errorAt(path));
  };
  update();
  const goTo = ([id] = []) => ticks.focus(id) || focusOn(element.querySelector('wa-button, a'));
  return { element, update, focus: goTo };
}
