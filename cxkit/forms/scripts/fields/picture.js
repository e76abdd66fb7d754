/** A small picture: chosen, dropped or one of the drawn ones; made smaller here, shown with a way to take it out. */
import { focusOn, freshId, h, setAttribute, wordButton } from '../dom.js';
import { icon } from '../icons.js';
import { shrink } from '../upload.js';
import { grouped } from './frame.js';

/** @returns {import('../form-context.js').Editor} */
export function pictureEditor(form, field, path) {
  const take = async (file) => {
    if (!file) return;
    const { data, problem } = await shrink(file, field);
    form.check(path, problem ? form.say(problem) : '');
    if (data) form.edit(path, data);
    else update();
    file = null;
    input.value = '';
  };
  const input = h('input', {
    type: 'file',
    class: 'cx-hidden',
    id: freshId('file'),
    accept: field.types.join(','),
    onchange: () => take(input.files[0]),
  });
  const chooser = h('label', { class: 'cx-drop', for: input.id }, icon('image'), form.say('choose_picture'));
  const image = h('img', { class: 'cx-shot' });
  const remove = wordButton(form, form.say('remove_picture'), () => {
    form.edit(path, '');
    input.focus();
  }, { iconName: 'trash', variant: 'quiet' });
  const preview = h('div', { class: 'cx-preview' }, image, remove);
  const drawn = field.drawings?.length ? drawings(form, field, path) : null;
  const { element, group, show } = grouped(form, field, path, preview, input, chooser, drawn?.element);
  listenForDrop(group, chooser, take);
  const update = () => {
    const value = form.get(path) ?? '';
    preview.hidden = !value;
    const source = sourceOf(field, value);
    if (source) setAttribute(image, 'src', source);
    else image.removeAttribute('src');
    drawn?.update();
    setAttribute(image, 'alt', altText(form, field, path));
    show(form.errorAt(path));
  };
  update();
  return { element, update, focus: () => focusOn(input) };
}

/** What shows a picture field's value: the value itself, or the drawing it names. */
export function sourceOf(field, value) {
  return field.drawings?.find((one) => one.value === value)?.src ?? (value.startsWith('data:') ? value : '');
}

/** The drawn ones, one of which may be taken; drawn when looked for. */
function drawings(form, field, path) {
  const name = freshId('drawing');
  const row = h('div', { class: 'cx-drawings', role: 'radiogroup', 'aria-label': form.say('drawings') });
  const summary = h('summary', {}, form.say('drawings'));
  const element = h('details', { class: 'cx-drawn' }, summary, row);
  const radios = field.drawings.map(({ value, label, src }) => {
    const radio = h('input', { type: 'radio', name, value, 'aria-label': label, onchange: () => form.edit(path, value) });
    row.append(h('label', { title: label }, radio, h('img', { src, alt: '', loading: 'lazy', width: 64, height: 64 })));
    return radio;
  });
  const update = () => {
    const chosen = form.get(path) ?? '';
    for (const radio of radios) radio.checked = radio.value === chosen;
  };
  return { element, update };
}

/** The picture's text: the name of the card it stands on, else the field's label. */
function altText(form, field, path) {
  const item = form.get(path.slice(0, -1));
  const owner = form.state.fields.find((outer) => outer.name === path[0]);
  if (item?.id && owner?.fields) return form.label(owner, item, 0);
  return field.label;
}

function listenForDrop(group, chooser, take) {
  const stop = (event, over) => {
    event.preventDefault();
    chooser.classList.toggle('cx-over', over);
  };
  group.addEventListener('dragover', (event) => stop(event, true));
  group.addEventListener('dragleave', (event) => stop(event, false));
  group.addEventListener('drop', (event) => {
    stop(event, false);
    take(event.dataTransfer?.files[0]);
  });
}
