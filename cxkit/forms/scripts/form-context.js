/** What every field of one form shares: the value, the words, the links, the errors. */
import { freshId } from './dom.js';
import { editorFor } from './fields/kinds.js';
import { recordsOf } from './records.js';
import { hasRecords, isEmpty } from './value.js';

/**
 * @typedef {object} Editor
 * @property {HTMLElement} element
 * @property {() => void} update draws the value, the options and the errors again
 * @property {(path: string[]) => boolean} focus goes to the field at this path under the editor
 */

export class Form {
  /** @param {any} state what Python sent @param {import('./store.js').Store} store */
  constructor(state, store) {
    this.state = state;
    this.store = store;
    this.lang = state.lang;
    this.id = freshId('cx');
    /** @type {{where: string[], message: string}[]} */
    this.refused = [];
    /** @type {Map<string, string>} */
    this.checks = new Map();
    this.optionsOf = { value: undefined, links: undefined, found: new Map() };
    /** Record ids promised to linked items before anything is written for them. */
    this.seeds = new Map();
    this.announce = (_text) => {};
    /** Has a thing written where it belongs; the exercise knows how. */
    this.create = async (_wanted) => ({});
    /** Has it taken away again, if it is still as it was written. @returns {Promise<boolean>} */
    this.takeBack = async (_wanted) => false;
    this.connected = () => true;
    /** @type {HTMLElement | null} where dialogs stand */
    this.host = null;
  }

  /** A word of the form's own, with its `{placeholders}` filled. */
  say(key, values = {}) {
    const text = this.state.words?.[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  /** `key` in the number that fits: `<key>_one` or `<key>_many`. */
  sayNumber(key, n) {
    return this.say(n === 1 ? `${key}_one` : `${key}_many`, { n });
  }

  get(path) {
    return this.store.get(path);
  }

  /** @param {string[]} path @param {any} fresh @param {{typing?: boolean}} [how] */
  edit(path, fresh, how = {}) {
    const seed = (id) => this.seeds.get(id);
    this.store.set(path, fresh, { ...how, seed, tidy: (value) => this.tidy(value) });
  }

  /** Leaves out the records of a `per` table in which nothing is written. */
  tidy(value) {
    let tidied = value;
    for (const field of this.state.fields) {
      if (!field.per) continue;
      const [link] = field.fields;
      const kept = value[field.name].filter((item) => !isEmpty(item, ['id', link.name]));
      if (kept.length < value[field.name].length) tidied = { ...tidied, [field.name]: kept };
    }
    return tidied;
  }

  /** @returns {import('./form-context.js').Editor} */
  make(field, path, how = {}) {
    return editorFor(this, field, path, how);
  }

  /**
   * What can be linked to: items of this form as they stand now, else what Python found elsewhere.
   * @param {string} kind
   * @returns {{id: string, label: string}[]}
   */
  options(kind) {
    const { value } = this.store;
    const { links } = this.state;
    if (this.optionsOf.value !== value || this.optionsOf.links !== links) {
      this.optionsOf = { value, links, found: new Map() };
    }
    const { found } = this.optionsOf;
    if (!found.has(kind)) {
      const own = this.ownItems(kind, this.state.fields, value);
      found.set(kind, own ?? links?.[kind] ?? []);
    }
    return found.get(kind);
  }

  /** @returns {boolean} whether things of this kind are written in this form */
  writes(kind) {
    return this.ownItems(kind, this.state.fields, {}) !== null;
  }

  /** @returns {import('./value.js').Field | null} the list of this form to which things of a kind are added */
  ownList(kind) {
    const fits = (field) => hasRecords(field) && field.link_kind === kind && !field.fixed && !field.per;
    return this.state.fields.find(fits) ?? null;
  }

  /** What this form owns is written by itself: the new thing and the link to it are one step of undo. */
  writeHere(kind, id, label, choose) {
    const field = this.ownList(kind);
    const records = recordsOf(this, field, [field.name]);
    this.store.together(() => {
      if (records.at(id) < 0) records.add({ id, [field.label_field]: label });
      choose(id);
    });
  }

  ownItems(kind, fields, value) {
    let found = null;
    for (const field of fields.filter(hasRecords)) {
      const items = value?.[field.name] ?? [];
      if (field.link_kind === kind) {
        const named = items.map((item, at) => ({ id: item.id, label: this.label(field, item, at) }));
        found = [...(found ?? []), ...named];
      }
      for (const item of items.length ? items : [{}]) {
        const inner = this.ownItems(kind, field.fields, item);
        if (inner) found = [...(found ?? []), ...inner];
      }
    }
    return found;
  }

  /** What a record is called: its label field, or its place in the list. */
  label(field, item, index) {
    const shown = field.fields.find((inner) => inner.name === field.label_field) ?? field.fields[0];
    const value = item?.[shown?.name];
    if (shown?.kind === 'link') {
      const target = this.options(shown.target).find((option) => option.id === value);
      if (target) return target.label;
    }
    const text = shown?.kind === 'choice' ? shown.options.find((o) => o.value === value)?.label : value;
    const line = typeof text === 'string' ? text.trim().split('\n')[0] : '';
    if (line) return line.length > 80 ? `${line.slice(0, 79)}…` : line;
    return this.say('unnamed', { n: index + 1 });
  }

  /** Sets or clears what the browser itself found wrong with a field. */
  check(path, message) {
    if (message) this.checks.set(path.join('/'), message);
    else this.checks.delete(path.join('/'));
  }

  /** @returns {string} what is wrong at this very field, or nothing */
  errorAt(path, deep = true) {
    const own = this.checks.get(path.join('/'));
    if (own) return own;
    const fits = ({ where }) =>
      path.every((step, at) => where[at] === step) && (deep || where.length === path.length);
    return [...new Set(this.refused.filter(fits).map((error) => error.message))].join(' ');
  }

  /** @returns {boolean} whether anything in a record is wrong */
  anyErrorUnder(path) {
    const prefix = `${path.join('/')}/`;
    return (
      [...this.checks.keys()].some((key) => key.startsWith(prefix)) ||
      this.refused.some(({ where }) => `${where.join('/')}/`.startsWith(prefix))
    );
  }
}
