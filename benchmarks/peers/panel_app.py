"""A button, a text and a table of fifty rows in Panel."""

import panel as pn

pn.extension()

ROWS = [("first row", 1, 10), *((f"row {n}", n, n * 10) for n in range(2, 50)), ("last row", 50, 500)]
TABLE = "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for row in ROWS)

said = pn.pane.Str("")
button = pn.widgets.Button(name="Press")
button.on_click(lambda _: setattr(said, "object", "pressed 1"))
pn.Column("# A page", button, said, pn.pane.HTML(f"<table>{TABLE}</table>")).servable()
