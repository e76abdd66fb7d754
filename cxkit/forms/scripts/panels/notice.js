/** Says what became, elsewhere, of something that this form had written there. */
import { h, iconButton } from '../dom.js';
import { icon } from '../icons.js';

/** @param {import('../form-context.js').Form} form */
export function noticeLine(form) {
  const words = h('span');
  const close = iconButton('close', form.say('close'), () => (element.hidden = true));
  const element = h('p', { class: 'cx-notice', role: 'status', hidden: true }, icon('info'), words, close);
  /** @param {{target: string, label: string}} wanted @param {boolean} gone whether it was taken away again */
  const tell = ({ target, label }, gone) => {
    const { title, url } = form.state.pages[target].create;
    element.hidden = false;
    words.replaceChildren(form.say(gone ? 'taken_back' : 'not_taken_back', { label }), ' ', h('a', { href: url }, title));
  };
  return { element, tell };
}
