/** The form's styles, once for each document however many exercises it shows. */
import tokens from '../../core/tokens.css';
import base from './styles/base.css';
import fields from './styles/fields.css';
import lists from './styles/lists.css';
import lanes from './styles/lanes.css';
import panels from './styles/panels.css';
import components from './styles/components.css';

const DONE = Symbol.for('cxkit.form.styles');

/** @param {string} text @returns {CSSStyleSheet} */
export function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

export function wearStyles() {
  if (document[DONE]) return;
  document[DONE] = true;
  const known = getComputedStyle(document.documentElement).getPropertyValue('--cx-paper');
  const sheets = [components, base, fields, lists, lanes, panels];
  // A page brings the tokens itself, perhaps with a brand's colours; JupyterLab does not.
  const all = known ? sheets : [tokens, ...sheets];
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...all.map(sheet)];
  followJupyterLab();
}

/** JupyterLab tells its theme on the body; our tokens follow the root. */
function followJupyterLab() {
  const { body, documentElement: root } = document;
  if (!body || !('jpThemeLight' in body.dataset)) return;
  const follow = () => {
    root.dataset.theme = body.dataset.jpThemeLight === 'false' ? 'dark' : 'light';
  };
  new MutationObserver(follow).observe(body, { attributeFilter: ['data-jp-theme-light'] });
  follow();
}
