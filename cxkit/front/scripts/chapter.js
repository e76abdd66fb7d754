/** A chapter page: forms at once from what the server knows, their kernel as soon as it runs. */

import "./start.js";
import { afterFrame } from "../../forms/scripts/dom.js";
import form from "../../forms/scripts/form.js";
import { Connection } from "./connection.js";
import { Comm, ENDED, Kernel } from "./kernel.js";
import { Model, widgetStates } from "./model.js";
import { NeedsStockFront, WIDGET, drawOutput } from "./outputs.js";
import { followLinks, goToField, placeIn } from "./place.js";
import { arriving, fetchAgain, followPage, parsed } from "./stream.js";

const RETRY_SECONDS = [1, 2, 4, 8, 15, 30];
const CONTROLS = new Set(["@jupyter-widgets/base", "@jupyter-widgets/controls", "@jupyter-widgets/output"]);

class Page {
  constructor() {
    this.base = document.body.dataset.base;
    this.forms = new Map();
    this.outputs = [];
    this.kernel = null;
    this.attempt = 0;
    this.expectsControls = "controls" in document.body.dataset;
    this.host = null;
    const words = JSON.parse(document.querySelector("script.cx-words").textContent);
    this.words = words;
    this.connection = new Connection(words, () => this.reconnect());
  }

  /** Draw each form as its state comes in; the one that the address names first. */
  async mountForms() {
    const place = placeIn(location.hash);
    const wanted = place.exercise;
    if (wanted) {
      await parsed("main");
      const slot = [...document.querySelectorAll(".cx-slot")].find((one) => one.dataset.exercise === wanted);
      if (slot) await this.mount(slot);
    }
    for await (const slot of arriving(".cx-slot", "main")) if (slot.ariaBusy) await this.mount(slot);
    // They take a while to come and to run: after the forms, but while the kernel starts.
    if (this.expectsControls) import("./controls.js").catch(() => {}); // whoever needs them asks again
    for await (const drawn of arriving("script.cx-drawn", ".cx-results")) this.show(drawn);
    if (place.where.length) goToField(place);
    else if (wanted) document.getElementById(wanted)?.scrollIntoView();
    followLinks();
    await this.listenToOthers();
  }

