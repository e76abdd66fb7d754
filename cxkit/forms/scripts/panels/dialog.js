/** A dialog with our own head, whose close button has our icon and name. */
import { h, iconButton } from '../dom.js';

/**
 * @param {import('../form-context.js').Form} form
 * @param {HTMLElement} host where the dialog stands in the page
 * @param {string} title
 * @param {HTMLElement} [first] what has focus when it opens; default: the close button
 */
export function dialog(form, host, title, first) {
  const body = h('div', { class: 'cx-dialog-body' });
  const foot = h('div', { class: 'cx-dialog-foot' });
  const cross = iconButton('close', form.say('close'), () => (element.open = false), { autofocus: !first });
  first?.setAttribute('autofocus', '');
  const head = h('div', { class: 'cx-dialog-head' }, h('h2', {}, title), cross);
  const shape = { 'without-header': true, label: title, lang: form.lang, class: 'cx-dialog', 'light-dismiss': true };
  const element = h('wa-dialog', shape, head, body, foot);
  let opener = null;
  let after = () => opener?.isConnected && opener.focus();
  element.addEventListener('wa-after-hide', (event) => {
    if (event.target !== element) return;
    element.remove();
    after();
  });
  const open = () => {
    opener = document.activeElement;
    host.append(element);
    element.open = true;
  };
  /** @param {() => void} [then] where focus goes; default: back to what opened it */
  const close = (then) => {
    after = then ?? after;
    element.open = false;
  };
  return { element, body, foot, open, close };
}
