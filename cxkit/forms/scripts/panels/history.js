/** Earlier versions of the answer, each of which can be brought back. */
import { dayWords } from '../days.js';
import { h, wordButton } from '../dom.js';
import { dialog } from './dialog.js';

/**
 * @param {import('../form-context.js').Form} form
 * @param {HTMLElement} host
 * @param {{revision: number, saved_at: string, day?: string, by: string}[]} versions
 * @param {number} current revision shown now
 * @param {(to: number) => void} restore
 */
export function showHistory(form, host, versions, current, restore) {
  const made = dialog(form, host, form.say('history_title'));
  const rows = versions.map((version) => {
    const act =
      version.revision === current
        ? h('span', { class: 'cx-help' }, form.say('version_now'))
        : wordButton(form, form.say('restore'), () => {
            restore(version.revision);
            made.close();
          });
    const when = version.day ? `${dayWords(form, version.day)}, ${version.saved_at}` : version.saved_at;
    const by = version.by && version.by !== 'owner' && h('span', { class: 'cx-help' }, version.by);
    return h('li', {}, h('span', {}, when, by && ' · ', by), act);
  });
  const none = h('p', {}, form.say('history_none'));
  made.body.append(rows.length ? h('ol', { class: 'cx-history', role: 'list' }, ...rows) : none);
  made.open();
}