  /** In a class: hear what team-mates and the instructor do. */
  async listenToOthers() {
    const { live } = document.body.dataset;
    if (!live) return;
    const { Live } = await import("./live.js");
    const address = new URL(`${this.base}live/${live}`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    new Live(address.href, this.forms, this.words, { end: (state) => this.end(state), opened: () => this.opened() });
  }

  /** The chapter is open: what was refused while it was closed goes at once. */
  opened() {
    for (const model of this.forms.values()) model.emit("msg:custom", { kind: "again" }, []);
    if (this.connection.state === "locked") this.reconnect();
  }

  mount(slot) {
    const model = this.modelOf(slot);
    const place = document.createElement("div");
    slot.replaceChildren(place);
    slot.removeAttribute("aria-busy");
    form.render({ model, el: place });
    // It takes typing while the next ones are still being drawn.
    return new Promise(afterFrame);
  }

  /** What Python draws of a form's answer comes after all forms. */
  show(drawn) {
    const { exercise, ...parts } = JSON.parse(drawn.textContent);
    this.forms.get(exercise)?.emit("msg:custom", { kind: "drawn", ...parts }, []);
  }

  /** A form's model, made of the state that came with the page. */
  modelOf(slot) {
    const { exercise } = slot.dataset;
    if (!this.forms.has(exercise)) {
      const state = JSON.parse(slot.querySelector("script.cx-state").textContent);
      this.forms.set(exercise, new Model({ exercise, state }));
    }
    return this.forms.get(exercise);
  }

  /** Take one piece of the kernel's part of the page. */
  take(kind, data) {
    if (kind === "cx-outputs") this.outputs.push(data);
    else if (kind === "cx-kernel" && data.kernel) this.connect(data.kernel);
    else if (kind === "cx-kernel") this.refused(data);
    else if (kind === "cx-end") this.attachAll().catch((error) => this.trouble(error));
  }

  connect(id) {
    this.kernel?.close();
    this.kernel = new Kernel(this.base, id);
    this.kernel.onend = (_why, code) => (code in ENDED ? this.end(ENDED[code]) : this.lose());
  }

  /** There is no kernel: it failed, or all places are taken, and then the page asks again by itself. */
  refused({ failed, said, again }) {
    this.connection.show(failed, said);
    clearTimeout(this.timer);
    if (again) this.timer = setTimeout(() => this.reconnect(), again * 1000);
  }

  /** The cells have run: bind the forms to their widgets and show the other outputs. */
  async attachAll() {
    const { kernel, outputs } = this;
    this.outputs = [];
    await kernel.opened;
    if (this.expectsControls) {
      this.host = this.widgetHost(kernel);
      this.host.catch(() => {}); // whoever needs it hears of it
    }
    const states = this.freshForms(outputs) ?? (await widgetStates(kernel, Comm));
    this.bindForms(states, kernel);
    await this.showOutputs(outputs, states, kernel);
    this.attempt = 0;
    this.connection.show("online");
    document.documentElement.dataset.kernel = "ready";
  }

  /**
   * The widgets of forms that have just been drawn: their state came with the page, so the kernel need not tell it.
   * @returns {Record<string, any> | null} null where a widget is something else, or a form had another kernel before
   */
  freshForms(cells) {
    const states = {};
    for (const { index, outputs } of cells) {
      for (const id of outputs.map((output) => output.data?.[WIDGET]?.model_id).filter(Boolean)) {
        const slot = document.querySelector(`.cx-slot[data-cell="${index}"]`);
        if (!slot || this.modelOf(slot).kernelId !== undefined) return null;
        states[id] = { state: { exercise: slot.dataset.exercise }, model_module: "anywidget" };
      }
    }
    return states;
  }

  bindForms(states, kernel) {
    // A form that has not been drawn yet talks with its kernel all the same.
    document.querySelectorAll(".cx-slot").forEach((slot) => this.modelOf(slot));
    for (const [id, { state }] of Object.entries(states)) {
      const model = this.forms.get(state.exercise);
      if (!model || model.kernelId === kernel.id) continue;
      const again = model.kernelId !== undefined;
      model.kernelId = kernel.id;
      model.widget = id;
      // After a loss the form itself sends what was not confirmed, on the revision it now hears of.
      if (again) model.queue.length = 0;
      model.attach(new Comm(kernel, "jupyter.widget", id));
      if (again) model.emit("msg:custom", { kind: "state", state: state.state }, []);
    }
  }

  async showOutputs(cells, states, kernel) {
    const bound = new Set([...this.forms.values()].map((model) => model.widget));
    const foreign = Object.values(states).filter((s) => s.model_module !== "anywidget" && !CONTROLS.has(s.model_module));
    if (foreign.length) throw new NeedsStockFront(foreign[0].model_module);
    let host = null;
    const widgets = () => this.host ?? this.widgetHost(kernel);
    for (const { index, outputs } of cells) {
      const place = document.querySelector(`[data-cell="${index}"]`);
      if (!place) continue;
      const left = outputs.filter((o) => !bound.has(o.data?.[WIDGET]?.model_id));
      if (!left.length) continue;
      if (left.some((o) => o.data?.[WIDGET])) host ??= await widgets();
      const target = place.classList.contains("cx-slot") ? this.asideOf(place) : place;
      target.replaceChildren(...left.map((output) => drawOutput(output, (id) => host.show(id), this.words)));
    }
  }

  /** A form's cell that also printed something, or failed: shown below the form. */
  asideOf(slot) {
    const next = slot.nextElementSibling;
    if (next?.classList.contains("cx-aside")) return next;
    const aside = document.createElement("section");
    aside.className = "cx-output cx-aside";
    slot.after(aside);
    return aside;
  }

  async widgetHost(kernel) {
    const { WidgetHost } = await import("./controls.js");
    return WidgetHost.start(kernel);
  }

  trouble(error) {
    if (error instanceof NeedsStockFront) location.replace(`${location.pathname}?front=voila${location.hash}`);
    else this.lose();
  }

  lose() {
    if (this.leaving) return;
    this.kernel?.close();
    for (const model of this.forms.values()) model.detach();
    this.connection.show(navigator.onLine ? "lost" : "offline");
    clearTimeout(this.timer);
    const seconds = RETRY_SECONDS[Math.min(this.attempt, RETRY_SECONDS.length - 1)];
    this.attempt += 1;
    this.timer = setTimeout(() => this.reconnect(), seconds * 1000);
  }

  /** The session or the class has ended: nothing mends that but coming in again. */
  end(state) {
    this.kernel?.close();
    for (const model of this.forms.values()) model.detach();
    clearTimeout(this.timer);
    this.connection.show(state);
  }

  /** Go on with a new kernel under the same forms. */
  async reconnect() {
    clearTimeout(this.timer);
    if (this.reconnecting) return;
    this.reconnecting = true;
    try {
      await fetchAgain((kind, data) => this.take(kind, data));
    } catch (error) {
      const ends = { 403: "signed_out", 423: "locked" }[error.status];
      if (ends) this.end(ends);
      else this.lose();
    } finally {
      this.reconnecting = false;
    }
  }

  /** Tell the server that this page is going; the browser may still bring it back. */
  leave(event) {
    if (event.persisted || !this.kernel) return;
    this.leaving = true;
    const data = new FormData();
    data.append("_xsrf", document.body.dataset.xsrf);
    navigator.sendBeacon(`${this.base}voila/api/shutdown/${this.kernel.id}`, data);
  }

  start() {
    this.mountForms();
    followPage((kind, data) => this.take(kind, data));
    addEventListener("pagehide", (event) => this.leave(event));
    addEventListener("offline", () => this.connection.show("offline"));
    addEventListener("online", () => this.reconnectIfNeeded());
    addEventListener("pageshow", (event) => event.persisted && this.reconnectIfNeeded());
  }

  reconnectIfNeeded() {
    if (this.kernel?.live) this.connection.show("online");
    else this.reconnect();
  }
}

parsed("script.cx-words").then(() => new Page().start());
