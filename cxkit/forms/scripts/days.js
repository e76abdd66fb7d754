/** Days as people write them. */

/** Days in English are written as in the pictures and on the pages: 22 November. */
export const localeOf = (lang) => (lang === 'en' ? 'en-GB' : lang);

/** @param {import('./form-context.js').Form} form @param {string} day such as 2026-03-01 */
export function dayWords(form, day) {
  const date = new Date(`${day}T12:00`);
  return date.toLocaleDateString(localeOf(form.lang), { weekday: 'long', day: 'numeric', month: 'long' });
}
