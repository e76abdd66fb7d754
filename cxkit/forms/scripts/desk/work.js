/** The line that shows long work: how far it is, and a way to stop it. */
import { h, setText, wordButton } from '../dom.js';

export function workLine(desk) {
  const words = h('span', { id: 'cx-desk-work' });
  const bar = h('progress', { max: 1, 'aria-labelledby': 'cx-desk-work' });
  const stop = wordButton(desk, desk.say('stop'), () => {
    if (desk.upload.cancel()) {
      end();
      note(desk.say('stopped'));
    } else desk.send({ kind: 'stop' });
  });
  const line = h('div', { class: 'cx-desk-work', hidden: true }, words, bar, stop);
  const said = h('p', { class: 'cx-desk-note', role: 'status' });
  const element = h('div', {}, line, said);
  const show = (what, share) => {
    setText(said, '');
    setText(words, desk.say(what === 'reading' ? 'reading_file' : what));
    if (share > 0) bar.value = share;
    else bar.removeAttribute('value');
    line.hidden = false;
    desk.element?.setAttribute('aria-busy', 'true');
    if (desk.element) desk.element.dataset.work = what;
  };
  const end = () => {
    line.hidden = true;
    desk.element?.removeAttribute('aria-busy');
    if (desk.element) delete desk.element.dataset.work;
  };
  const note = (text) => setText(said, text);
  return { element, show, end, note };
}
