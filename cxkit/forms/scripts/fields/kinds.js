/** Which editor a field kind gets. */
import { cardsEditor } from './cards.js';
import { cellEditor } from './cells.js';
import { choiceEditor, choicesEditor } from './choice.js';
import { lanesEditor } from './lanes.js';
import { perLanesEditor } from './lanes-per.js';
import { linkEditor, linksEditor } from './links.js';
import { matrixEditor } from './matrix.js';
import { pictureEditor } from './picture.js';
import { ratingEditor } from './rating.js';
import { tableEditor } from './table.js';
import { dateEditor, numberEditor, switchEditor, tagsEditor, textEditor } from './text.js';

function anyTable(form, field, path) {
  if (field.layout !== 'lanes') return tableEditor(form, field, path);
  return (field.per ? perLanesEditor : lanesEditor)(form, field, path);
}

const EDITORS = {
  text: textEditor,
  'long-text': textEditor,
  number: numberEditor,
  date: dateEditor,
  switch: switchEditor,
  choice: choiceEditor,
  choices: choicesEditor,
  tags: tagsEditor,
  rating: ratingEditor,
  matrix: matrixEditor,
  cards: cardsEditor,
  table: anyTable,
  link: linkEditor,
  links: linksEditor,
  picture: pictureEditor,
};

/**
 * @param {import('../form-context.js').Form} form
 * @param {import('../value.js').Field} field
 * @param {string[]} path
 * @param {{labelledby?: string}} how `labelledby` asks for a compact editor in a table's cell
 * @returns {import('../form-context.js').Editor}
 */
export function editorFor(form, field, path, how = {}) {
  if (how.labelledby) return cellEditor(form, field, path, how.labelledby);
  return EDITORS[field.kind](form, field, path);
}
