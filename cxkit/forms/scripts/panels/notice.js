/** Says what became, elsewhere, of something that this form had written there. */
import { h, iconButton } from '../dom.js';
import { icon } from '../icons.js';

/** @param {import('../form-context.js').Form} form */
export function noticeLine(form) {
  const words = h('span');
  const close = iconButton('close', form.say('close'), () => (element.hidden = true));
  const element = h('p', { class: 'cx-notice', role: 'status', hidden: true }, icon('info'), words, close);
  /**
   * @param {{target: string, label: string}} wanted
   * @param {boolean} gone whether it was taken away again
   * @param {string} [refusal] why it could not be
   */
  const tell = ({ target, label }, gone, refusal) => {
    const { title, url } = form.state.pages[target].create;
    const said = gone ? form.say('taken_back', { label }) : form.say('not_taken_back', { label });
    element.hidden = false;
    words.replaceChildren(refusal ? form.say('kept_back', { label, reason: refusal }) : said, ' ', h('a', { href: url }, title));
  };
  return { element, tell };
}
