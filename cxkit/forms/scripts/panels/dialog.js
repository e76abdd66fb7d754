/** A dialog with our own head, whose close button has our icon and name. */
import { h, iconButton } from '../dom.js';

/**
 * @param {import('../form-context.js').Form} form
 * @param {HTMLElement} host where the dialog stands in the page
 * @param {string} title
 */
export function dialog(form, host, title) {
  const body = h('div', { class: 'cx-dialog-body' });
  const foot = h('div', { class: 'cx-dialog-foot' });
  const close = iconButton('close', form.say('close'), () => (element.open = false), { autofocus: true });
  const head = h('div', { class: 'cx-dialog-head' }, h('h2', {}, title), close);
  const shape = { 'without-header': true, label: title, lang: form.lang, class: 'cx-dialog', 'light-dismiss': true };
  const element = h('wa-dialog', shape, head, body, foot);
  let opener = null;
  element.addEventListener('wa-after-hide', (event) => {
    if (event.target !== element) return;
    element.remove();
    opener?.isConnected && opener.focus();
  });
  const open = () => {
    opener = document.activeElement;
    host.append(element);
    element.open = true;
  };
  return { element, body, foot, open, close: () => (element.open = false) };
}
