/**
 * Builds parts of a form in turn: the first at once, the rest while the browser is idle, so that a
 * long table does not keep anybody from typing.
 */
const AT_ONCE = 6;

const whenIdle = globalThis.requestIdleCallback ?? ((run) => setTimeout(() => run(null), 1));

/** @returns {(build: () => void) => void} */
export function inTurn() {
  const waiting = [];
  let built = 0;
  let scheduled = false;
  const work = (deadline) => {
    do waiting.shift()?.();
    while (waiting.length && (deadline?.timeRemaining() ?? 0) > 4);
    scheduled = waiting.length > 0;
    if (scheduled) whenIdle(work);
  };
  return (build) => {
    built += 1;
    if (built <= AT_ONCE) {
      build();
      return;
    }
    waiting.push(build);
    if (!scheduled) whenIdle(work);
    scheduled = true;
  };
}
