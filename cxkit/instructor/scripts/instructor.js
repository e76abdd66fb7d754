/** Shows what Python has drawn and sends what is pressed; the focus stays where it was. */

function render({ model, el }) {
  const place = document.createElement("div");
  place.className = "cx-instructor-place";
  el.append(place);
  const said = document.createElement("p");
  said.className = "cx-instructor-refused";
  said.setAttribute("role", "alert");
  said.hidden = true;
  el.append(said);

  const draw = () => {
    const held = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const minutes = place.querySelector("[data-minutes]")?.value;
    const { scrollLeft = 0, scrollTop = 0 } = place.querySelector(".cx-instructor-scroll") ?? {};
    place.innerHTML = model.get("html");
    const field = place.querySelector("[data-minutes]");
    if (field && minutes) field.value = minutes;
    const table = place.querySelector(".cx-instructor-scroll");
    if (table) Object.assign(table, { scrollLeft, scrollTop });
    if (held) place.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  };

  const press = (event) => {
    const button = event.target.closest("[data-send]");
    if (!button) return;
    const message = JSON.parse(button.dataset.send);
    if (message.kind === "timer" && message.minutes === undefined) {
      message.minutes = Number.parseInt(place.querySelector("[data-minutes]").value, 10);
    }
    said.hidden = true;
    model.send(message);
  };

  const hear = (message) => {
    if (message.kind !== "refused") return;
    said.textContent = message.message;
    said.hidden = false;
  };

  place.addEventListener("click", press);
  model.on("change:html", draw);
  model.on("msg:custom", hear);
  draw();
  return () => {
    model.off("change:html", draw);
    model.off("msg:custom", hear);
  };
}

export default { render };
