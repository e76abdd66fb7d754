/** Days as people write them. */

/** @param {import('./form-context.js').Form} form @param {string} day such as 2026-03-01 */
export function dayWords(form, day) {
  const date = new Date(`${day}T12:00`);
  return date.toLocaleDateString(form.lang, { weekday: 'long', day: 'numeric', month: 'long' });
}
