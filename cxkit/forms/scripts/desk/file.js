/** Step one: which file, and how it was read. */
import { h, refill, wordButton } from '../dom.js';
import { chooser } from './choosers.js';

export function fileStep(desk) {
  const input = h('input', {
    type: 'file',
    hidden: true, // the buttons open it: on its own it would be a stop of the Tab key without a name
    accept: '.csv,.tsv,.txt,.xlsx,.xlsm,.parquet',
    onchange: () => {
      const [file] = input.files;
      if (file) desk.upload.start(file);
      input.value = '';
    },
  });
  const body = h('div', {});
  const heading = h('h3', { class: 'cx-part-title', tabindex: -1 }, desk.say('step_file'));
  const element = h('section', { class: 'cx-part' }, heading, input, body);
  listenForDrop(element, desk);
  let drawn;
  const update = () => {
    const { file } = desk.state;
    const key = JSON.stringify(file);
    if (key === drawn) return;
    drawn = key;
    refill(body, file ? present(desk, file, input) : absent(desk, input), () => heading);
  };
  return { element, update };
}

function absent(desk, input) {
  const mb = desk.number(desk.state.most_bytes / 2 ** 20);
  const take = () => {
    desk.work.show('reading', 0);
    desk.send({ kind: 'sample' });
  };
  return [
    h(
      'div',
      { class: 'cx-desk-ways' },
      h('div', { class: 'cx-desk-way' }, wordButton(desk, desk.say('sample'), take, { variant: 'strong' }), h('p', {}, desk.say('sample_hint'))),
      h(
        'div',
        { class: 'cx-desk-way cx-desk-drop' },
        wordButton(desk, desk.say('own'), () => input.click()),
        h('p', {}, desk.say('own_hint', { mb })),
      ),
    ),
    h('p', { class: 'cx-desk-small' }, desk.say('private')),
  ];
}

/** How large a file is, in a unit in which it is no zero. */
function sized(desk, bytes) {
  const [unit, name] = bytes < 2 ** 20 ? [2 ** 10, 'kB'] : [2 ** 20, 'MB'];
  return `${desk.number(Math.max(1, Math.round((10 * bytes) / unit)) / 10)} ${name}`;
}

function present(desk, file, input) {
  const facts = desk.say('size', {
    rows: desk.number(file.rows),
    columns: desk.number(desk.state.columns.length),
    size: sized(desk, file.size),
  });
  const chips = [facts, desk.say('kept', { day: file.kept }), ...(file.sample ? [desk.say('invented')] : [])];
  const buttons = h('div', { class: 'cx-desk-row' });
  const show = (...parts) => refill(buttons, parts, () => buttons.lastElementChild);
  const offer = () =>
    show(
      wordButton(desk, desk.say('another'), () => input.click()),
      wordButton(desk, desk.say('remove'), ask, { iconName: 'trash', variant: 'quiet' }),
    );
  const ask = () => {
    const keep = wordButton(desk, desk.say('keep'), offer);
    show(h('p', { class: 'cx-desk-warn', role: 'alert' }, desk.say('remove_sure')), wordButton(desk, desk.say('remove'), () => desk.send({ kind: 'remove' }), { iconName: 'trash' }), keep);
  };
  offer();
  return [
    h('p', { class: 'cx-desk-name' }, file.name),
    h('p', { class: 'cx-chips' }, ...chips.map((words) => h('span', { class: 'cx-chip' }, words))),
    file.remarks.length ? h('ul', { class: 'cx-desk-remarks' }, ...file.remarks.map((words) => h('li', {}, words))) : '',
    file.sample ? '' : otherwise(desk, file),
    buttons,
    h('p', { class: 'cx-desk-small' }, desk.say('private')),
  ];
}

/** How to read a file that was understood wrongly. */
function otherwise(desk, { sheet, sheets }) {
  const found = { value: '', label: desk.say('as_found') };
  const asked = { ...sheet };
  const choose = (name, options, first) =>
    chooser(desk, { label: desk.say(name), options: first ? [found, ...options] : options, value: asked[name === 'sheet' ? 'name' : name] ?? '', write: (value) => (asked[name === 'sheet' ? 'name' : name] = value) });
  const row = h('input', { type: 'number', min: 0, max: 60, class: 'cx-control', value: sheet.header ?? '', oninput: () => (asked.header = row.value) });
  const parts = [
    sheets.length > 1 && choose('sheet', sheets.map((name) => ({ value: name, label: name })), false),
    h('label', { class: 'cx-desk-field' }, h('span', { class: 'cx-desk-label' }, desk.say('header_row')), row),
    !sheets.length && choose('encoding', desk.state.choices.encodings, true),
    !sheets.length && choose('delimiter', desk.state.choices.delimiters, true),
  ];
  const again = wordButton(desk, desk.say('read_again'), () => {
    desk.work.show('reading', 0);
    desk.send({ kind: 'sheet', ...asked });
  });
  const details = h('details', { class: 'cx-desk-fold' }, h('summary', {}, desk.say('otherwise')));
  details.append(h('div', { class: 'cx-desk-grid' }, ...parts.filter(Boolean)), again);
  return details;
}

function listenForDrop(element, desk) {
  const over = (event, on) => {
    event.preventDefault();
    element.classList.toggle('cx-over', on);
  };
  element.addEventListener('dragover', (event) => over(event, true));
  element.addEventListener('dragleave', (event) => over(event, false));
  element.addEventListener('drop', (event) => {
    over(event, false);
    const file = event.dataTransfer?.files[0];
    if (file) desk.upload.start(file);
  });
}
