/** ipywidgets' own controls and other anywidgets; loaded only by pages that use them. */

import * as base from "@jupyter-widgets/base";
import * as controls from "@jupyter-widgets/controls";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import { Widget } from "@lumino/widgets";
// The built sheet holds the others; a sheet with imports would ask the server for files that are not there.
import styles from "@jupyter-widgets/controls/css/widgets.built.css";
import accordion from "@lumino/widgets/style/accordionpanel.css";
import tabs from "@lumino/widgets/style/tabbar.css";
import widget from "@lumino/widgets/style/widget.css";
import { Comm } from "./kernel.js";

const modules = new Map();

/** Load an anywidget's module from its source, once for all widgets that share it. */
function moduleOf(source) {
  if (!modules.has(source)) {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const loaded = import(/* @vite-ignore */ url).finally(() => URL.revokeObjectURL(url));
    modules.set(source, loaded.then(async ({ default: made }) => (typeof made === "function" ? made() : made)));
  }
  return modules.get(source);
}

/** The model as anywidget's modules know it. */
function plain(model) {
  return {
    get: (name) => model.get(name),
    set: (name, value) => model.set(name, value),
    save_changes: () => model.save_changes(),
    on: (name, listener) => model.on(name, listener),
    off: (name, listener) => model.off(name, listener),
    send: (content, callbacks, buffers) => model.send(content, callbacks, buffers),
    widget_manager: model.widget_manager,
  };
}

class AnyModel extends base.DOMWidgetModel {
  async initialize(...given) {
    super.initialize(...given);
    const module = await moduleOf(this.get("_esm"));
    await module.initialize?.({ model: plain(this) });
  }
}

class AnyView extends base.DOMWidgetView {
  async render() {
    const source = this.model.get("_css");
    if (source) addStyle(source);
    const module = await moduleOf(this.model.get("_esm"));
    this.cleanup = await module.render?.({ model: plain(this.model), el: this.el });
  }

  remove() {
    this.cleanup?.();
    return super.remove();
  }
}

const styled = new Set();
function addStyle(source) {
  if (styled.has(source)) return;
  styled.add(source);
  const element = document.createElement("style");
  element.textContent = source;
  document.head.append(element);
}

const MODULES = {
  "@jupyter-widgets/base": base,
  "@jupyter-widgets/controls": controls,
  anywidget: { AnyModel, AnyView },
};

class Manager extends ManagerBase {
  constructor(kernel) {
    super();
    this.kernel = kernel;
    kernel.targets.set(this.comm_target_name, (comm, message) => this.handle_comm_open(comm, message));
  }

  async loadClass(name, module) {
    const found = MODULES[module]?.[name];
    if (!found) throw new Error(`no widget ${module} ${name}`);
    return found;
  }

  async _create_comm(target, id, data, metadata, buffers) {
    const comm = new Comm(this.kernel, target, id);
    if (data || metadata) comm.open(data, undefined, metadata, buffers);
    return comm;
  }

  async _get_comm_info() {
    return {};
  }
}

export class WidgetHost {
  /** @param {import("./kernel.js").Kernel} kernel */
  static async start(kernel) {
    for (const source of [styles, widget, accordion, tabs]) addStyle(source);
    const host = new WidgetHost();
    host.manager = new Manager(kernel);
    await host.manager._loadFromKernel();
    return host;
  }

  /** @param {string} id model id @returns {Node} filled as soon as the view is made */
  show(id) {
    const place = document.createElement("div");
    place.className = "cx-widgets jupyter-widgets";
    const draw = async () => {
      const model = await this.manager.get_model(id);
      const view = await this.manager.create_view(model);
      Widget.attach(view.luminoWidget, place);
    };
    // Lumino attaches only to what is in the document, which the caller does next.
    queueMicrotask(() => draw().catch((error) => place.append(String(error))));
    return place;
  }
}
