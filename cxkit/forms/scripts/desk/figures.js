/** Step three: panels of figures, each with what it says, what it does not, and what can be done. */
import { h, setText, wordButton } from '../dom.js';
import { chooser } from './choosers.js';

export function figuresStep(desk) {
  const tabs = h('div', { class: 'cx-desk-tabs', role: 'tablist', 'aria-label': desk.say('step_figures') });
  const waves = h('div', { class: 'cx-desk-wave' });
  const panel = h('div', { class: 'cx-desk-panel', role: 'tabpanel', tabindex: 0 });
  const said = h('p', { class: 'cx-desk-note', role: 'status' });
  const heading = h('h3', { class: 'cx-part-title' }, desk.say('step_figures'));
  const element = h('section', { class: 'cx-part', hidden: true }, heading, waves, tabs, panel, said);
  let offered = null;
  let chosen = '';
  let wave = '';

  const ask = () => {
    panel.setAttribute('aria-busy', 'true');
    desk.send({ kind: 'panel', name: chosen, wave });
  };
  const choose = (name) => {
    chosen = name;
    for (const tab of tabs.children) {
      const on = tab.dataset.panel === name;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    note('');
    ask();
  };
  const step = (event) => {
    const names = offered.panels.map((one) => one.name);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = names[(names.indexOf(chosen) + by + names.length) % names.length];
    choose(next);
    tabs.querySelector(`[data-panel="${next}"]`).focus();
  };
  tabs.addEventListener('keydown', step);

  const offer = (message) => {
    offered = message;
    wave = message.waves.includes(wave) ? wave : message.wave;
    tabs.replaceChildren(
      ...message.panels.map(({ name, title }) =>
        h('button', { type: 'button', role: 'tab', class: 'cx-desk-tab', 'data-panel': name, onclick: () => choose(name) }, title),
      ),
    );
    const options = message.waves.map((value) => ({ value, label: value }));
    const write = (value) => {
      wave = value;
      ask();
    };
    waves.replaceChildren(...(options.length > 1 ? [chooser(desk, { label: desk.say('wave_shown'), options, value: wave, write })] : []));
    update();
    choose(message.panels.some((one) => one.name === chosen) ? chosen : message.panels[0].name);
    desk.map.update();
    desk.map.fold();
  };
  const show = (message) => {
    if (message.name !== chosen) return;
    panel.removeAttribute('aria-busy');
    panel.dataset.panel = message.name;
    panel.setAttribute('aria-label', message.title);
    panel.replaceChildren(...content(desk, message, wave));
  };
  const note = (text) => setText(said, text);
  const taken = ({ column, name }) => {
    panel.querySelector(`[data-gap="${CSS.escape(column)}"]`)?.setAttribute('disabled', '');
    note(desk.say('taken', { name }));
  };
  const clear = () => {
    offered = null;
    panel.replaceChildren();
  };
  const update = () => {
    element.hidden = !offered;
  };
  return { element, offer, show, note, taken, clear, update, has: () => Boolean(offered), free: () => panel.removeAttribute('aria-busy') };
}

function content(desk, message, wave) {
  const picture = h('div', { class: 'cx-picture', tabindex: 0, role: 'region', 'aria-label': message.title });
  // Drawn and escaped in Python, like every picture.
  picture.innerHTML = message.html;
  const list = (key, sentences) =>
    sentences.length ? h('div', {}, h('h4', { class: 'cx-desk-sub' }, desk.say(key)), h('ul', { class: 'cx-desk-says' }, ...sentences.map((words) => h('li', {}, words)))) : '';
  const fills = message.fills.map(({ exercise, title }) =>
    wordButton(desk, desk.say('fill', { title }), () => desk.send({ kind: 'fill', exercise, wave }), { variant: 'strong' }),
  );
  const gaps = message.gaps.map(({ column, name }) =>
    wordButton(desk, desk.say('take', { name }), () => desk.send({ kind: 'gap', panel: message.name, column, wave }), { 'data-gap': column }),
  );
  const action = h('details', { class: 'cx-desk-fold', open: gaps.length < 6 }, h('summary', {}, desk.say('gaps')));
  action.append(h('p', { class: 'cx-desk-small' }, desk.say('gaps_hint')), h('div', { class: 'cx-desk-row' }, ...gaps));
  return [
    message.html ? picture : '',
    h('div', { class: 'cx-desk-words' }, list('says', message.says), list('limits', message.limits)),
    h('div', { class: 'cx-desk-row' }, ...fills),
    gaps.length ? action : '',
  ];
}
