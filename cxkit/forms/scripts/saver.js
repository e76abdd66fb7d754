/**
 * Saving: one request on the way at a time, the newest value next, and nothing called saved before
 * Python said so. What is not confirmed lies in this browser.
 *
 * @typedef {'idle' | 'saving' | 'waiting' | 'refused' | 'partly' | 'offline' | 'lost'} SaveState
 */
import { same } from './value.js';

/**
 * A change after a rest is sent at once. While somebody types on, saves begin this far apart, and
 * further when the answers are slow: a busy server is asked less often by everybody.
 */
const GAP_MS = 200;
const GAP_FOR_EACH_MS_OF_ANSWER = 4;
const LONGEST_GAP_MS = 2000;
const PATIENCE_MS = 10_000;

export class Saver {
  /**
   * @param {{send: (message: any) => void, store: import('./store.js').Store,
   *   drafts: import('./drafts.js').Drafts, revision: number, savedAt: string | null,
   *   savedDay: string | null,
   *   changed: () => void}} parts
   */
  constructor({ send, store, drafts, revision, savedAt, savedDay, changed }) {
    Object.assign(this, { send, store, drafts, revision, savedAt, savedDay, changed });
    /** What Python has, as far as we know. */
    this.confirmed = store.value;
    this.onTheWay = null;
    /** @type {{where: string[], message: string}[]} */
    this.errors = [];
    /** @type {{name: string, mine: any, theirs: any}[]} */
    this.conflicts = [];
    this.refusal = '';
    /** Whether what was refused goes again by itself. */
    this.waits = false;
    this.connection = 'online';
    this.late = false;
    this.kept = true;
    this.prefix = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
    this.count = 0;
    this.timer = 0;
    this.sentAt = -Infinity;
    /** How long the last answers took: one or two may have waited for their kernel to start or to draw. */
    this.answerMs = [0, 0, 0];
    this.patience = 0;
  }

  get dirty() {
    return this.onTheWay !== null || !same(this.store.value, this.confirmed);
  }

  /** Takes up what an earlier visit could not save. @returns {boolean} whether there was any */
  recover() {
    const draft = this.drafts.read();
    if (!draft) return false;
    this.conflicts = Array.isArray(draft.conflicts) ? draft.conflicts : [];
    const differs = !same(draft.value, this.store.value);
    if (differs) {
      this.revision = Math.min(this.revision, draft.revision ?? this.revision);
      this.store.value = draft.value;
    }
    if (differs) this.flush();
    else this.keepDraft();
    return differs;
  }

  /** Something was typed: keep it here at once, send it as soon as it is its turn. */
  schedule() {
    this.keepDraft();
    clearTimeout(this.timer);
    // Never in this very task: what changes in several steps is sent as one.
    this.timer = setTimeout(() => this.flush(), Math.max(0, this.sentAt + this.gap - performance.now()));
    this.changed();
  }

  /** @returns {number} milliseconds from the beginning of one save to that of the next */
  get gap() {
    const slow = Math.min(...this.answerMs) * GAP_FOR_EACH_MS_OF_ANSWER;
    return Math.min(Math.max(GAP_MS, slow), LONGEST_GAP_MS);
  }

  /** Sends what is not sent yet. */
  flush() {
    clearTimeout(this.timer);
    if (this.onTheWay || same(this.store.value, this.confirmed)) return;
    this.count += 1;
    const request = `${this.prefix}-${this.count}`;
    this.onTheWay = { request, value: this.store.value };
    this.refusal = '';
    this.sentAt = performance.now();
    this.startPatience();
    this.send({ kind: 'save', request, value: this.store.value, revision: this.revision });
    this.changed();
  }

  /** Asks for an earlier version; what is typed goes first, so that it is a version too. */
  restore(to) {
    this.flush();
    if (this.onTheWay) {
      this.next = () => this.restore(to);
      return;
    }
    this.count += 1;
    const request = `${this.prefix}-${this.count}`;
    this.onTheWay = { request, value: this.store.value, restores: true };
    this.sentAt = performance.now();
    this.startPatience();
    this.send({ kind: 'restore', request, revision: this.revision, to });
    this.changed();
  }

