/**
 * Fits each exercise to its page before printing: what needs more than half a page grows to fill
 * it, what is a little too long shrinks to one page, short neighbours share one. Without this
 * script the report prints as well, with more white.
 */
const PX = 96 / 25.4;
const PAGES = { tall: [182 * PX, 268 * PX], wide: [271 * PX, 183 * PX] };
const GAP = 10 * PX;
const NORMAL = { tall: 0.72, wide: 0.77 };
const [LARGEST, SMALLEST, STEP] = [1.3, 0.87, 0.03];

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
      found.at(-1).parts.push(exercise);
      room -= needs;
    } else {
      const whole = height - (found.length ? 0 : head);
      found.push({ parts: [exercise], whole });
      room = whole - needs;
    }
  }
  return found;
}

/** How high a group is at a scale, as a part of the page it begins on and of those that follow. */
function pagesAt({ parts, whole }, scale, kind) {
  const [width, height] = PAGES[kind];
  parts.forEach((part) => part.style.setProperty("--r-fit", (NORMAL[kind] * scale).toFixed(3)));
  const needs = parts.reduce((sum, part) => sum + heightAt(part, width) + GAP, 0);
  return needs <= whole ? needs / whole : 1 + (needs - whole) / height;
}

/** Give a group the largest scale at which it takes as few pages as it can. */
function fitGroup(group, kind) {
  const fewest = Math.ceil(pagesAt(group, SMALLEST, kind));
  // What cannot be parted leaves white at the foot of each page but the last.
  const full = fewest === 1 ? 1 : fewest * 0.85;
  for (let scale = LARGEST; scale > SMALLEST; scale -= STEP) {
    if (pagesAt(group, scale, kind) <= full) return;
  }
  pagesAt(group, fewest === 1 ? SMALLEST : 1, kind);
}

/** @param {Element} chapter */
function fitChapter(chapter) {
  const head = /** @type {HTMLElement} */ (chapter.querySelector(".r-chapter-head"));
  const exercises = [...chapter.querySelectorAll(":scope > .r-exercise:not(.r-is-elsewhere)")];
  let run = [], last = "";
  const close = () => {
    if (!run.length) return;
    const first = run[0] === exercises[0];
    const space = first ? heightAt(head, PAGES[last][0]) + GAP : 0;
    for (const group of groups(run, last, PAGES[last], space)) fitGroup(group, last);
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

if (document.documentElement.dataset.paper === "now") fit();
else addEventListener("beforeprint", fit);
