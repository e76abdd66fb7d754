// Watches one exercise: from a key pressed until its value is called saved and its picture is new.
// cxKey tells of the last key, cxWaits how many milliseconds each key waited for "saved".
([exercise, index]) => {
  const box = document.querySelector(`[data-exercise="${exercise}"]`);
  const status = box.querySelector('.cx-status');
  const times = (window.cxKey = {});
  const waiting = [];
  window.cxWaits = [];
  const start = (event) => {
    waiting.push(event.timeStamp);
    Object.assign(times, { key: event.timeStamp, saved: 0, drawn: 0 });
  };
  const saved = () => {
    if (status.dataset.state !== 'idle' || !times.key) return;
    const now = performance.now();
    times.saved ||= now;
    window.cxWaits.push(...waiting.splice(0).map((key) => now - key));
  };
  const painted = () => {
    times.drawn ||= performance.now();
  };
  addEventListener('keydown', start, true);
  new MutationObserver(saved).observe(status, { attributes: true, attributeFilter: ['data-state'] });
  new MutationObserver(() => times.key && requestAnimationFrame(painted)).observe(
    box.querySelector('.cx-picture'),
    { childList: true, subtree: true },
  );
  const field = window.cxTimes.findAll(window.cxTimes.typing, box)[index];
  field.focus();
  field.scrollIntoView({ block: 'center' });
}
