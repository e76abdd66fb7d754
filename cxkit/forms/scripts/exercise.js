/** One exercise in the page, from its title to the instructor's notes. */
import { h, setText } from './dom.js';
import { Creations } from './creations.js';
import { Drafts } from './drafts.js';
import { groupEditor } from './fields/group.js';
import { Form } from './form-context.js';
import { icon } from './icons.js';
import { advicePanel } from './panels/advice.js';
import { conflictPanel } from './panels/conflict.js';
import { showExample } from './panels/example.js';
import { showHistory } from './panels/history.js';
import { noticeLine } from './panels/notice.js';
import { picturePanel } from './panels/picture.js';
import { statusLine } from './panels/status.js';
import { Reversals } from './reversals.js';
import { Saver } from './saver.js';
import { Store } from './store.js';
import { complete } from './value.js';

/** What is drawn of the answer; null in a state that came without it. */
const DRAWN = ['advice', 'picture', 'picture_title', 'progress'];
const MODES = { alone: 'info', pairs: 'people', team: 'people' };

export class Exercise {
  /** @param {any} state @param {(message: any) => void} send */
  constructor(state, send) {
    const value = complete(state.fields, state.value);
    this.send = send;
    this.store = new Store(value);
    this.form = new Form(state, this.store);
    this.saver = new Saver({
      send,
      store: this.store,
      drafts: new Drafts(state.workbook, state.exercise),
      revision: state.revision,
      savedAt: state.saved_at,
      savedDay: state.saved_day ?? null,
      changed: () => this.update(),
    });
    this.creations = new Creations(send);
    this.reversals = new Reversals((...asked) => this.creations.ask(...asked), (...told) => this.notice.tell(...told));
    this.store.stepped = (before, after) => this.reversals.stepped(before, after);
    this.form.create = (wanted) => this.create(wanted);
    this.form.takeBack = (wanted) => this.reversals.takeBack(wanted);
    this.form.connected = () => this.saver.connection === 'online';
    this.saver.recover();
    this.draw(state);
    this.store.listeners.add(() => this.saver.schedule());
    this.update();
  }

  draw(state) {
    const { form } = this;
    const live = h('p', { class: 'cx-hidden', 'aria-live': 'polite' });
    form.announce = (text) => setText(live, text);
    this.editors = groupEditor(form, state.fields, []);
    this.status = statusLine(form, this.saver, {
      showExample: () => this.send({ kind: 'example' }),
      showHistory: () => this.send({ kind: 'history' }),
    });
    this.advice = advicePanel(form, (where) => this.goTo(where));
    this.picture = picturePanel(form);
    this.conflict = conflictPanel(form, this.saver);
    this.notice = noticeLine(form);
    // In the line that is always in sight: undo acts far from what it takes away.
    this.status.element.prepend(this.notice.element);
    this.progress = h('span', { class: 'cx-chip cx-progress' });
    const label = { 'aria-labelledby': state.exercise, lang: state.lang, 'data-exercise': state.exercise };
    // JupyterLab would take letters typed inside a component for its own commands.
    const own = { 'data-lm-suppress-shortcuts': 'true' };
    this.element = h('section', { class: 'cx-exercise', ...label, ...own });
    form.host = this.element;
    const fields = h('div', { class: 'cx-form', role: 'form', 'aria-label': state.title });
    fields.append(this.editors.element);
    this.element.append(
      this.head(state),
      instructions(form, state),
      this.conflict.element,
      h('div', { class: 'cx-work' }, fields, this.advice.element),
      this.picture.element,
      ...notes(form, state),
      this.status.element,
      live,
    );
    this.element.addEventListener('keydown', (event) => this.undoByKey(event));
    this.element.addEventListener('focusout', () => this.saver.flush());
  }

  head(state) {
    const { form } = this;
    const chip = (name, ...words) => h('span', { class: 'cx-chip' }, icon(name), ...words);
    const minutes = state.minutes && chip('clock', form.say('minutes', { n: state.minutes }));
    const mode = state.mode && chip(MODES[state.mode] ?? 'info', form.say(`mode_${state.mode}`));
    const chips = h('p', { class: 'cx-chips' }, minutes, mode, this.progress);
    const title = h('h2', { class: 'cx-title', id: state.exercise, tabindex: -1 }, state.title);
    return h('header', { class: 'cx-head' }, title, chips, h('p', { class: 'cx-purpose' }, state.purpose));
  }

  /**
   * Shows what stands in the store and in the state. Taking a focused element away makes the
   * browser tell of it at once, which asks for another update in the middle of this one.
   */
  update() {
    if (!this.element) return;
    this.stale = true;
    if (this.updating) return;
    this.updating = true;
    try {
      while (this.stale) {
        this.stale = false;
        this.show();
      }
    } finally {
      this.updating = false;
    }
  }

