/** Outputs of ordinary cells, shown as JupyterLab and Voila show them; what we cannot show asks for Voila's front. */

const text = (value) => [].concat(value ?? "").join("");
const ESCAPES = /\u001b\[[0-9;]*[A-Za-z]/g;

/** Thrown when a page needs Voila's own front. */
export class NeedsStockFront extends Error {}

function pre(content, className) {
  const element = document.createElement("pre");
  element.className = className;
  element.textContent = content.replace(ESCAPES, "");
  return element;
}

function html(content) {
  if (/<script[\s>]/i.test(content)) throw new NeedsStockFront("script in an output");
  const element = document.createElement("div");
  element.className = "cx-html";
  element.innerHTML = content;
  return element;
}

function image(type, data, metadata) {
  const element = new Image();
  element.src = type === "image/svg+xml" ? `data:${type};charset=utf-8,${encodeURIComponent(data)}` : `data:${type};base64,${data}`;
  element.alt = metadata?.alt ?? "";
  if (metadata?.width) element.width = metadata.width;
  if (metadata?.height) element.height = metadata.height;
  return element;
}

/** What we show, best first; each takes the data and the metadata of its type. */
const SHOWN = {
  "text/html": (data) => html(text(data)),
  "image/svg+xml": (data, metadata) => image("image/svg+xml", text(data), metadata),
  "image/png": (data, metadata) => image("image/png", text(data), metadata),
  "image/jpeg": (data, metadata) => image("image/jpeg", text(data), metadata),
  "image/gif": (data, metadata) => image("image/gif", text(data), metadata),
  "text/plain": (data) => pre(text(data), "cx-text"),
};
export const WIDGET = "application/vnd.jupyter.widget-view+json";
const STOCK_FRONT = /^(application\/(javascript|vnd\.(?!jupyter\.widget-view)|geo)|text\/(latex|markdown))/;

function bundle(output, showWidget) {
  const { data = {}, metadata = {} } = output;
  if (data[WIDGET]) return showWidget(data[WIDGET].model_id);
  const type = Object.keys(SHOWN).find((known) => data[known] !== undefined);
  if (Object.keys(data).some((known) => STOCK_FRONT.test(known))) throw new NeedsStockFront(Object.keys(data).join());
  return type ? SHOWN[type](data[type], metadata[type]) : document.createTextNode("");
}

/** Voila keeps a failed cell's traceback to the server's log, and puts a sentence for developers in its place. */
const withheld = ({ ename, evalue }) => ename === "ExecutionError" && evalue === "Execution error";

function failure(output, words) {
  if (withheld(output)) return pre(words.cell_failed, "cx-text cx-failure");
  return pre(text((output.traceback ?? []).join("\n")) || `${output.ename}: ${output.evalue}`, "cx-text cx-failure");
}

/**
 * @param {any} output a notebook output @param {(id: string) => Node} showWidget
 * @param {Record<string, string>} words of the page
 * @returns {Node}
 */
export function drawOutput(output, showWidget, words) {
  if (output.output_type === "stream") return pre(text(output.text), output.name === "stderr" ? "cx-text cx-stderr" : "cx-text");
  if (output.output_type === "error") return failure(output, words);
  return bundle(output, showWidget);
}
