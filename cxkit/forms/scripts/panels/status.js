/** The line always in sight: what is saved, undo and redo, the example, earlier versions. */
import { dayWords } from '../days.js';
import { h, iconButton, setText, wordButton } from '../dom.js';
import { icon } from '../icons.js';

const ICONS = {
  idle: 'check',
  saving: 'clock',
  waiting: 'clock',
  refused: 'alert',
  partly: 'alert',
  offline: 'cloud',
  lost: 'cloud',
};

/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../saver.js').Saver} saver
 * @param {{showExample: () => void, showHistory: () => void}} acts
 */
export function statusLine(form, saver, { showExample, showHistory }) {
  const words = h('span', { class: 'cx-status-words' });
  const sign = h('span', { class: 'cx-status-sign' });
  const again = h('button', { type: 'button', class: 'cx-link', onclick: () => saver.retry() }, form.say('try_again'));
  const state = h('p', { class: 'cx-status-state' }, sign, words, again);
  const undo = iconButton('undo', form.say('undo'), () => form.store.undo());
  const redo = iconButton('redo', form.say('redo'), () => form.store.redo());
  const history = iconButton('history', form.say('history'), showHistory);
  const example = wordButton(form, form.say('show_example'), showExample, { iconName: 'bulb', variant: 'quiet' });
  const acts = h('div', { class: 'cx-status-acts' }, undo, redo, history, example);
  const element = h('div', { class: 'cx-status', role: 'group', 'aria-label': form.say('saving_and_help') }, state, acts);
  let spoken = '';
  const update = () => {
    const now = saver.state;
    const text = statusText(form, saver);
    setText(words, text);
    if (element.dataset.state !== now) sign.replaceChildren(icon(ICONS[now]));
    element.dataset.state = now;
    again.hidden = now !== 'refused';
    undo.disabled = !form.store.past.length;
    redo.disabled = !form.store.future.length;
    // Every save spoken aloud would drown the typing: only trouble and its end are.
    const trouble = now === 'idle' || now === 'saving' ? '' : text;
    if (trouble !== spoken) form.announce(trouble || form.say('all_well'));
    spoken = trouble;
  };
  return { element, update };
}

/** What becomes of the words that were refused for now. */
function waiting(form, saver) {
  if (!saver.waits) return '';
  return form.say(saver.kept ? 'waits' : 'waits_unkept');
}

function statusText(form, saver) {
  const time = saver.savedAt;
  switch (saver.state) {
    case 'saving':
      return form.say('saving');
    case 'waiting':
      return form.say(saver.kept ? 'waiting' : 'waiting_unkept');
    case 'refused':
      return [form.say('refused', { reason: saver.refusal }), waiting(form, saver)].filter(Boolean).join(' ');
    case 'partly':
      return form.sayNumber('partly', saver.errors.length);
    case 'offline':
    case 'lost':
      return form.say(saver.kept ? 'not_connected' : 'not_connected_unkept');
    default:
      if (time && saver.savedDay) return form.say('saved_on', { day: dayWords(form, saver.savedDay), time });
      return time ? form.say('saved_at', { time }) : form.say('nothing_yet');
  }
}
