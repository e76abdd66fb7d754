/**
 * Lets this script run twice in one document. JupyterLab may evaluate it for each widget, and
 * another extension may bring the same components; defining an element again would throw.
 * Imported before the components.
 */
const define = customElements.define;

customElements.define = function defineOnce(name, constructor, options) {
  if (!customElements.get(name)) define.call(this, name, constructor, options);
};

/** Puts the document's own `define` back, once the components are there. */
export function restoreDefine() {
  customElements.define = define;
}
