/** Making elements. Text goes in as text nodes only, so nobody's words become markup. */
import { icon } from './icons.js';

let count = 0;

/** @returns {string} an id nothing else in the document has */
export function freshId(prefix = 'cx') {
  count += 1;
  return `${prefix}-${count}-${Math.trunc(performance.timeOrigin % 1e6)}`;
}

/**
 * Makes an element: `on…` functions listen, `.name` sets a property, the rest are attributes
 * (false, null and undefined leave the attribute out, true makes it empty).
 * @param {string} tag
 * @param {Record<string, unknown>} [props]
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), /** @type {any} */ (value));
    else if (key.startsWith('.')) element[key.slice(1)] = value;
    else setAttribute(element, key, value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** Sets an attribute, or removes it when the value is false, null or undefined. */
export function setAttribute(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value === true ? '' : value)) {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Writes text only when it changed: a live region would speak again, a selection be lost. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A small button that shows an icon and speaks its name. */
export function iconButton(name, label, onclick, props = {}) {
  const shape = { type: 'button', class: 'cx-tool', 'aria-label': label, title: label, onclick };
  return h('button', { ...shape, ...props }, icon(name));
}

/** Renames an icon button when what it acts on got another name. */
export function nameButton(button, label) {
  setAttribute(button, 'aria-label', label);
  setAttribute(button, 'title', label);
}

/** A button with words, and an icon before them. */
export function wordButton(form, words, onclick, { iconName = '', variant = 'plain', ...props } = {}) {
  const looks = {
    plain: { variant: 'neutral', appearance: 'outlined' },
    quiet: { variant: 'neutral', appearance: 'plain' },
    strong: { variant: 'brand', appearance: 'accent' },
  };
  const shape = { ...looks[variant], size: 's', lang: form.lang, onclick, ...props };
  const start = iconName && h('span', { slot: 'start' }, icon(iconName));
  return h('wa-button', shape, start, words);
}

/** Gives focus, once a component has drawn what takes it. @returns {boolean} */
export function focusOn(element) {
  if (!element) return false;
  if (element.updateComplete && !element.hasUpdated) element.updateComplete.then(() => element.focus());
  else element.focus();
  return true;
}

/** Fills a box anew. Focus that stood inside goes to what `next` names, and is not lost. */
export function refill(box, parts, next) {
  const held = box.contains(document.activeElement);
  box.replaceChildren(...parts);
  if (held) focusOn(next());
}

/** The element that has focus, seen through the components' shadow trees. */
export function deepFocus() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Puts elements into a parent in this order, moving only those out of place. */
export function arrange(parent, elements) {
  const focused = deepFocus();
  const wanted = new Set(elements);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, index) => {
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index]);
  });
  if (focused !== deepFocus() && focused?.isConnected) /** @type {any} */ (focused).focus();
}

const HIDDEN_MS = 200;

/** Runs when what is there has been painted; soon, too, where nothing is painted because nobody looks. */
export function afterFrame(run) {
  let waits = true;
  const once = () => {
    if (waits) run();
    waits = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, HIDDEN_MS);
}
