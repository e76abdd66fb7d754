"""A button, a text and a table of fifty rows in Marimo."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    rows = [("first row", 1, 10), *((f"row {n}", n, n * 10) for n in range(2, 50)), ("last row", 50, 500)]
    table = "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for row in rows)
    button = mo.ui.button(label="Press", value=0, on_click=lambda count: count + 1)
    mo.vstack([mo.md("# A page"), button, mo.Html(f"<table>{table}</table>")])
    return button, mo


@app.cell
def _(button, mo):
    mo.md(f"pressed {button.value}")
    return


if __name__ == "__main__":
    app.run()
