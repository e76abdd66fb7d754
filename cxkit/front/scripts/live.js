/** What others do in the same workbook reaches this page: saves, comments, locks, who is there, the timer. */

import { ENDED } from "./kernel.js";

const RETRY_SECONDS = [1, 2, 4, 8, 15];

export class Live {
  /**
   * @param {string} address of the socket
   * @param {Map<string, import("./model.js").Model>} forms by exercise
   * @param {Record<string, string>} words
   * @param {{end: (state: string) => void, opened: () => void}} then what to do when the session or the
   *   class has ended; when this chapter is open, perhaps after it was closed
   */
  constructor(address, forms, words, { end, opened }) {
    this.address = address;
    this.end = end;
    this.opened = opened;
    this.forms = forms;
    this.words = words;
    this.attempt = 0;
    this.known = new Map();
    for (const [exercise, model] of forms) {
      this.known.set(exercise, model.get("state").revision);
      model.on("msg:custom", (message) => {
        if (typeof message.revision === "number") this.known.set(exercise, message.revision);
      });
    }
    for (const form of document.querySelectorAll(".cx-comment-form")) this.sendsItself(form);
    for (const section of document.querySelectorAll(".cx-comments")) section.addEventListener("toggle", () => this.read(section));
    this.open();
  }

  open() {
    this.socket = new WebSocket(this.address);
    this.socket.onopen = () => {
      this.attempt = 0;
    };
    this.socket.onmessage = ({ data }) => this.take(JSON.parse(data));
    this.socket.onclose = ({ code }) => {
      if (code === 4004) return;
      if (code in ENDED) {
        this.timer(null);
        this.end(ENDED[code]);
        return;
      }
      const seconds = RETRY_SECONDS[Math.min(this.attempt, RETRY_SECONDS.length - 1)];
      this.attempt += 1;
      setTimeout(() => this.open(), seconds * 1000);
    };
  }

  take(news) {
    if (news.kind === "saved") this.saved(news);
    else if (news.kind === "people") this.people(news.names);
    else if (news.kind === "comment") this.comment(news);
    else if (news.kind === "timer") this.timer(news.seconds);
    else if (news.kind === "locked") this.lock(news.chapters);
  }

  saved({ exercise, revision }) {
    if (revision <= (this.known.get(exercise) ?? -1)) return;
    this.known.set(exercise, revision);
    this.pass(exercise);
  }

  /** Let the kernel bring every form up to date: one asks for all. */
  pass(exercise) {
    const model = this.forms.get(exercise) ?? this.forms.values().next().value;
    model?.send({ kind: "news", exercise });
  }

  people(names) {
    const place = document.querySelector(".cx-here");
    if (!place) return;
    place.hidden = !names.length;
    place.textContent = names.length ? `${this.words.with} ${names.join(", ")}` : "";
  }

  comment({ id, exercise, author, text, at, old }) {
    const section = document.querySelector(`.cx-comments[data-exercise="${CSS.escape(exercise)}"]`);
    if (!section || section.querySelector(`[data-comment="${CSS.escape(id)}"]`)) return;
    const item = document.createElement("li");
    item.dataset.comment = id;
    const who = document.createElement("strong");
    who.dir = "auto";
    who.textContent = author;
    const when = document.createElement("time");
    when.dateTime = at;
    const { lang } = document.documentElement;
    when.textContent = new Date(at).toLocaleString(lang === "en" ? "en-GB" : lang, { dateStyle: "medium", timeStyle: "short" });
    const said = document.createElement("p");
    said.dir = "auto";
    said.textContent = text;
    item.append(who, " ", when, said);
    const list = section.querySelector("ol");
    list.append(item);
    section.querySelector(".cx-count").textContent = String(list.children.length);
    if (old) return;
    item.className = "cx-new";
    section.open = true;
    this.announce(exercise, author);
  }

  /** Say above the page that there is a comment, with the way to it. */
  announce(exercise, author) {
    const place = document.querySelector(".cx-news");
    if (!place) return;
    const link = document.createElement("a");
    link.href = `#${exercise}`;
    link.textContent = this.forms.get(exercise)?.get("state").title ?? exercise;
    const [before, after] = this.words.comment.split("{title}");
    const who = document.createElement("bdi");
    who.textContent = author;
    place.replaceChildren(who, ` ${before.trim()} `, link, after ?? "");
    place.hidden = false;
  }

  /** A comment goes without leaving the page; it comes back over the socket like everybody's. */
  sendsItself(form) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const field = form.elements.text;
      const button = form.querySelector("button");
      button.disabled = true;
      try {
        const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        if (!answer.ok) throw new Error(String(answer.status));
        field.value = "";
        form.querySelector(".cx-not-sent").hidden = true;
      } catch {
        form.querySelector(".cx-not-sent").hidden = false;
      } finally {
        button.disabled = false;
      }
    });
  }

  /** Opened comments are read. */
  read(section) {
    if (!section.open || !section.querySelector(".cx-new")) return;
    const form = section.querySelector("form");
    const data = new URLSearchParams({ _xsrf: form.elements._xsrf.value });
    fetch(form.action, { method: "POST", body: data }).catch(() => {});
  }

  /** A chapter that the instructor closes stays in sight, but is not written in until it opens again. */
  lock(chapters) {
    const here = decodeURIComponent(location.pathname.split("/").pop()).replace(/\.ipynb$/, "");
    const shut = chapters.includes(here);
    const place = document.querySelector(".cx-shut");
    if (place) place.hidden = !shut;
    for (const cell of document.querySelectorAll("[data-cell]")) cell.inert = shut;
    if (!shut) this.opened();
  }

  timer(seconds) {
    clearInterval(this.ticking);
    const place = document.querySelector(".cx-timer");
    if (!place) return;
    place.hidden = seconds === null || seconds <= -60;
    if (place.hidden) return;
    const end = performance.now() + seconds * 1000;
    const draw = () => {
      const left = Math.max(0, Math.round((end - performance.now()) / 1000));
      place.textContent = left ? `${this.words.timer} ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : this.words.over;
      place.classList.toggle("cx-over", !left);
      if (!left) clearInterval(this.ticking);
    };
    draw();
    this.ticking = setInterval(draw, 1000);
  }
}
