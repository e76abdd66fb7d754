"""A button, a text and a table of fifty rows in Panel."""

import panel as pn

pn.extension()

NAMES = ["first row", *(f"row {n}" for n in range(2, 50)), "last row"]
ROWS = (f"<tr><td>{name}<td>{n}<td>{n * 10}" for n, name in enumerate(NAMES, 1))
TABLE = f"<table>{''.join(ROWS)}</table>"

said = pn.pane.Str("")
button = pn.widgets.Button(name="Press")
button.on_click(lambda _: setattr(said, "object", "pressed 1"))
pn.Column("# A page", button, said, pn.pane.HTML(TABLE)).servable()
