"""A button, a text and a table of fifty rows in Marimo."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    names = ["first row", *(f"row {n}" for n in range(2, 50)), "last row"]
    rows = (f"<tr><td>{name}<td>{n}<td>{n * 10}" for n, name in enumerate(names, 1))
    table = f"<table>{''.join(rows)}</table>"
    button = mo.ui.button(label="Press", value=0, on_click=lambda count: count + 1)
    mo.vstack([mo.md("# A page"), button, mo.Html(table)])
    return button, mo


@app.cell
def _(button, mo):
    mo.md(f"pressed {button.value}")


if __name__ == "__main__":
    app.run()
