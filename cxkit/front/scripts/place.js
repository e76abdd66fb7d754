/** Places on a chapter page: `#exercise`, or `#exercise/field`, `#exercise/list/item/field`. */

/** @returns {{exercise: string, where: string[]}} what an address's fragment names */
export function placeIn(hash) {
  const [exercise, ...where] = hash.replace(/^#/, "").split("/").map(readable);
  return { exercise, where };
}

/** Somebody may have cut an address in the middle of an escape. */
function readable(step) {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function written(...steps) {
  return steps.map(encodeURIComponent).join("/");
}

/** Asks the form of an exercise to go to one of its fields. */
export function goToField({ exercise, where }) {
  document.dispatchEvent(new CustomEvent("cx:goto", { detail: { exercise, where } }));
}

/** Goes to the fields that links within the page name; an exercise's own title the browser finds itself. */
export function followLinks() {
  addEventListener("hashchange", () => {
    const place = placeIn(location.hash);
    if (place.where.length) goToField(place);
  });
}

/** The exercise that stands across the middle of the window, if any does. */
function exerciseInSight() {
  const across = (slot) => slot.getBoundingClientRect().top < innerHeight / 2 && slot.getBoundingClientRect().bottom > innerHeight / 2;
  return [...document.querySelectorAll(".cx-slot")].find(across)?.dataset.exercise;
}

/** The language switch keeps the field one came to or wrote in, while its exercise is in sight. */
export function keepPlace() {
  let place = location.hash.slice(1);
  addEventListener("hashchange", () => (place = location.hash.slice(1)));
  document.addEventListener("focusin", (event) => {
    const exercise = event.target.closest(".cx-slot")?.dataset.exercise;
    if (!exercise) return;
    const path = event.target.closest("[data-path]")?.dataset.path;
    place = written(exercise, ...(path?.split("/") ?? []));
  });
  for (const link of document.querySelectorAll(".cx-langs a")) {
    link.addEventListener("click", () => {
      const now = exerciseInSight();
      const keeps = !now || placeIn(place).exercise === now;
      if (now || place) link.hash = keeps ? place : now;
    });
  }
}