  show() {
    this.form.refused = this.saver.errors;
    if (this.saver.state === 'idle') this.reversals.settle();
    this.editors.update();
    this.status.update();
    this.conflict.update();
    this.advice.update();
    this.picture.update();
    const { progress } = this.form.state;
    this.progress.hidden = !progress;
    this.progress.dataset.progress = progress ?? '';
    setText(this.progress, progress ? this.form.say(`progress_${progress}`) : '');
  }

  /** @param {any} message from Python */
  receive(message) {
    const { form, saver, element } = this;
    switch (message?.kind) {
      case 'saved':
        return saver.saved(message);
      case 'created':
      case 'taken-back':
        return this.creations.answered(message);
      case 'stored':
        return saver.learn({ ...message, value: complete(form.state.fields, message.value) });
      case 'refused':
        return this.creations.answered(message) || saver.refused(message);
      case 'again':
        return saver.retry();
      case 'conflict':
        return saver.conflict(message);
      case 'redraw':
        return this.take(message, DRAWN);
      case 'drawn':
        return form.state.advice ? undefined : this.take(message, DRAWN);
      case 'links':
        return this.take(message, ['links']);
      case 'state':
        return this.restart(message.state);
      case 'example':
        return showExample(form, element, message);
      case 'history':
        return showHistory(form, element, message.versions, saver.revision, (to) => saver.restore(to));
    }
  }

  take(message, keys) {
    const fresh = Object.fromEntries(keys.filter((key) => key in message).map((key) => [key, message[key]]));
    this.form.state = { ...this.form.state, ...fresh };
    this.update();
  }

  /** Python's own copy of the state moved on: after a save of ours, or of another page. */
  renew(state) {
    const value = complete(this.form.state.fields, state.value);
    this.take(state, [...DRAWN, 'links']);
    this.saver.learn({ ...state, value });
  }

  /** A kernel began anew: what it knows counts, what it has not got is sent again. */
  restart(state) {
    const value = complete(this.form.state.fields, state.value);
    this.take(state, [...DRAWN, 'links', 'pages']);
    this.saver.restart({ ...state, value });
    this.creations.again();
  }

  /** @param {'online' | 'offline' | 'lost'} connection */
  connect(connection) {
    const back = connection === 'online' && !this.form.connected();
    this.saver.connect(connection);
    if (back) this.creations.again();
  }

  /** What a link should point to: checked here where this form owns it, else asked of Python. */
  async create(wanted) {
    const { form } = this;
    const field = form.ownList(wanted.target);
    if (!field) return this.createElsewhere(wanted);
    const label = wanted.label.toLocaleLowerCase();
    const there = form.options(wanted.target).find((one) => one.label.toLocaleLowerCase() === label);
    if (there) return { id: there.id };
    const full = (form.get([field.name])?.length ?? 0) >= field.max_items;
    return full ? { refusal: form.say('full', { n: field.max_items }) } : { id: wanted.id };
  }

  async createElsewhere(wanted) {
    const answer = await this.creations.ask(wanted);
    // Under another id it was there before.
    if (answer.id === wanted.id) this.reversals.wrote(wanted);
    return answer;
  }

  goTo(where) {
    if (!this.editors.focus(where)) this.element.querySelector('.cx-title').focus();
    // In the middle no bar that sticks to the window's edges covers it.
    document.activeElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  /** Undo of the form; a text field has its own. */
  undoByKey(event) {
    const undo = event.key.toLowerCase() === 'z' && !event.shiftKey;
    const redo = event.key.toLowerCase() === 'y' || (event.key.toLowerCase() === 'z' && event.shiftKey);
    if (!(event.ctrlKey || event.metaKey) || !(undo || redo) || writesText(event.composedPath()[0])) return;
    event.preventDefault();
    if (undo) this.store.undo();
    else this.store.redo();
  }

  stop() {
    this.saver.flush();
    this.saver.stop();
    this.advice.stop();
    this.element.remove();
  }
}

function writesText(element) {
  if (element?.tagName === 'TEXTAREA') return true;
  return element?.tagName === 'INPUT' && !['radio', 'checkbox', 'file'].includes(element.type);
}

function folded(summary, html, open = false) {
  const words = h('div', { class: 'cx-prose' });
  words.innerHTML = html;
  return fold(summary, open, words);
}

function fold(summary, open, ...children) {
  const details = h('wa-details', { appearance: 'plain', open, class: 'cx-fold' }, ...children);
  details.append(h('span', { slot: 'summary' }, summary));
  return details;
}

/** Open until somebody has begun; then they are known, and in the way. */
function instructions(form, state) {
  if (!state.instructions) return '';
  return folded(form.say('instructions'), state.instructions, state.progress === 'empty');
}

function notes(form, state) {
  if (!state.notes?.length) return [];
  const inner = state.notes.map((note) => folded(note.title, note.html, true));
  const box = fold(form.say('notes'), false, ...inner);
  box.classList.add('cx-notes');
  return [box];
}
