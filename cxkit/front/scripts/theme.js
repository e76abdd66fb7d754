/** The theme button: follows the system until somebody chooses, then remembers. */

const KEY = "cxkit-theme";

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function applyTheme() {
  const chosen = stored();
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
}

export function themeButton() {
  const button = document.querySelector(".cx-theme");
  if (!button) return;
  const label = () => {
    const words = isDark() ? button.dataset.light : button.dataset.dark;
    button.setAttribute("aria-label", words);
    button.title = words;
    button.dataset.now = isDark() ? "dark" : "light";
  };
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // a browser that stores nothing keeps the choice for this page only
    }
    label();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
}
