/**
 * An answer as a plain value. A path is a list of field names and item ids
 * (`["touchpoints", "i1", "owner"]`), so that it survives a reordering.
 * Values are never changed in place: what did not change stays the same object.
 *
 * @typedef {Record<string, any> & {name: string, kind: string}} Field
 */

const LISTS = new Set(['choices', 'tags', 'cards', 'table', 'links']);
const OPEN = new Set(['number', 'date', 'rating']);

/** @returns {string} a fresh item id, of the form Python makes too */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return 'i' + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {Field} field */
export function hasRecords(field) {
  return field.kind === 'cards' || field.kind === 'table';
}

/** @param {Field} field @returns {any} what an untouched field holds */
export function blank(field) {
  if (LISTS.has(field.kind)) return [];
  if (OPEN.has(field.kind)) return null;
  if (field.kind === 'switch') return false;
  if (field.kind === 'matrix') return complete(field.fields, {});
  return '';
}

/** @param {Field[]} fields @param {any} value @returns {any} the value with no key missing */
export function complete(fields, value) {
  const whole = { ...value };
  for (const field of fields) {
    const given = whole[field.name];
    if (given === undefined || (given === null && !OPEN.has(field.kind))) whole[field.name] = blank(field);
    else if (hasRecords(field)) whole[field.name] = given.map((item) => complete(field.fields, item));
    else if (field.kind === 'matrix') whole[field.name] = complete(field.fields, given);
  }
  return whole;
}

/** @param {any} value @param {string[]} path */
export function getAt(value, path) {
  let at = value;
  for (const step of path) {
    if (at === null || at === undefined) return undefined;
    at = Array.isArray(at) ? at.find((item) => item?.id === step) : at[step];
  }
  return at;
}

/**
 * @param {any} value
 * @param {string[]} path
 * @param {any} fresh
 * @param {(id: string) => any} [seed] makes an item that is not in its list yet
 */
export function setAt(value, path, fresh, seed) {
  if (!path.length) return fresh;
  const [step, ...rest] = path;
  if (!Array.isArray(value)) return { ...value, [step]: setAt(value?.[step], rest, fresh, seed) };
  const index = value.findIndex((item) => item?.id === step);
  if (index < 0) return [...value, setAt(seed?.(step) ?? { id: step }, rest, fresh, seed)];
  const copy = [...value];
  copy[index] = setAt(value[index], rest, fresh, seed);
  return copy;
}

/** @param {any} a @param {any} b @returns {boolean} whether two values say the same */
export function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}

/** @param {any} value @returns {boolean} whether nobody wrote anything here; ids do not count */
export function isEmpty(value, except = ['id']) {
  if (Array.isArray(value)) return value.every((item) => isEmpty(item));
  if (value && typeof value === 'object') {
    return Object.entries(value).every(([key, inner]) => except.includes(key) || isEmpty(inner));
  }
  return value === null || value === undefined || value === false || value === '';
}

/** @param {any} item @returns {any} a copy whose items have ids of their own, links among them kept */
export function copyItem(item) {
  const ids = new Map();
  collectIds(item, ids);
  return renamed(item, ids);
}

function collectIds(value, ids) {
  if (!value || typeof value !== 'object') return;
  if (typeof value.id === 'string') ids.set(value.id, newId());
  Object.values(value).forEach((inner) => collectIds(inner, ids));
}

function renamed(value, ids) {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, ids));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner, ids)]));
}

/**
 * Brings a value from elsewhere under what was typed here since.
 * @param {any} sent what this browser had sent
 * @param {any} mine what stands here now
 * @param {any} theirs what is stored
 */
export function merged(sent, mine, theirs) {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const pick = (name) => (name in theirs && same(sent?.[name], mine[name]) ? theirs[name] : mine[name]);
  return Object.fromEntries([...names].map((name) => [name, pick(name)]));
}

/** Replaces lone surrogates: half an emoji cannot be sent as text. */
export function wellFormed(text) {
  return text.toWellFormed ? text.toWellFormed() : text.replace(/\p{Surrogate}/gu, '\ufffd');
}
