/** A list of cards: each an item with its own fields, folded to its name when there are many. */
import { focusOn, freshId, h, setText, wordButton } from '../dom.js';
import { icon } from '../icons.js';
import { deletedNote, keyed, moveByKey, recordTools, recordsOf } from '../records.js';
import { grouped } from './frame.js';
import { groupEditor } from './group.js';
import { mender, SOME_RECORD } from './mend.js';

const OPEN_AT_MOST = 3;
const KEYS = { ArrowUp: -1, ArrowDown: 1 };

/** @returns {import('../form-context.js').Editor} */
export function cardsEditor(form, field, path) {
  const records = recordsOf(form, field, path);
  const openAtFirst = records.all().length <= OPEN_AT_MOST;
  const list = h('ol', { class: 'cx-cards', role: 'list' });
  const focusFirst = (id) => cards.editors.get(id)?.focus([]);
  const note = deletedNote(form, records, (id) => focusFirst(id));
  const cards = keyed(list, (id) => card(form, field, path, id, { records, note, openAtFirst, focusFirst }));
  const addOne = (values) => focusFirst(records.add(values));
  const add = wordButton(form, field.add ?? form.say('add'), () => addOne(), { iconName: 'add' });
  const full = h('p', { class: 'cx-note-line', hidden: true }, form.say('full', { n: field.max_items }));
  const none = h('p', { class: 'cx-note-line' }, form.say('none_yet'));
  const reach = { records, add: field.fixed ? undefined : addOne, focus: (place) => focus(place) };
  const mend = mender(form, field, path, reach);
  const parts = field.fixed ? [list, mend.element] : [none, list, note.element, full, mend.element, add];
  const { element, show } = grouped(form, field, path, ...parts);
  element.classList.add('cx-list-field');
  const update = () => {
    const items = records.all();
    cards.update(items);
    note.update();
    mend.update();
    none.hidden = items.length > 0;
    full.hidden = !records.full();
    add.disabled = records.full();
    show(form.errorAt(path, false));
  };
  update();
  const focus = ([id, ...rest]) => {
    if (id === SOME_RECORD) return mend.show(rest) || focusOn(field.fixed ? null : add);
    const found = cards.editors.get(id) ?? (id ? null : [...cards.editors.values()][0]);
    if (found) return found.focus(rest);
    return field.fixed ? false : focusOn(add);
  };
  return { element, update, focus };
}

/** What names an entry of a fixed list is shown in its head and not asked for. */
function shownFields(field) {
  return field.fixed ? field.fields.filter((inner) => inner.name !== field.label_field) : field.fields;
}

function card(form, field, path, id, { records, note, openAtFirst, focusFirst }) {
  const own = [...path, id];
  const name = h('span', { class: 'cx-card-name' });
  const place = h('span', { class: 'cx-card-place' });
  const flag = h('span', { class: 'cx-card-flag', hidden: true }, icon('alert'), form.say('see_inside'));
  const body = h('div', { class: 'cx-card-body', id: freshId('card'), hidden: true });
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'cx-card-toggle',
      'aria-expanded': 'false',
      'aria-controls': body.id,
      'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown',
    },
    icon('right'),
    place,
    name,
    flag,
  );
  let fields = null;
  const open = (isOpen) => {
    if (isOpen && !fields) {
      fields = groupEditor(form, shownFields(field), own);
      body.append(fields.element);
    }
    body.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  toggle.addEventListener('click', () => open(body.hidden));
  const move = (by) => {
    if (field.fixed || !records.move(id, by)) return;
    const at = { label: records.label(id), n: records.at(id) + 1, total: records.all().length };
    form.announce(form.say('moved', at));
  };
  toggle.addEventListener('keydown', (event) => moveByKey(event, KEYS, move));
  const tools = recordTools(form, {
    move,
    duplicate: () => focusFirst(records.duplicate(id)),
    remove: () => note.show(records.remove(id)),
  });
  const head = h('div', { class: 'cx-card-head' }, toggle, !field.fixed && tools.element);
  const element = h('li', { class: 'cx-card', 'data-path': own.join('/') }, head, body);
  const update = (index, total) => {
    const label = records.label(id);
    setText(name, label);
    setText(place, `${index + 1}`);
    tools.update(label, { first: index === 0, last: index === total - 1, full: records.full() });
    flag.hidden = !form.anyErrorUnder(own);
    if (!body.hidden) fields.update();
  };
  const focus = (rest) => {
    const wasHidden = body.hidden;
    open(true);
    if (wasHidden) fields.update();
    return fields.focus(rest);
  };
  if (openAtFirst) open(true);
  return { element, update, focus };
}