  startPatience() {
    clearTimeout(this.patience);
    this.late = false;
    this.patience = setTimeout(() => {
      this.late = this.onTheWay !== null;
      this.changed();
    }, PATIENCE_MS);
  }

  /** @param {any} message `saved` */
  saved(message) {
    if (message.request !== this.onTheWay?.request) return;
    const { value: sent, restores } = this.onTheWay;
    this.answerMs.push(performance.now() - this.sentAt);
    this.answerMs.shift();
    this.settle();
    this.revision = message.revision;
    this.savedAt = message.saved_at;
    this.savedDay = null;
    this.errors = message.errors ?? [];
    this.confirmed = message.value ?? sent;
    if (restores && message.value) this.store.replace(message.value);
    else if (message.value) this.store.absorb(sent, message.value);
    this.afterwards();
  }

  /** @param {any} message `refused` */
  refused(message) {
    if (message.request && message.request !== this.onTheWay?.request) return;
    const typedSince = this.onTheWay && !same(this.store.value, this.onTheWay.value);
    this.settle();
    this.next = undefined;
    this.refusal = message.message || '…';
    this.waits = Boolean(message.again) && this.dirty;
    if (typedSince) this.schedule();
    // A full disk, a busy database or a closed chapter passes: what waits here goes again by itself.
    else if (message.again) this.timer = setTimeout(() => this.retry(), message.again * 1000);
    this.changed();
  }

  /** Sends again what was refused; where nothing waits, there is nothing more to say of it. */
  retry() {
    if (!this.refusal || this.onTheWay) return;
    this.refusal = '';
    this.flush();
    this.changed();
  }

  /** @param {any} message `conflict`, which follows `saved` or stands in its place */
  conflict(message) {
    const sent = this.onTheWay?.request === message.request ? this.onTheWay.value : this.confirmed;
    if (this.onTheWay?.request === message.request) this.settle();
    this.revision = message.revision;
    const names = new Set(message.fields.map((field) => field.name));
    this.conflicts = [...this.conflicts.filter((c) => !names.has(c.name)), ...message.fields];
    this.confirmed = message.theirs;
    this.store.absorb(sent, message.theirs);
    this.afterwards();
  }

  /** Both versions were seen and one chosen. */
  resolve(name) {
    this.conflicts = this.conflicts.filter((conflict) => conflict.name !== name);
    this.afterwards();
  }

  /** @param {any} state a fresh state of Python's, after a reconnection */
  restart(state) {
    this.onTheWay = null;
    this.learn(state);
    this.flush();
    this.changed();
  }

  /** Takes a newer stored value, unless something here still waits: then Python merges the two. */
  learn(state) {
    if (this.dirty || state.revision < this.revision) return;
    const before = this.confirmed;
    this.confirmed = state.value;
    this.revision = state.revision;
    this.savedAt = state.saved_at;
    this.savedDay = state.saved_day;
    this.store.absorb(before, state.value);
    this.changed();
  }

  /** @param {'online' | 'offline' | 'lost'} connection */
  connect(connection) {
    if (connection === 'online' && this.connection !== 'online') this.onTheWay = null;
    this.connection = connection;
    if (connection === 'online') this.flush();
    this.changed();
  }

  settle() {
    this.onTheWay = null;
    this.late = false;
    clearTimeout(this.patience);
  }

  afterwards() {
    this.keepDraft();
    const next = this.next;
    this.next = undefined;
    if (!same(this.store.value, this.confirmed)) this.schedule();
    else next?.();
    this.changed();
  }

  /** What was refused or is in conflict is not stored either: it stays here as well. */
  keepDraft() {
    const unsaved = !same(this.store.value, this.confirmed) || this.onTheWay;
    if (unsaved || this.errors.length || this.conflicts.length) {
      this.kept = this.drafts.keep(this.revision, this.store.value, this.conflicts);
    } else this.drafts.drop();
  }

  /** @returns {SaveState} */
  get state() {
    if (this.connection !== 'online') return this.connection;
    if (this.onTheWay) return this.late ? 'waiting' : 'saving';
    if (this.refusal) return 'refused';
    if (!same(this.store.value, this.confirmed)) return 'saving';
    return this.errors.length ? 'partly' : 'idle';
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.patience);
  }
}
