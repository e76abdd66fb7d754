/** The live picture. Its HTML was drawn and escaped in Python, like the report's. */
import { afterFrame, h, setText } from '../dom.js';
import { takeButtons } from './take.js';

/** @param {import('../form-context.js').Form} form */
export function picturePanel(form) {
  const title = h('h3', { class: 'cx-part-title' });
  const frame = h('div', { class: 'cx-picture', tabindex: 0, role: 'group' });
  const element = h('section', { class: 'cx-part cx-part-picture' }, title, frame, takeButtons(form, frame));
  let shown;
  let begun = false;
  const fill = () => {
    const { picture } = form.state;
    if (picture !== shown) frame.innerHTML = picture ?? '';
    shown = picture;
  };
  const update = () => {
    const { picture, picture_title: name } = form.state;
    setText(title, name || form.say('picture_title'));
    frame.setAttribute('aria-label', title.textContent);
    // The first drawing waits until the form takes typing.
    if (!begun) afterFrame(fill);
    else if (shown !== undefined) fill();
    begun = true;
    element.hidden = !picture;
  };
  return { element, update };
}
