/**
 * Comfort for a report that is read on a screen: find a word, open all answers, day or night.
 * The tools are hidden in the page and shown by this script, so that none is there without it.
 */
const tools = document.getElementById("tools");
const find = document.getElementById("find");
const count = document.getElementById("found");
const report = document.getElementById("report");
/** @type {Range[]} */
let hits = [];
let at = -1;

/** Small letters without accents, character by character, so that places stay the same. */
const fold = (text) => [...text].map((char) => char.normalize("NFKD")[0].toLowerCase().padEnd(char.length)).join("");

/** @param {string} wanted @returns {Range[]} */
function rangesOf(wanted) {
  const found = [];
  const texts = document.createTreeWalker(report, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = fold(texts.currentNode.data);
    for (let place = text.indexOf(wanted); place >= 0; place = text.indexOf(wanted, place + wanted.length)) {
      const range = new Range();
      range.setStart(texts.currentNode, place);
      range.setEnd(texts.currentNode, place + wanted.length);
      found.push(range);
    }
  }
  return found;
}

/** @param {string} name @param {Range[]} ranges */
const mark = (name, ranges) => globalThis.Highlight && CSS.highlights.set(name, new Highlight(...ranges));

function search() {
  const wanted = fold(find.value.trim());
  hits = wanted.length > 1 ? rangesOf(wanted) : [];
  at = -1;
  mark("found", hits);
  mark("here", []);
  say();
}

function say() {
  const words = find.value.trim().length < 2 ? "" : hits.length ? count.dataset.some : count.dataset.none;
  count.textContent = words.replace("{at}", String(at + 1)).replace("{count}", String(hits.length));
}

/** @param {number} step */
function go(step) {
  if (!hits.length) return;
  at = (at + step + hits.length) % hits.length;
  const place = hits[at].startContainer.parentElement;
  for (let part = place; part; part = part.parentElement) if (part.matches("details")) part.open = true;
  mark("here", [hits[at]]);
  place.scrollIntoView({ block: "center" });
  say();
}

/** @param {boolean} open */
function openAll(open) {
  document.querySelectorAll("details").forEach((part) => (part.open = open));
}

function theme(button) {
  const root = document.documentElement;
  const night = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = night ? "light" : "dark";
  button.setAttribute("aria-pressed", String(!night));
}

if (tools) {
  tools.hidden = false;
  find.addEventListener("input", search);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); go(event.shiftKey ? -1 : 1); }
    if (event.key === "Escape") { find.value = ""; search(); }
  });
  tools.querySelector("[data-do=next]").addEventListener("click", () => go(1));
  tools.querySelector("[data-do=open]")?.addEventListener("click", (event) => {
    const open = event.currentTarget.getAttribute("aria-pressed") !== "true";
    event.currentTarget.setAttribute("aria-pressed", String(open));
    openAll(open);
  });
  tools.querySelector("[data-do=theme]").addEventListener("click", (event) => theme(event.currentTarget));
  addEventListener("beforeprint", () => openAll(true));
}
