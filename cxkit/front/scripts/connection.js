/** The bar that says when the kernel or the network is gone, and the way back. */

/** @typedef {"starting"|"online"|"offline"|"lost"|"failed"|"busy"|"locked"|"closed"|"signed_out"} State */

export class Connection {
  /** @param {Record<string, string>} words @param {() => void} retry */
  constructor(words, retry) {
    this.words = words;
    this.retry = retry;
    /** @type {State} */
    this.state = "starting";
    this.bar = document.querySelector(".cx-connection");
  }

  /** @param {State} state @param {string} [said] in place of the state's own words */
  show(state, said = this.words[state]) {
    if (state === this.state && said === this.said) return;
    const before = this.state;
    this.state = state;
    this.said = said;
    const kind = state === "online" ? "online" : state === "offline" ? "offline" : "lost";
    if (state !== "starting") document.dispatchEvent(new CustomEvent("cx:connection", { detail: { state: kind } }));
    if (this.bar) this.draw(state, before);
  }

  draw(state, before) {
    const quiet = state === "starting" || (state === "online" && before === "starting");
    this.bar.replaceChildren();
    this.bar.dataset.state = state;
    this.bar.hidden = quiet;
    if (quiet) return;
    this.bar.append(this.said);
    if (state === "online") {
      setTimeout(() => {
        if (this.state === "online") this.bar.hidden = true;
      }, 4000);
      return;
    }
    if (this.words.door && ["closed", "signed_out"].includes(state)) {
      const link = document.createElement("a");
      link.href = `${this.words.door}?${new URLSearchParams({ next: location.pathname })}`;
      link.textContent = state === "closed" ? this.words.retry : this.words.enter;
      this.bar.append(" ", link);
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.words.retry;
    button.addEventListener("click", this.retry);
    this.bar.append(" ", button);
  }
}
