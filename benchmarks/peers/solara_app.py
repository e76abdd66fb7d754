"""A button, a text and a table of fifty rows in Solara."""

import solara

ROWS = [("first row", 1, 10), *((f"row {n}", n, n * 10) for n in range(2, 50)), ("last row", 50, 500)]
TABLE = "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for row in ROWS)
said = solara.reactive("")


@solara.component
def Page():
    solara.Markdown("# A page")
    solara.Button("Press", on_click=lambda: said.set("pressed 1"))
    solara.Text(said.value)
    solara.HTML(tag="div", unsafe_innerHTML=f"<table>{TABLE}</table>")
