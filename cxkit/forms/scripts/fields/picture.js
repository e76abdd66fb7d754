/** A small picture: chosen or dropped, made smaller here, shown with a way to take it out. */
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
  const { element, group, show } = grouped(form, field, path, preview, input, chooser);
  listenForDrop(group, chooser, take);
  const update = () => {
    const value = form.get(path) ?? '';
    preview.hidden = !value;
    if (value) setAttribute(image, 'src', value);
    else image.removeAttribute('src');
    setAttribute(image, 'alt', altText(form, field, path));
    show(form.errorAt(path));
  };
  update();
  return { element, update, focus: () => focusOn(input) };
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
