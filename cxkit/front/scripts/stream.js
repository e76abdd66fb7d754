/**
 * What the server adds to the page while the kernel starts and runs, as JSON in script elements:
 * `cx-kernel` (its id, or why there is none), `cx-outputs` (one cell's), `cx-end`.
 */

const KINDS = ["cx-kernel", "cx-outputs", "cx-end"];

function kindOf(node) {
  return node instanceof HTMLScriptElement ? KINDS.find((kind) => node.classList.contains(kind)) : undefined;
}

/** Whether an element has come in whole: something follows it, or nothing more will. */
function whole(node) {
  return Boolean(node?.nextSibling) || document.readyState !== "loading";
}

/**
 * Wait for an element of a page that is still coming in.
 * @param {string} selector
 * @returns {Promise<void>}
 */
export async function parsed(selector) {
  while (!whole(document.querySelector(selector))) await change();
}

/** Something came in since. */
function change() {
  return new Promise((resolve) => {
    const tell = () => {
      observer.disconnect();
      removeEventListener("DOMContentLoaded", tell);
      resolve();
    };
    const observer = new MutationObserver(tell);
    observer.observe(document.documentElement, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", tell);
  });
}

/**
 * Give each element of a page that is still coming in, until the one that holds them all is whole.
 * @param {string} selector
 * @param {string} holder
 */
export async function* arriving(selector, holder) {
  const given = new Set();
  for (;;) {
    const ended = whole(document.querySelector(holder));
    const next = [...document.querySelectorAll(selector)].find((node) => !given.has(node) && whole(node));
    if (next) {
      given.add(next);
      yield next;
    } else if (ended) return;
    else await change();
  }
}

/**
 * Follow the page that is still coming in.
 * @param {(kind: string, data: any) => void} take
 */
export function followPage(take) {
  const seen = new WeakSet();
  const look = () => {
    for (const node of document.querySelectorAll(KINDS.map((kind) => `script.${kind}`).join())) {
      if (seen.has(node) || !whole(node)) continue;
      seen.add(node);
      take(kindOf(node), JSON.parse(node.textContent));
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true });
  look();
  addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    look();
  });
  if (document.readyState !== "loading") observer.disconnect();
}

/**
 * Ask for the same page again and take only the kernel's part: a new kernel under what stands here.
 * @param {(kind: string, data: any) => void} take
 * @returns {Promise<void>} rejects when the server does not answer; `status` tells what it said
 */
export async function fetchAgain(take) {
  const answer = await fetch(location.pathname + location.search, { cache: "no-store", credentials: "same-origin" });
  if (!answer.ok) throw Object.assign(new Error("refused"), { status: answer.status });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const node of page.querySelectorAll(KINDS.map((kind) => `script.${kind}`).join())) {
    take(KINDS.find((kind) => node.classList.contains(kind)), JSON.parse(node.textContent));
  }
}
