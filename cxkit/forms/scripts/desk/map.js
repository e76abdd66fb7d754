/** Step two: what the columns mean, with what is understood of each before anything is counted. */
import { focusOn, h, setText, wordButton } from '../dom.js';
import { chooser, tick } from './choosers.js';
import { questionCard } from './question.js';

const ROLES = ['respondent', 'weight', 'unit', 'duration', 'interviewer', 'comment'];
const MOST_GROUPS = 12;

export function mapStep(desk) {
  const body = h('div', {});
  const status = h('p', { class: 'cx-desk-status', role: 'status' });
  const confirm = wordButton(desk, desk.say('confirm'), () => desk.confirm(), { variant: 'strong' });
  const heading = h('h3', { class: 'cx-part-title' }, desk.say('step_map'));
  const intro = h('p', { class: 'cx-desk-hint' }, desk.say('map_hint'));
  const everywhere = h('div', { class: 'cx-desk-row' });
  const foot = h('div', { class: 'cx-desk-confirm' }, status, everywhere, confirm);
  // Once confirmed it is known, and in the way of the figures.
  const inner = h('details', { class: 'cx-desk-fold', open: true }, h('summary', {}, desk.say('columns')), intro, body);
  const element = h('section', { class: 'cx-part', hidden: true }, heading, inner, foot);
  let cards = [];
  let people = h('div', {});
  let drawn = null;
  let commented = null;
  const shape = () => JSON.stringify([desk.state.file?.name, desk.state.file?.kept, desk.state.columns.map((c) => c.name), desk.state.mapping?.questions.map((q) => q.column)]);
  const draw = () => {
    cards = desk.state.mapping.questions.map((question) => questionCard(desk, question.column));
    body.replaceChildren(about(desk), people, questions(desk, cards), further(desk));
  };
  const update = (fresh = false) => {
    const { mapping, open } = desk.state;
    element.hidden = !mapping;
    if (!mapping) return;
    const now = shape();
    if (fresh || now !== drawn) {
      draw();
      inner.open = !mapping.confirmed;
    }
    if (commented !== mapping.comment || now !== drawn || fresh) {
      const fits = groups(desk);
      people.replaceWith(fits);
      people = fits;
    }
    drawn = now;
    commented = mapping.comment;
    const held = everywhere.contains(document.activeElement);
    everywhere.replaceChildren(...repeated(desk));
    for (const card of cards) card.update();
    setText(status, open ? desk.say('open_many', { n: open }) : desk.say('ready'));
    status.dataset.open = String(open > 0);
    confirm.disabled = open > 0;
    setText(confirm, desk.say(desk.figures?.has() ? 'confirm_again' : 'confirm'));
    if (held) focusOn(everywhere.firstElementChild ?? (open ? inner.querySelector('summary') : confirm));
  };
  const fold = () => {
    inner.open = false;
  };
  return { element, update, fold };
}

/** Codes that several questions hold: explained for all of them at once. */
function repeated(desk) {
  const often = new Map();
  for (const { outside } of desk.state.questions) {
    for (const [text] of outside) often.set(text, (often.get(text) ?? 0) + 1);
  }
  const drop = (text) => () =>
    desk.edit((whole) => ({
      ...whole,
      questions: whole.questions.map((one) => {
        const open = desk.state.questions.find((known) => known.column === one.column)?.outside ?? [];
        const holds = open.some(([other]) => other === text);
        return holds ? { ...one, missing: [...(one.missing ?? []), text] } : one;
      }),
    }));
  return [...often]
    .filter(([, n]) => n > 1)
    .slice(0, 6)
    .map(([text, n]) => wordButton(desk, desk.say('everywhere', { value: text, n }), drop(text)));
}

function columnsOf(desk) {
  const names = desk.state.columns.map(({ name }) => ({ value: name, label: name }));
  return [{ value: '', label: desk.say('none') }, ...names];
}

/** What people wrote is no group of people. */
function withoutComment({ segments }, name, value) {
  return name === 'comment' ? { segments: segments.filter((other) => other !== value) } : {};
}

function about(desk) {
  const { mapping, choices } = desk.state;
  const options = columnsOf(desk);
  const set = (name) => (value) => desk.edit((whole) => ({ ...whole, [name]: value, ...withoutComment(whole, name, value) }));
  const role = (name) =>
    chooser(desk, { label: desk.say(name), help: desk.state.words[`${name}_hint`], options, value: mapping[name], write: set(name) });
  const period = chooser(desk, { label: desk.say('period'), options: choices.periods, value: mapping.period, write: set('period') });
  return h('div', { class: 'cx-desk-grid' }, role('wave'), period, ...ROLES.map(role));
}

function groups(desk) {
  const { wave, weight } = desk.state.mapping;
  const few = desk.state.columns.filter(
    ({ name, many, values }) => !many && values > 1 && values <= 40 && name !== wave && name !== weight,
  );
  const asked = new Set(desk.state.mapping.questions.map((question) => question.column));
  const boxes = few
    .filter(({ name }) => name !== desk.state.mapping.comment)
    .filter(({ name }) => !asked.has(name) || desk.state.mapping.segments.includes(name))
    .map(({ name, examples }) => {
      const write = (on) =>
        desk.edit((whole) => {
          const rest = whole.segments.filter((other) => other !== name);
          return { ...whole, segments: on ? [...rest, name].slice(0, MOST_GROUPS) : rest };
        });
      return h('div', {}, tick(name, desk.state.mapping.segments.includes(name), write), h('span', { class: 'cx-desk-small' }, examples.join(', ')));
    });
  const legend = h('legend', { class: 'cx-desk-label' }, desk.say('segments'));
  return h('fieldset', { class: 'cx-desk-set' }, legend, h('p', { class: 'cx-desk-small' }, desk.say('segments_hint')), h('div', { class: 'cx-desk-boxes' }, ...boxes));
}

function questions(desk, cards) {
  const title = h('h4', { class: 'cx-desk-sub' }, desk.say('questions'));
  return h('div', {}, title, h('div', { class: 'cx-desk-questions' }, ...cards.map((card) => card.element)));
}

/** Columns that hold few values and were not taken for scores: perhaps they do. */
function further(desk) {
  const { mapping, columns } = desk.state;
  const taken = new Set([...mapping.questions.map((one) => one.column), ...mapping.segments, mapping.wave, ...ROLES.map((name) => mapping[name])]);
  const left = columns.filter((column) => !column.many && !taken.has(column.name));
  if (!left.length) return '';
  const add = (column) => () => desk.edit((whole) => ({ ...whole, questions: [...whole.questions, { column, scale: '1-10', figure: 'mean' }] }));
  const rows = left.map((column) =>
    h('li', {}, h('span', {}, column.name, ' ', h('span', { class: 'cx-desk-small' }, column.examples.join(', '))), wordButton(desk, desk.say('as_scores'), add(column.name), { variant: 'quiet' })),
  );
  const details = h('details', { class: 'cx-desk-fold' }, h('summary', {}, desk.say('more')));
  details.append(h('ul', { class: 'cx-desk-further' }, ...rows));
  return details;
}
