/** What the checks say about the answer, each leading to the field it is about. */
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { same } from '../value.js';

const SIGNS = { good: 'check', note: 'info', warning: 'bulb', problem: 'alert' };
const QUIET_MS = 2500;

/**
 * @param {import('../form-context.js').Form} form
 * @param {(where: string[]) => void} goTo
 */
export function advicePanel(form, goTo) {
  const list = h('ul', { class: 'cx-advice', role: 'list' });
  const title = h('h3', { class: 'cx-part-title' }, form.say('advice_title'));
  const element = h('section', { class: 'cx-part', hidden: true }, title, list);
  let shown = null;
  let timer = 0;
  const update = () => {
    const { advice } = form.state;
    if (!advice || same(advice, shown)) return;
    const first = shown === null;
    const before = count(shown ?? []);
    shown = advice;
    element.hidden = advice.length === 0;
    list.replaceChildren(...advice.map((entry) => entryOf(form, entry, goTo)));
    clearTimeout(timer);
    if (first || before === count(advice)) return;
    timer = setTimeout(() => form.announce(form.sayNumber('advice', count(advice))), QUIET_MS);
  };
  return { element, update, stop: () => clearTimeout(timer) };
}

const count = (advice) => advice.filter((entry) => entry.severity !== 'good').length;

function entryOf(form, entry, goTo) {
  const sign = h('span', { class: 'cx-advice-sign' }, icon(SIGNS[entry.severity]), form.say(entry.severity));
  const says = entry.where?.length
    ? h('button', { type: 'button', class: 'cx-advice-says', onclick: () => goTo(entry.where) }, entry.says)
    : h('span', { class: 'cx-advice-says' }, entry.says);
  const why = entry.why && h('p', { class: 'cx-advice-why' }, entry.why);
  const next = entry.next && h('p', { class: 'cx-advice-next' }, entry.next);
  return h('li', { class: `cx-advice-${entry.severity}` }, sign, h('div', {}, says, why, next));
}
