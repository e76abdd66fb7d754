/**
 * Fits each exercise to its pages before printing: text as large as the fewest pages allow, short
 * neighbours on one page, the further sheets of a wide picture grown until they fill theirs. Without
 * this script the report prints as well, with more white.
 */
const PX = 96 / 25.4;
const PAGES = { tall: [182 * PX, 268 * PX], wide: [271 * PX, 183 * PX] };
const GAP = 10 * PX;
const NORMAL = { tall: 0.72, wide: 0.77 };
/** Most text of a picture is never smaller than this on paper (six points), nor its scale larger than these. */
const LEGIBLE = 7.9;
const LARGEST = { tall: 0.94, wide: 1.12 };
const STEP = 0.02;

/** @param {CSSRuleList} rules @returns {Generator<CSSMediaRule>} */
function* mediaRules(rules) {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) yield rule;
    if ("cssRules" in rule) yield* mediaRules(/** @type {CSSGroupingRule} */ (rule).cssRules);
  }
}

/** Make the page look on screen as it will on paper; returns what undoes it. */
function asPrinted() {
  const before = [];
  for (const sheet of document.styleSheets) {
    for (const rule of mediaRules(sheet.cssRules)) {
      const media = rule.media.mediaText;
      before.push([rule, media]);
      if (/\bprint\b/.test(media)) rule.media.mediaText = media.replace(/\bprint\b/g, "all");
      else if (/\bscreen\b/.test(media)) rule.media.mediaText = "not all";
    }
  }
  return () => before.forEach(([rule, media]) => (rule.media.mediaText = media));
}

/** @param {HTMLElement} part @param {number} width @returns {number} height in pixels */
function heightAt(part, width) {
  part.style.width = `${width}px`;
  const height = part.getBoundingClientRect().height;
  part.style.width = "";
  return height;
}

/** Exercises that follow each other on pages of one shape, as many as fit on one page. */
function groups(exercises, kind, [width, height], head) {
  const found = [];
  let room = 0;
  for (const exercise of exercises) {
    exercise.style.setProperty("--r-fit", NORMAL[kind]);
    const needs = heightAt(exercise, width) + GAP;
    if (found.length && needs <= room) {
      found.at(-1).push(exercise);
      room -= needs;
    } else {
      room = height - needs - (found.length || !head ? 0 : heightAt(head, width) + GAP);
      found.push(head && !found.length ? [head, exercise] : [exercise]);
    }
  }
  return found;
}

/** What makes an element break in columns as it breaks on pages. */
function asColumns({ breakBefore, breakAfter, overflowX }) {
  const looks = {};
  if (breakBefore === "page") looks["break-before"] = "column";
  if (breakAfter === "page") looks["break-after"] = "column";
  // A box that could scroll is never broken, but on paper, where it cannot.
  if (overflowX === "hidden" || overflowX === "auto") looks.overflow = "clip";
  return Object.entries(looks);
}

/**
 * Lay a group out in columns as wide and high as its pages: the browser breaks columns as it breaks
 * pages. Calls `use` with what counts them at a
 * scale and what tells in which of them an element lies, then puts everything back.
 */
function laidOut(parts, kind, use) {
  const [width, height] = PAGES[kind];
  const pages = document.createElement("div");
  pages.style.cssText = `position:absolute;visibility:hidden;top:0;left:0;width:${width}px;height:${height}px;columns:1;column-gap:0;column-fill:auto`;
  parts[0].before(pages);
  pages.append(...parts);
  const changed = [];
  for (const part of parts.flatMap((each) => [...each.querySelectorAll(".r-picture *")])) {
    for (const [name, value] of asColumns(getComputedStyle(part))) {
      changed.push([part, name, part.style.getPropertyValue(name)]);
      part.style.setProperty(name, value);
    }
  }
  const tables = parts.flatMap((part) => [...part.querySelectorAll(".r-picture table:has(thead)")]);
  const columns = (room) => {
    pages.style.height = `${room}px`;
    return Math.round(pages.scrollWidth / width);
  };
  use((scale) => {
    if (scale) parts.forEach((part) => part.style.setProperty("--r-fit", scale.toFixed(3)));
    const found = columns(height);
    // On paper the head of a table comes back on each page, in columns it does not.
    const heads = tables.filter((table) => table.getClientRects().length > 1).map((table) => table.tHead.getBoundingClientRect().height);
    return heads.length ? columns(height - Math.max(...heads)) : found;
  }, (part) => {
    const left = pages.getBoundingClientRect().left - 1;
    return [...part.getClientRects()].map((place) => Math.floor((place.left - left) / width));
  });
  changed.forEach(([part, name, value]) => part.style.setProperty(name, value));
  pages.replaceWith(...parts);
}

