/** The worked example of a sample case, to be read; a starting point where nothing is written yet. */
import { h, wordButton } from '../dom.js';
import { reading } from '../reading.js';
import { isEmpty } from '../value.js';
import { dialog } from './dialog.js';

/**
 * @param {import('../form-context.js').Form} form
 * @param {HTMLElement} host
 * @param {{value: any, names: Record<string, string>, start: any, comment: string, case: string,
 *   picture: string}} example `start`: its value without links to what is not in this workbook
 */
export function showExample(form, host, example) {
  const made = dialog(form, host, form.say('example_title', { case: example.case }));
  const comment = h('div', { class: 'cx-example-comment cx-prose', hidden: !example.comment });
  comment.innerHTML = example.comment ?? '';
  const picture = h('div', { class: 'cx-picture', tabindex: 0, role: 'group', 'aria-label': form.say('picture_title') });
  picture.innerHTML = example.picture ?? '';
  const answers = h('h3', { class: 'cx-part-title' }, form.say('example_answers'));
  made.body.append(...[comment, picture, answers, reading(speaking(form, example.names), form.state.fields, example.value)].filter(Boolean));
  if (isEmpty(form.store.value) || isUntouched(form)) {
    const use = wordButton(form, form.say('use_example'), () => {
      form.store.replace(example.start ?? example.value);
      made.close();
    }, { variant: 'strong' });
    made.foot.append(h('span', { class: 'cx-help' }, form.say('use_example_help')), use);
  }
  made.open();
}

/** The form, for reading: links lead to what the sample case calls its things. */
function speaking(form, names = {}) {
  const named = Object.entries(names).map(([id, label]) => ({ id, label }));
  return Object.assign(Object.create(form), { options: () => named });
}

/** What an empty answer holds may differ from nothing: a choice can have a default. */
function isUntouched(form) {
  const { empty } = form.state;
  return Boolean(empty) && JSON.stringify(form.store.value) === JSON.stringify(empty);
}
