/** Native choosers, shared by fields and by cells: one of many, several of many. */
import { arrange, focusOn, freshId, h, setText } from '../dom.js';
import { icon } from '../icons.js';

/**
 * A select whose options may change under it. A value that is no option any more stays, shown as
 * broken, until somebody chooses another.
 * @param {import('../form-context.js').Form} form
 * @param {{options: () => {value: string, label: string}[], read: () => string,
 *   write: (value: string) => void}} how
 */
export function select(form, { options, read, write }) {
  const control = h('select', { class: 'cx-control', onchange: () => write(control.value) });
  // A browser cuts a select's words off; these, in front of it, take as many lines as they need.
  const face = h('span', { class: 'cx-control cx-chosen', 'aria-hidden': 'true' });
  let drawn = '';
  const update = () => {
    const value = read() ?? '';
    const found = options();
    const broken = value !== '' && !found.some((option) => option.value === value);
    const all = [
      { value: '', label: form.say('not_chosen') },
      ...(broken ? [{ value, label: form.say('deleted_link') }] : []),
      ...found,
    ];
    const wanted = JSON.stringify(all);
    if (wanted !== drawn) {
      control.replaceChildren(...all.map((o) => h('option', { value: o.value }, o.label)));
      drawn = wanted;
    }
    control.value = value;
    control.classList.toggle('cx-open', value === '');
    control.classList.toggle('cx-broken', broken);
    face.dataset.says = all.find((option) => option.value === value).label;
    return broken;
  };
  const element = h('span', { class: 'cx-select' }, control, face, icon('down'));
  return { element, control, update };
}

/**
 * Boxes to tick. Broken values stay in the list, ticked, until somebody unticks them.
 * @param {import('../form-context.js').Form} form
 */
export function tickList(form, { options, read, write, light = false }) {
  const element = h('div', { class: 'cx-ticks' });
  const boxes = new Map();
  const toggle = (value, on) => {
    const rest = read().filter((other) => other !== value);
    const order = options().map((option) => option.value);
    const rank = (v) => (order.includes(v) ? order.indexOf(v) : -1);
    write(on ? [...rest, value].sort((a, b) => rank(a) - rank(b)) : rest);
  };
  const update = () => {
    const chosen = read();
    const found = options();
    const known = new Set(found.map((option) => option.value));
    const broken = chosen.filter((value) => !known.has(value));
    const all = [...found, ...broken.map((value) => ({ value, label: form.say('deleted_link'), broken: true }))];
    arrange(element, all.map((option) => box(option)));
    for (const option of all) boxes.get(option.value).show(option, chosen.includes(option.value));
    for (const value of boxes.keys()) if (!all.some((o) => o.value === value)) boxes.delete(value);
  };
  const box = (option) => {
    if (!boxes.has(option.value)) boxes.set(option.value, (light ? nativeBox : fineBox)(form, option, toggle));
    return boxes.get(option.value).element;
  };
  const focus = (value) => {
    const [first] = boxes.values();
    return focusOn((boxes.get(value) ?? first)?.control);
  };
  return { element, update, focus };
}

function fineBox(form, option, toggle) {
  const words = h('span');
  const onchange = () => toggle(option.value, element.checked);
  const element = h('wa-checkbox', { lang: form.lang, size: 's', onchange }, words);
  const show = ({ label, broken }, on) => {
    setText(words, label);
    element.classList.toggle('cx-broken', Boolean(broken));
    element.checked = on;
  };
  return { element, control: element, show };
}

function nativeBox(form, option, toggle) {
  const words = h('span');
  const control = h('input', { type: 'checkbox', onchange: () => toggle(option.value, control.checked) });
  const element = h('label', { class: 'cx-tick' }, control, words);
  const show = ({ label, broken }, on) => {
    setText(words, label);
    element.classList.toggle('cx-broken', Boolean(broken));
    control.checked = on;
  };
  return { element, control, show };
}

/**
 * Steps in a row, one of which may be taken and given back.
 * @param {import('../form-context.js').Form} form
 * @param {{steps: {value: any, face: string, says?: string}[], read: () => any,
 *   write: (value: any) => void, clear: any, labelledby?: string}} how `face` is what the button
 *   shows, `says` what a screen reader adds, `clear` the value of an open field
 */
export function stepRow(form, { steps, read, write, clear }) {
  const name = freshId('step');
  const radios = steps.map((step) => {
    const radio = h('input', { type: 'radio', name, value: String(step.value), onchange: () => write(step.value) });
    const says = step.says && h('span', { class: 'cx-hidden' }, ` – ${step.says}`);
    const face = h('span', { class: 'cx-step-face' }, step.face, says);
    return { step, radio, element: h('label', { class: 'cx-step' }, radio, face) };
  });
  const wipe = h(
    'button',
    {
      type: 'button',
      class: 'cx-link cx-wipe',
      onclick: () => {
        write(clear);
        radios[0].radio.focus();
      },
    },
    form.say('clear'),
  );
  const element = h('div', { class: 'cx-steps' }, ...radios.map((r) => r.element), wipe);
  const update = () => {
    const value = read();
    for (const { step, radio } of radios) radio.checked = step.value === value;
    wipe.hidden = value === clear || value === undefined;
  };
  const focus = () => {
    (radios.find((r) => r.radio.checked) ?? radios[0])?.radio.focus();
    return true;
  };
  return { element, update, focus };
}
