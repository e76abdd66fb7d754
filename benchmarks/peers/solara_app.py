"""A button, a text and a table of fifty rows in Solara."""

import solara

NAMES = ["first row", *(f"row {n}" for n in range(2, 50)), "last row"]
ROWS = (f"<tr><td>{name}<td>{n}<td>{n * 10}" for n, name in enumerate(NAMES, 1))
TABLE = f"<table>{''.join(ROWS)}</table>"
said = solara.reactive("")


@solara.component
def Page():  # noqa: N802 -- the name Solara looks for
    solara.Markdown("# A page")
    solara.Button("Press", on_click=lambda: said.set("pressed 1"))
    solara.Text(said.value)
    solara.HTML(tag="div", unsafe_innerHTML=TABLE)
