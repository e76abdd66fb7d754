/** The survey desk: a file, what its columns mean, the figures. Python reads and counts; this shows. */
import { h, setText } from '../dom.js';
import { sheet } from '../styles.js';
import styles from './desk.css';
import { fileStep } from './file.js';
import { figuresStep } from './figures.js';
import { mapStep } from './map.js';
import { Upload } from './upload.js';
import { workLine } from './work.js';

const WORN = Symbol.for('cxkit.desk.styles');
const REST = 250;

class Desk {
  /** @param {any} state what Python sent @param {(message: any, buffers?: ArrayBuffer[]) => void} send */
  constructor(state, send) {
    this.state = state;
    this.post = send;
    this.lang = state.lang;
    this.upload = new Upload(this);
    this.problem = h('p', { class: 'cx-desk-problem', role: 'alert', hidden: true });
    this.work = workLine(this);
    this.file = fileStep(this);
    this.map = mapStep(this);
    this.figures = figuresStep(this);
    const title = h('h2', { class: 'cx-title', id: state.exercise, tabindex: -1 }, state.title);
    const own = { 'data-exercise': state.exercise, 'data-lm-suppress-shortcuts': 'true', lang: state.lang };
    this.element = h(
      'section',
      { class: 'cx-exercise cx-desk', 'aria-labelledby': state.exercise, ...own },
      h('header', { class: 'cx-head' }, title, h('p', { class: 'cx-purpose' }, state.purpose)),
      this.file.element,
      this.problem,
      this.work.element,
      this.map.element,
      this.figures.element,
    );
    this.update();
    this.fail(state.trouble ?? '');
    this.watch();
  }

  /** A word of the desk's, with its `{placeholders}` filled. */
  say(key, values = {}) {
    const text = this.state.words[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  number(value) {
    // Grouped always, as the pictures write numbers: a browser leaves Italian thousands together.
    return new Intl.NumberFormat(this.lang === 'it' ? 'it-IT' : 'en-GB', { useGrouping: 'always' }).format(value);
  }

  send(message, buffers) {
    this.fail('');
    this.post(message, buffers);
  }

  fail(words) {
    setText(this.problem, words);
    this.problem.hidden = !words;
  }

  /** Asks for the figures of a confirmed file once it is in sight: reading it costs, looking on does not. */
  watch() {
    this.eye = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      this.eye.disconnect();
      if (this.state.mapping?.confirmed && !this.figures.has()) this.post({ kind: 'show' });
    });
    this.eye.observe(this.element);
  }

  /** Changes the mapping and tells Python, once the changes rest. @param {(mapping: any) => any} change */
  edit(change) {
    this.state = { ...this.state, mapping: { ...change(this.state.mapping), confirmed: false } };
    this.map.update();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send({ kind: 'mapping', mapping: this.state.mapping }), REST);
  }

  confirm() {
    clearTimeout(this.timer);
    this.send({ kind: 'confirm', mapping: this.state.mapping });
  }

  take(fresh) {
    const { kind: _kind, ...rest } = fresh;
    const changed = 'file' in rest;
    this.state = { ...this.state, ...rest };
    if (changed) this.figures.clear();
    this.update(changed);
    if ('trouble' in rest) this.fail(rest.trouble);
  }

  update(fresh = false) {
    this.file.update();
    this.map.update(fresh);
    this.figures.update();
  }

  /** @param {any} message from Python */
  receive(message) {
    switch (message?.kind) {
      case 'desk':
        return this.take(message);
      case 'state':
        this.upload.lose();
        this.work.end();
        this.take({ ...message.state, words: this.state.words });
        return this.watch();
      case 'received':
        return this.upload.go(message.bytes);
      case 'working':
        return this.work.show(message.what, message.share);
      case 'ended':
        this.work.end();
        return message.stopped && this.work.note(this.say('stopped'));
      case 'refused':
        this.upload.end();
        this.figures.free();
        return this.fail(message.message);
      case 'figures':
        return this.figures.offer(message);
      case 'panel':
        return this.figures.show(message);
      case 'filled':
        return this.figures.note(this.say('filled', { title: message.title }));
      case 'taken':
        return this.figures.taken(message);
    }
  }
}

/** @param {{model: any, el: HTMLElement}} view @returns {() => void} */
export function showDesk({ model, el }) {
  if (!document[WORN]) {
    document[WORN] = true;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet(styles)];
  }
  const desk = new Desk(model.get('state'), (message, buffers = []) => model.send(message, undefined, buffers));
  el.append(desk.element);
  const receive = (message) => desk.receive(message);
  model.on('msg:custom', receive);
  return () => {
    model.off('msg:custom', receive);
    desk.eye.disconnect();
    desk.element.remove();
  };
}
