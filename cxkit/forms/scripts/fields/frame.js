/** What stands around a field: label above; help, example, counter and error below. */
import { freshId, h, setText } from '../dom.js';
import { icon } from '../icons.js';

/** The words of a label, with the mark of a field that is needed. */
export function labelWords(form, field) {
  const needed = field.needed && h('span', { class: 'cx-needed' }, form.say('needed'));
  return [h('span', { class: 'cx-label-text' }, field.label), ...(needed ? [' ', needed] : [])];
}

/**
 * Help and error, to stand in a component's hint or below a native control.
 * @returns {{element: HTMLElement, error: HTMLElement, show: (message: string) => void}}
 */
export function hint(form, field, props = {}) {
  const error = h('span', { class: 'cx-error', hidden: true });
  const help = field.help && h('span', { class: 'cx-help' }, field.help);
  const element = h('div', { class: 'cx-hint', id: freshId('hint'), ...props }, error, help);
  const show = (message) => {
    if (error.dataset.message === message) return;
    error.dataset.message = message;
    error.hidden = !message;
    error.replaceChildren(...(message ? [icon('alert'), h('span', {}, message)] : []));
  };
  return { element, error, show };
}

/** A toggle that shows a field's example. */
export function exampleToggle(form, field) {
  if (!field.example) return null;
  const id = freshId('example');
  const text = h('p', { id, class: 'cx-field-example', hidden: true }, field.example);
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'cx-link',
      'aria-expanded': 'false',
      'aria-controls': id,
      'aria-label': form.say('example_of', { label: field.label }),
      onclick: () => {
        text.hidden = !text.hidden;
        toggle.setAttribute('aria-expanded', String(!text.hidden));
      },
    },
    icon('bulb'),
    form.say('example'),
  );
  return h('div', { class: 'cx-field-foot' }, toggle, text);
}

/** Counts characters where the end comes near. */
export function counter(form, field) {
  const element = h('span', { class: 'cx-counter', hidden: true });
  const show = (length) => {
    const left = field.max_length - length;
    element.hidden = !field.max_length || length < field.max_length * 0.85;
    element.classList.toggle('cx-over', left < 0);
    if (!element.hidden) {
      setText(element, left < 0 ? form.sayNumber('over', -left) : form.sayNumber('left', left));
    }
  };
  return { element, show };
}

/** The whole of a field whose control brings its own label and hint (a component). */
export function fieldBox(form, field, path, ...children) {
  const props = { class: `cx-field cx-kind-${field.kind}`, 'data-path': path.join('/') };
  return h('div', props, ...children);
}

/**
 * A native control with its label, hint and example.
 * @param {HTMLElement} control the element that takes focus; stands somewhere in `parts`
 */
export function labelled(form, field, path, control, ...parts) {
  control.id ||= freshId('control');
  const notes = hint(form, field);
  control.setAttribute('aria-describedby', notes.element.id);
  const label = h('label', { class: 'cx-label', for: control.id }, ...labelWords(form, field));
  const foot = exampleToggle(form, field);
  const element = fieldBox(form, field, path, label, ...parts, notes.element, foot);
  return { element, show: showOn(control, notes) };
}

/** A group of controls under one legend. */
export function grouped(form, field, path, ...children) {
  const notes = hint(form, field);
  const legend = h('legend', { class: 'cx-label' }, ...labelWords(form, field));
  const group = h('fieldset', { 'aria-describedby': notes.element.id }, legend, ...children);
  group.append(notes.element);
  const element = fieldBox(form, field, path, group, exampleToggle(form, field));
  return { element, group, show: showOn(group, notes) };
}

/** Shows an error beside a control and tells it to screen readers. */
export function showOn(control, notes) {
  return (message) => {
    notes.show(message);
    if (control.tagName === 'FIELDSET') control.classList.toggle('cx-wrong', Boolean(message));
    else if (message) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  };
}

/** Says of a component's inner control what the component does not say itself. */
export async function markInvalid(component, wrong) {
  component.classList.toggle('cx-wrong', wrong);
  await component.updateComplete;
  const inner = component.shadowRoot?.querySelector('#input');
  if (wrong) inner?.setAttribute('aria-invalid', 'true');
  else inner?.removeAttribute('aria-invalid');
}