/** The size in which most text of a group is set, in pixels of the page. */
function textSize(parts) {
  const sizes = [];
  for (const part of parts.flatMap((each) => [...each.querySelectorAll(".r-picture *")])) {
    const text = [...part.childNodes].reduce((sum, node) => sum + (node.nodeType === 3 ? node.data.trim().length : 0), 0);
    const shown = text && part.getClientRects().length;
    if (shown) sizes.push([parseFloat(getComputedStyle(part).fontSize) * (part.currentCSSZoom ?? 1), text]);
  }
  sizes.sort(([one], [other]) => one - other);
  let half = sizes.reduce((sum, [, text]) => sum + text, 0) / 2;
  return sizes.find(([, text]) => (half -= text) <= 0)?.[0] ?? LEGIBLE;
}

/** Give a group the largest scale at which it takes as few pages as legible text allows. */
function fitGroup(parts, kind) {
  laidOut(parts, kind, (count, pagesOf) => {
    count(NORMAL[kind]);
    const smallest = Math.min(NORMAL[kind] * LEGIBLE / textSize(parts), LARGEST[kind]);
    const fewest = count(smallest);
    let scale = LARGEST[kind];
    while (scale > smallest && count(scale) > fewest) scale -= STEP;
    scale = Math.max(scale, smallest);
    count(scale);
    if (kind === "wide") growSheets(parts, LARGEST.wide / scale, count, pagesOf);
  });
}

/**
 * What has a page after the first to itself is often shorter than that: parts of one kind grow
 * alike, as far as they may.
 */
function growSheets(parts, most, count, pagesOf) {
  const pages = count();
  const pieces = parts.flatMap((part) => [...part.querySelectorAll(".r-picture > * > *")]);
  const places = pieces.map(pagesOf);
  const kinds = new Map();
  for (const [number, piece] of pieces.entries()) {
    const [page, ...more] = places[number];
    const shared = more.length || places.some((other, at) => at !== number && other.includes(page));
    if (page > 0 && !shared) kinds.set(piece.className, [...(kinds.get(piece.className) ?? []), piece]);
  }
  for (const alike of kinds.values()) {
    for (let more = most; more >= 1; more -= STEP) {
      alike.forEach((piece) => piece.style.setProperty("--r-grow", more.toFixed(3)));
      if (count() <= pages) break;
    }
  }
}

/** @param {Element} chapter */
function fitChapter(chapter) {
  const head = /** @type {HTMLElement} */ (chapter.querySelector(".r-chapter-head"));
  const exercises = [...chapter.querySelectorAll(":scope > .r-exercise:not(.r-is-elsewhere)")];
  let run = [], last = "";
  const close = () => {
    if (!run.length) return;
    const begins = run[0].previousElementSibling === head ? head : null;
    for (const group of groups(run, last, PAGES[last], begins)) fitGroup(group, last);
    run = [];
  };
  for (const exercise of exercises) {
    const kind = exercise.classList.contains("r-wide") ? "wide" : "tall";
    if (kind !== last || exercise.previousElementSibling?.matches(".r-lesson, .r-outputs")) close();
    last = kind;
    run.push(exercise);
  }
  close();
}

/** The summary is one page. */
function fitSummary(summary) {
  const [width, height] = PAGES.tall;
  for (let step = 0.8; step >= 0.55; step -= 0.03) {
    summary.style.setProperty("--r-fit", step);
    if (heightAt(summary, width) <= height) return;
  }
}

function fit() {
  const undo = asPrinted();
  document.querySelectorAll(".r-summary").forEach(fitSummary);
  document.querySelectorAll(".r-page").forEach((page) => page.querySelector(":scope > .r-exercise") && fitChapter(page));
  undo();
}

// A brand's fonts are there when the page has loaded, not before.
if (document.documentElement.dataset.paper === "now") addEventListener("load", fit);
else addEventListener("beforeprint", fit);
