// Runs before the page's own scripts and looks at every frame whether the page is ready, through
// shadow roots too. Times are seconds from the start of the navigation. READY is put in by browser.py.
(() => {
  const deep = function* (root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* deep(element.shadowRoot);
    }
  };
  const visible = (element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const find = (test, root = document) => {
    for (const element of deep(root)) if (test(element) && visible(element)) return element;
    return null;
  };
  const findAll = (test, root) => [...deep(root)].filter((e) => test(e) && visible(e));
  const isText = (e) => e.tagName === 'TEXTAREA' || (e.tagName === 'INPUT' && /^(text|)$/.test(e.type));
  const typing = (e) => isText(e) && !e.disabled && !e.readOnly;
  const isButton = (e) => e.tagName === 'BUTTON' || e.role === 'button';
  const press = (e) => isButton(e) && /Press/.test(e.textContent) && !e.disabled;
  const text = (words) => (e) => e.childElementCount === 0 && e.textContent.includes(words);
  const tests = {
    field: () => find(typing),
    button: () => find(press),
    page: () => find(press) && find(text('first row')) && find(text('last row')),
  };
  const at = {};
  const mark = (name, test) => {
    const look = () => {
      if (document.body && test()) at[name] = performance.now() / 1000;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  window.cxTimes = { find, findAll, typing, press, text, at };
  mark('READY', tests['READY']);
  mark('kernel', () => document.documentElement.dataset.kernel === 'ready');
})();
