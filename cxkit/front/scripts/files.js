/** Choosers of a file say what was chosen in the page's language; a browser's own speak the browser's. */

export function nameChosenFiles() {
  const name = (input) => {
    const said = input.parentElement.querySelector("[data-none]");
    if (said) said.textContent = input.files[0]?.name ?? said.dataset.none;
  };
  document.addEventListener("change", ({ target }) => target.type === "file" && name(target));
  // A page that comes back may have kept what was chosen on it.
  addEventListener("pageshow", () => document.querySelectorAll("input[type=file]").forEach(name));
}
