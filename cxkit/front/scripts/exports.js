/** Exports of a workbook: while one is made the page says so, and what fails is said in its place. */

/** @param {Response} answer @param {HTMLProgressElement} progress @returns {Promise<Blob>} */
async function read(answer, progress) {
  const total = Number(answer.headers.get("Content-Length"));
  const parts = [];
  let got = 0;
  for await (const part of chunks(answer.body.getReader())) {
    parts.push(part);
    got += part.length;
    if (total) progress.value = got / total;
  }
  return new Blob(parts, { type: answer.headers.get("Content-Type") ?? "" });
}

async function* chunks(reader) {
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** @param {HTMLAnchorElement} link @param {HTMLElement} box */
async function take(link, box) {
  const progress = box.querySelector("progress");
  const said = box.querySelector("output");
  progress.hidden = false;
  progress.removeAttribute("value");
  said.textContent = box.dataset.making;
  try {
    const answer = await fetch(link.href, { headers: { Accept: "text/plain" } });
    if (!answer.ok) throw new Error(await answer.text());
    const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "");
    save(await read(answer, progress), name?.[1] ?? "workbook");
    said.textContent = box.dataset.made;
  } catch (error) {
    said.textContent = error instanceof TypeError ? box.dataset.lost : error.message;
  } finally {
    progress.hidden = true;
  }
}

/** Without this, each link is an ordinary download. */
export function followExports() {
  const box = /** @type {HTMLElement} */ (document.querySelector("[data-exports]"));
  box?.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-export]");
    if (!link || box.querySelector("progress:not([hidden])")) return;
    event.preventDefault();
    take(/** @type {HTMLAnchorElement} */ (link), box);
  });
}
