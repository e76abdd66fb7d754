/** One column of scores: how it is read, and what that leaves to decide. */
import { freshId, h, wordButton } from '../dom.js';
import { chooser, tick } from './choosers.js';

export function questionCard(desk, column) {
  const read = () => desk.state.mapping.questions.find((one) => one.column === column);
  const found = () => desk.state.questions.find((one) => one.column === column);
  const { examples = [] } = desk.state.columns.find((one) => one.name === column) ?? {};
  const edit = (change) =>
    desk.edit((whole) => ({
      ...whole,
      questions: whole.questions.map((one) => (one.column === column ? { ...one, ...change(one) } : one)),
    }));
  const use = tick(column, read().use ?? true, (on) => edit(() => ({ use: on })));
  use.querySelector('input').setAttribute('aria-label', desk.say('use', { name: column }));
  const state = h('div', { class: 'cx-desk-understood' });
  const fields = h('div', { class: 'cx-desk-grid' }, ...editors(desk, read, edit));
  const shown = h('p', { class: 'cx-desk-small' }, desk.say('examples', { values: examples.join(' · ') }));
  const details = h('details', { class: 'cx-desk-fold' }, h('summary', {}, desk.say('reading')), shown, fields);
  const element = h('article', { class: 'cx-desk-question', 'data-column': column }, h('div', { class: 'cx-desk-head' }, use, state), details);
  const asks = h('div', {});
  element.append(asks);
  let drawn = '';
  const update = () => {
    const question = read();
    const known = found();
    element.classList.toggle('cx-off', question.use === false);
    const key = JSON.stringify([question.use, known, question.scale, question.figure, question.label]);
    if (key === drawn) return;
    drawn = key;
    const open = known && (known.outside.length || known.doubtful.length);
    element.classList.toggle('cx-open', Boolean(open));
    if (open && !details.dataset.touched) details.open = false;
    state.replaceChildren(...(question.use === false || !known ? [] : understood(desk, question, known)));
    asks.replaceChildren(...(question.use === false || !known ? [] : decisions(desk, question, known, edit)));
  };
  return { element, update };
}

function editors(desk, read, edit) {
  const { scales } = desk.state.choices;
  const words = (prefix, names) => names.map((value) => ({ value, label: desk.say(`${prefix}_${value}`) }));
  const id = freshId('label');
  const label = h('input', { id, type: 'text', class: 'cx-control', maxlength: 200, value: read().label ?? '', oninput: () => edit(() => ({ label: label.value })) });
  const touchpoints = [{ value: '', label: desk.say('nowhere') }, ...desk.state.touchpoints];
  const choose = (name, options) =>
    chooser(desk, { label: desk.say(name), options, value: read()[name] ?? '', write: (value) => edit(() => ({ [name]: value, ...(name === 'scale' ? { missing: [], kept: [] } : {}) })) });
  return [
    h('div', { class: 'cx-desk-field' }, h('label', { class: 'cx-desk-label', for: id }, desk.say('label')), label),
    choose('scale', scales),
    choose('figure', words('figure', ['mean', 'share', 'nps'])),
    choose('role', words('role', ['outcome', 'detail', 'focus', 'context'])),
    ...(desk.state.touchpoints.length ? [choose('touchpoint', touchpoints)] : []),
  ];
}

function understood(desk, question, known) {
  const scale = desk.state.choices.scales.find((one) => one.value === question.scale)?.label ?? question.scale;
  const none = known.missing.reduce((sum, [, n]) => sum + n, 0);
  const told = [scale, desk.say(`figure_${question.figure ?? 'mean'}`), desk.say('base', { answers: desk.number(known.answers) })];
  if (known.blank) told.push(desk.say('blank', { n: desk.number(known.blank) }));
  if (none) told.push(`${desk.say('no_answers', { n: desk.number(none) })} (${known.missing.map(([text]) => text).join(', ')})`);
  const name = question.label && question.label !== question.column ? [h('b', {}, question.label)] : [];
  const words = [...name, h('span', { class: 'cx-desk-small' }, told.join(' · '))];
  if (known.stopped) words.push(h('span', { class: 'cx-desk-warn' }, desk.say('stopped_scale')));
  return words;
}

function decisions(desk, question, known, edit) {
  const drop = (texts) => edit((one) => ({ missing: [...new Set([...(one.missing ?? []), ...texts])] }));
  const keep = (text) => edit((one) => ({ kept: [...new Set([...(one.kept ?? []), text])] }));
  const rows = [];
  if (known.outside.length) {
    rows.push(h('p', { class: 'cx-desk-warn' }, desk.say('outside_hint')));
    for (const [value, n] of known.outside) {
      rows.push(tick(desk.say('is_missing', { value, n: desk.number(n) }), false, () => drop([value])));
    }
    if (known.outside.length > 1) rows.push(wordButton(desk, desk.say('all_missing'), () => drop(known.outside.map(([text]) => text)), { variant: 'quiet' }));
  }
  if (known.doubtful.length) {
    rows.push(h('p', { class: 'cx-desk-warn' }, desk.say('doubtful_hint')));
    for (const [value, n] of known.doubtful) {
      const words = { value, n: desk.number(n) };
      rows.push(tick(desk.say('zero_answer', words), false, () => keep(value)), tick(desk.say('is_missing', words), false, () => drop([value])));
    }
  }
  const undo = known.missing.map(([value, n]) =>
    tick(desk.say('is_missing', { value, n: desk.number(n) }), true, () => edit((one) => ({ missing: (one.missing ?? []).filter((text) => text !== value) }))),
  );
  return [...rows, ...undo];
}
