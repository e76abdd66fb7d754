/** A model that answers as Python does, and tells the test what it was asked. */
import form from '/form.js';

class Model {
  constructor(state) {
    this.state = state;
    this.value = state.value;
    this.revision = state.revision;
    this.sent = [];
    this.listeners = new Map();
    this.answers = true;
    this.refuses = '';
    this.again = null;
    this.problems = [];
    this.example = null;
  }

  get() {
    return this.state;
  }

  on(name, listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  off(name, listener) {
    this.listeners.set(name, (this.listeners.get(name) ?? []).filter((one) => one !== listener));
  }

  tell(message) {
    for (const listener of this.listeners.get('msg:custom') ?? []) listener(structuredClone(message));
  }

  send(message) {
    this.sent.push(structuredClone(message));
    if (this.answers) queueMicrotask(() => this.answer(message));
  }

  answer(message) {
    const { request } = message;
    const writes = ['save', 'restore', 'take-back'].includes(message.kind);
    if (writes && this.refuses) this.tell({ kind: 'refused', request, message: this.refuses, again: this.again });
    else if (message.kind === 'save') this.save(message);
    else if (message.kind === 'example') this.tell({ kind: 'example', ...this.example });
    else if (message.kind === 'history') this.tell({ kind: 'history', versions: this.versions ?? [] });
    else if (message.kind === 'create') this.create(message);
    else if (message.kind === 'take-back') this.takeBack(message);
    else if (message.kind === 'restore') this.save({ request, value: this.earlier }, true);
  }

  /** Has it written elsewhere, once; refuses where a test wants a refusal. */
  create({ request, target, id, label }) {
    if (this.refuses) return this.tell({ kind: 'refused', request, message: this.refuses });
    const links = structuredClone(this.links ?? this.state.links);
    const there = (links[target] ??= []);
    if (!there.some((one) => one.id === id)) there.push({ id, label });
    this.links = links;
    this.tell({ kind: 'links', links });
    this.tell({ kind: 'created', request, id });
  }

  /** Takes it away again; a test says with `touched` that more is written there by now. */
  takeBack({ request, target, id }) {
    if (!this.touched) {
      this.links[target] = this.links[target].filter((one) => one.id !== id);
      this.tell({ kind: 'links', links: structuredClone(this.links) });
    }
    this.tell({ kind: 'taken-back', request, gone: !this.touched });
  }

  save({ request, value }, toldBack = false) {
    this.value = structuredClone(value);
    this.revision += 1;
    const saved = { kind: 'saved', request, revision: this.revision, saved_at: '10:42', errors: this.problems };
    this.tell(toldBack ? { ...saved, value } : saved);
  }
}

/** Shows a form; the test talks to the model it returns. */
window.openForm = (state) => {
  window.model = new Model(state);
  document.documentElement.lang = state.lang;
  window.closeForm = form.render({ model: window.model, el: document.querySelector('#page') });
};
document.documentElement.dataset.ready = '';
