/**
 * A Jupyter kernel's web socket: comms in and out, nothing else.
 * Messages without buffers are JSON text; those with buffers are Jupyter's first binary framing.
 */

/** @returns {string} thirty-two hexadecimal digits */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
}

/** @param {ArrayBuffer} data @returns {any} the message with its buffers as DataViews */
export function unpack(data) {
  const view = new DataView(data);
  const count = view.getUint32(0);
  const starts = Array.from({ length: count }, (_, i) => view.getUint32(4 * (i + 1)));
  starts.push(data.byteLength);
  const message = JSON.parse(new TextDecoder().decode(new Uint8Array(data, starts[0], starts[1] - starts[0])));
  message.buffers = starts.slice(1, -1).map((start, i) => new DataView(data, start, starts[i + 2] - start));
  return message;
}

/** @param {any} message @param {(ArrayBuffer|ArrayBufferView)[]} buffers @returns {ArrayBuffer} */
export function pack(message, buffers) {
  const bytes = (b) => (b instanceof ArrayBuffer ? new Uint8Array(b) : new Uint8Array(b.buffer, b.byteOffset, b.byteLength));
  const parts = [new TextEncoder().encode(JSON.stringify(message)), ...buffers.map(bytes)];
  const head = 4 * (parts.length + 1);
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, head));
  const view = new DataView(whole.buffer);
  view.setUint32(0, parts.length);
  parts.reduce((at, part, i) => {
    view.setUint32(4 * (i + 1), at);
    whole.set(part, at);
    return at + part.byteLength;
  }, head);
  return whole.buffer;
}

/** What the server says when it closes a socket because the person's session, or the class, has ended. */
export const ENDED = { 4003: "signed_out", 4005: "closed" };

/** One open socket to one kernel. */
export class Kernel {
  /** @param {string} base base URL @param {string} id kernel id */
  constructor(base, id) {
    this.id = id;
    this.session = newId();
    this.comms = new Map();
    this.targets = new Map();
    this.waiting = new Map();
    /** @type {(why: "closed"|"dead", code?: number) => void} */
    this.onend = () => {};
    const url = new URL(`${base}api/kernels/${id}/channels?session_id=${this.session}`, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    this.socket = new WebSocket(url);
    this.socket.binaryType = "arraybuffer";
    this.socket.addEventListener("message", (event) => this.receive(event.data));
    this.opened = new Promise((resolve, reject) => {
      this.socket.addEventListener("open", () => resolve(undefined));
      this.socket.addEventListener("close", ({ code }) => {
        reject(new Error("closed"));
        this.onend("closed", code);
      });
    });
    this.opened.catch(() => {});
  }

  /** @returns {boolean} */
  get live() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  close() {
    this.onend = () => {};
    this.socket.close();
  }

  /**
   * @param {string} type message type @param {any} content
   * @param {{metadata?: any, buffers?: any[], callbacks?: any}} [extra]
   * @returns {string} the message's id
   */
  send(type, content, { metadata = {}, buffers = [], callbacks } = {}) {
    const msg_id = newId();
    const header = { msg_id, username: "", session: this.session, msg_type: type, version: "5.3", date: new Date().toISOString() };
    const message = { header, parent_header: {}, metadata, content, channel: "shell", buffers: [] };
    if (callbacks) this.waiting.set(msg_id, callbacks);
    this.socket.send(buffers.length ? pack(message, buffers) : JSON.stringify(message));
    return msg_id;
  }

  /** @param {string|ArrayBuffer} data */
  receive(data) {
    const message = typeof data === "string" ? JSON.parse(data) : unpack(data);
    const { header, content } = message;
    const type = header.msg_type;
    if (type === "comm_msg") this.comms.get(content.comm_id)?.hear(message);
    else if (type === "comm_open") this.targets.get(content.target_name)?.(new Comm(this, content.target_name, content.comm_id), message);
    else if (type === "comm_close") this.comms.get(content.comm_id)?.end(message);
    else if (type === "status" && ["dead", "restarting"].includes(content.execution_state)) this.onend("dead");
    this.callBack(message);
  }

  /** Tell who sent the parent message (ipywidgets waits for "idle"). @param {any} message */
  callBack(message) {
    const parent = message.parent_header?.msg_id;
    const callbacks = this.waiting.get(parent);
    if (!callbacks) return;
    const type = message.header.msg_type;
    if (type === "status") callbacks.iopub?.status?.(message);
    else if (type === "stream" || type === "display_data" || type === "error") callbacks.iopub?.output?.(message);
    if (type === "status" && message.content.execution_state === "idle") this.waiting.delete(parent);
  }
}

/** A comm, with as many listeners as want to hear it. */
export class Comm {
  /** @param {Kernel} kernel @param {string} target @param {string} [id] */
  constructor(kernel, target, id = newId()) {
    this.kernel = kernel;
    this.target_name = target;
    this.comm_id = id;
    this.listeners = kernel.comms.get(id)?.listeners ?? new Set();
    this.closers = kernel.comms.get(id)?.closers ?? new Set();
    kernel.comms.set(id, this);
  }

  open(data, callbacks, metadata, buffers) {
    return this.kernel.send("comm_open", { comm_id: this.comm_id, target_name: this.target_name, data }, { metadata, buffers, callbacks });
  }

  send(data, callbacks, metadata, buffers) {
    return this.kernel.send("comm_msg", { comm_id: this.comm_id, data }, { metadata, buffers, callbacks });
  }

  close(data = {}, callbacks, metadata, buffers) {
    this.kernel.comms.delete(this.comm_id);
    return this.kernel.send("comm_close", { comm_id: this.comm_id, data }, { metadata, buffers, callbacks });
  }

  on_msg(listener) {
    this.listeners.add(listener);
  }

  on_close(listener) {
    this.closers.add(listener);
  }

  hear(message) {
    for (const listener of this.listeners) listener(message);
  }

  end(message) {
    this.kernel.comms.delete(this.comm_id);
    for (const closer of this.closers) closer(message);
  }
}
