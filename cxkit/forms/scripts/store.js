/** The one value of a form, with its undo and redo. */
import { getAt, merged, same, setAt } from './value.js';

const TYPING_MS = 1000;
const STEPS = 200;

export class Store {
  /** @param {any} value @param {() => number} [now] */
  constructor(value, now = () => performance.now()) {
    this.value = value;
    this.past = [];
    this.future = [];
    this.now = now;
    this.lastEdit = { key: '', at: -Infinity };
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** Told of each step of undo and redo: the value before it and after it. */
    this.stepped = (_before, _after) => {};
  }

  /** @param {string[]} path */
  get(path) {
    return getAt(this.value, path);
  }

  /**
   * Changes one place. Typing on in the same place within a second is one step of undo.
   * @param {string[]} path
   * @param {any} fresh
   * @param {{typing?: boolean, seed?: (id: string) => any, tidy?: (value: any) => any}} [how]
   */
  set(path, fresh, { typing = false, seed, tidy } = {}) {
    if (same(this.get(path), fresh)) return;
    const key = typing ? path.join('/') : '';
    const goesOn = typing && key === this.lastEdit.key && this.now() - this.lastEdit.at < TYPING_MS;
    const value = setAt(this.value, path, fresh, seed);
    this.put(tidy ? tidy(value) : value, !goesOn);
    this.lastEdit = { key, at: this.now() };
  }

  /** Takes another whole value because a person asked for it. */
  replace(value) {
    this.lastEdit = { key: '', at: -Infinity };
    if (!same(value, this.value)) this.put(value, true);
  }

  /**
   * Takes what is stored, under what was typed since `sent`. Undo must not take back what somebody
   * else wrote, so the steps get it too.
   */
  absorb(sent, stored) {
    if (same(stored, this.value)) return;
    const under = (value) => merged(sent, value, stored);
    this.past = this.past.map(under);
    this.future = this.future.map(under);
    this.value = under(this.value);
    this.tell();
  }

  /** Makes all that `run` changes one step of undo. */
  together(run) {
    const before = [...this.past, this.value];
    run();
    this.past = before.slice(-STEPS);
    this.tell();
  }

  undo() {
    this.step(this.past, this.future);
  }

  redo() {
    this.step(this.future, this.past);
  }

  step(from, to) {
    if (!from.length) return;
    const before = this.value;
    to.push(before);
    this.value = from.pop();
    this.lastEdit = { key: '', at: -Infinity };
    this.stepped(before, this.value);
    this.tell();
  }

  put(value, undoable) {
    if (undoable) {
      this.past.push(this.value);
      if (this.past.length > STEPS) this.past.shift();
    }
    this.future = [];
    this.value = value;
    this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener();
  }
}
