/** Beside a chooser of links: write what is missing without leaving the page. */
import { h, iconButton, wordButton } from '../dom.js';
import { icon } from '../icons.js';
import { askForNew } from '../panels/create.js';

/**
 * @param {import('../form-context.js').Form} form
 * @param {string} kind what is linked to
 * @param {(id: string) => void} choose makes the link
 * @param {{focus: () => void, small?: boolean, linked?: boolean}} how `focus` goes to the chooser; `small` is
 *   for cells; without `linked` no link here goes with it, and a button takes it away again
 * @returns {{parts: HTMLElement[], update: () => void}}
 */
export function creator(form, kind, choose, { focus, small = false, linked = true }) {
  const page = form.state.pages?.[kind];
  const parts = [];
  const note = h('p', { class: 'cx-note-line cx-made', hidden: true });
  let written = '';
  const made = (id, wanted) => {
    const { label } = wanted;
    if (form.ownList(kind)) form.writeHere(kind, id, label, choose);
    else choose(id);
    form.announce(form.say('created', { label }));
    note.hidden = form.ownList(kind) !== null;
    written = id;
    note.replaceChildren(...whereItIs(form, page, id, label), linked || id !== wanted.id ? '' : takeAway(form, wanted));
  };
  if (page?.create) parts.push(adder(form, kind, page.create, { made, focus }, small));
  const begin = page?.given && !form.writes(kind) ? beginner(form, kind, page, focus) : null;
  if (begin) parts.push(begin);
  if (!small && page?.create) parts.push(note);
  const update = () => {
    if (begin) begin.hidden = form.options(kind).length > 0;
    if (!form.options(kind).some(({ id }) => id === written)) note.hidden = true;
  };
  update();
  return { parts, update };
}

/**
 * Under records that stand for things written elsewhere: one more such thing brings one more record.
 * @param {() => void} focus goes to the last record
 */
export function perCreator(form, kind, focus) {
  if (form.ownList(kind)) return { parts: [], update: () => {} };
  return creator(form, kind, () => {}, { focus, linked: false });
}

function adder(form, kind, create, then, small) {
  const ask = () => askForNew(form, kind, create, then);
  if (small) return iconButton('add', create.add, ask, { 'data-create': kind });
  return wordButton(form, create.add, ask, { iconName: 'add', variant: 'quiet', 'data-create': kind });
}

/** A given list is there once its exercise is begun: one button brings it. */
function beginner(form, kind, page, focus) {
  const act = async () => {
    const { refusal } = await form.create({ target: kind });
    if (refusal) form.announce(refusal);
    else focus();
  };
  const words = form.say('bring_given', page);
  return wordButton(form, words, act, { iconName: 'add', variant: 'quiet', 'data-begin': kind });
}

/** Most things want more than a name: the way to where that is written. */
function whereItIs(form, { create }, id, label) {
  const card = create.holder ? '' : `/${create.path[0]}/${encodeURIComponent(id)}`;
  const link = h('a', { href: create.url + card }, create.title);
  return [icon('check'), h('span', {}, form.say('created_in', { label }), ' ', link)];
}

function takeAway(form, wanted) {
  const act = () => form.takeBack(wanted);
  return h('button', { type: 'button', class: 'cx-link', onclick: act }, icon('undo'), form.say('take_back'));
}
