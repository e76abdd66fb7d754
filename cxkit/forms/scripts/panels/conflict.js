/** Where two people changed the same field: both versions, and a choice. */
import { h, wordButton } from '../dom.js';
import { icon } from '../icons.js';
import { readingOf } from '../reading.js';
import { same } from '../value.js';

/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../saver.js').Saver} saver
 */
export function conflictPanel(form, saver) {
  const list = h('div', { class: 'cx-conflicts' });
  const title = h('h3', { class: 'cx-part-title', tabindex: -1 }, icon('people'), form.say('conflict_title'));
  const words = h('p', {}, form.say('conflict_words'));
  const element = h('section', { class: 'cx-conflict', hidden: true }, title, words, list);
  let shown = [];
  const update = () => {
    if (same(shown, saver.conflicts)) return;
    const grew = saver.conflicts.length > shown.length;
    shown = saver.conflicts;
    element.hidden = shown.length === 0;
    list.replaceChildren(...shown.map((conflict) => entry(form, saver, conflict)));
    if (grew) form.announce(form.say('conflict_title'));
  };
  return { element, update };
}

function entry(form, saver, { name, mine, theirs }) {
  const field = form.state.fields.find((one) => one.name === name) ?? { name, label: name, kind: 'text' };
  const side = (title, value, words, act) =>
    h(
      'div',
      { class: 'cx-side' },
      h('p', { class: 'cx-side-title' }, form.say(title)),
      readingOf(form, field, value, form.store.value),
      wordButton(form, form.say(words), act),
    );
  const choose = (value) => {
    form.edit([name], value);
    saver.resolve(name);
  };
  return h(
    'div',
    { class: 'cx-sides', role: 'group', 'aria-label': field.label },
    h('p', { class: 'cx-label' }, field.label),
    side('mine', mine, 'keep_mine', () => choose(mine)),
    side('theirs', theirs, 'take_theirs', () => choose(theirs)),
  );
}
