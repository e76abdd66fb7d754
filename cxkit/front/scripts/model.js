/**
 * A widget's model as anywidget's front-end modules know it. It can live before its kernel does: what it
 * is asked to send waits until a comm is attached, and again after the kernel was lost.
 */

/** Put binary buffers back where the kernel took them from. */
export function putBuffers(state, paths = [], buffers = []) {
  paths.forEach((path, i) => {
    const owner = path.slice(0, -1).reduce((part, key) => part[key], state);
    owner[path.at(-1)] = buffers[i];
  });
  return state;
}

export class Model {
  /** @param {Record<string, any>} state */
  constructor(state) {
    this.state = state;
    this.changed = {};
    this.listeners = new Map();
    this.queue = [];
    this.comm = null;
    this.hear = this.hear.bind(this);
  }

  /** @param {import("./kernel.js").Comm} comm */
  attach(comm) {
    this.detach();
    this.comm = comm;
    comm.listeners.add(this.hear);
    for (const [content, buffers] of this.queue.splice(0)) this.post(content, buffers);
  }

  detach() {
    this.comm?.listeners.delete(this.hear);
    this.comm = null;
  }

  hear(message) {
    const data = message.content.data;
    if (data.method === "update") this.take(putBuffers(data.state, data.buffer_paths, message.buffers));
    else if (data.method === "custom") this.emit("msg:custom", data.content, message.buffers ?? []);
  }

  /** Take new values and tell who listens. */
  take(state) {
    for (const [name, value] of Object.entries(state)) {
      this.state[name] = value;
      this.emit(`change:${name}`, value);
    }
    this.emit("change");
  }

  emit(name, ...values) {
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener(...values);
  }

  get(name) {
    return this.state[name];
  }

  set(name, value) {
    this.changed[name] = value;
    this.take({ [name]: value });
  }

  save_changes() {
    const state = this.changed;
    this.changed = {};
    this.post({ method: "update", state, buffer_paths: [] }, []);
  }

  send(content, _callbacks, buffers = []) {
    this.post({ method: "custom", content }, buffers);
  }

  post(data, buffers) {
    if (this.comm?.kernel.live) this.comm.send(data, undefined, undefined, buffers);
    else this.queue.push([data, buffers]);
  }

  on(name, listener) {
    if (!this.listeners.has(name)) this.listeners.set(name, new Set());
    this.listeners.get(name).add(listener);
  }

  off(name, listener) {
    if (!name) this.listeners.clear();
    else if (!listener) this.listeners.delete(name);
    else this.listeners.get(name)?.delete(listener);
  }
}

/** Ask the kernel for every widget's state. @param {import("./kernel.js").Kernel} kernel */
export async function widgetStates(kernel, Comm) {
  const comm = new Comm(kernel, "jupyter.widget.control");
  const answer = new Promise((resolve, reject) => {
    comm.on_msg(resolve);
    comm.on_close(() => reject(new Error("no widgets")));
  });
  comm.open({}, undefined, { version: "1.0.0" });
  comm.send({ method: "request_states" });
  const message = await answer;
  comm.close();
  const { states, buffer_paths: paths = [] } = message.content.data;
  paths.forEach(([id, ...path], i) => putBuffers(states[id].state, [path], [message.buffers[i]]));
  return states;
}
