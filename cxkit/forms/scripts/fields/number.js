/** Numbers as people write them: 1.234,5 in Italian, 1,234.5 in English, 12,5 in both. */

/**
 * @param {string} text
 * @param {string} lang
 * @returns {number | null} null when nothing, or no number, is written
 */
export function parseNumber(text, lang) {
  const bare = text.replace(/[\s\u00a0']/g, '').replace('\u2212', '-');
  if (!bare) return null;
  const [decimal, group] = separators(bare, lang);
  const plain = bare.replaceAll(group, '').replace(decimal, '.');
  const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(number) ? number : null;
}

/** Which of comma and point is the decimal one: the last, unless it can only group thousands. */
function separators(text, lang) {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0) return comma > point ? [',', '.'] : ['.', ','];
  const groups = lang === 'it' ? /^[+-]?\d{1,3}(\.\d{3})+$/ : /^[+-]?\d{1,3}(,\d{3})+$/;
  const own = lang === 'it' ? ',' : '.';
  const other = lang === 'it' ? '.' : ',';
  if (groups.test(text) || !text.includes(other)) return [own, other];
  return [other, own];
}

/** @param {number | null} value */
export function showNumber(value, lang) {
  if (value === null || value === undefined) return '';
  const how = { useGrouping: false, maximumFractionDigits: 12 };
  return new Intl.NumberFormat(lang, how).format(value);
}

/** @returns {string} what is wrong with what was typed, or nothing */
export function numberProblem(form, field, text) {
  if (!text.trim()) return '';
  const value = parseNumber(text, form.lang);
  if (value === null) return form.say('not_a_number');
  const { min, max } = field;
  const low = min !== null && min !== undefined && value < min;
  const high = max !== null && max !== undefined && value > max;
  if (!low && !high) return '';
  const shown = { min: showNumber(min, form.lang), max: showNumber(max, form.lang) };
  if (max === null || max === undefined) return form.say('at_least', shown);
  if (min === null || min === undefined) return form.say('at_most', shown);
  return form.say('out_of_range', shown);
}
