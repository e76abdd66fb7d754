"""The command line: ``cxkit serve | class | export | import | check | data | schema``."""

import json
from pathlib import Path
from typing import Annotated

import typer

from cxkit import __version__
from cxkit.cli.bring import bring
from cxkit.cli.classes import classes
from cxkit.cli.common import LangChoice, said_lang, stop
from cxkit.cli.data import data
from cxkit.cli.export import export
from cxkit.cli.serve import serve
from cxkit.language import as_lang, format_percent, translator

app = typer.Typer(
    help="Customer-experience workbook: fill it in, see the thread, hand over a report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(serve)
app.command()(export)
app.command("import")(bring)
app.add_typer(classes, name="class")
app.add_typer(data, name="data")


@app.command()
def check(
    source: Annotated[Path, typer.Argument(help="A *.cxworkbook.json or a cxworkbook.db.")],
    lang: Annotated[
        LangChoice | None, typer.Option(help="Language; default the workbook's.")
    ] = None,
    machine: Annotated[bool, typer.Option("--json", help="Print JSON for machines.")] = False,
    workbook: Annotated[str | None, typer.Option(help="Which workbook of a database.")] = None,
) -> None:
    """Follow the red thread: print where it breaks and what mends it; status 1 when it breaks."""
    from cxkit.report import ReportError  # late: heavy
    from cxkit.report.source import read_workbook  # late: heavy
    from cxkit.workbook.thread_words import thread_json, worded  # late: heavy

    try:
        book = read_workbook(source, said_lang(lang), workbook)
    except ReportError as error:
        stop(error.message, 2)
    speaks = as_lang(lang.value) if lang else book.lang
    thread = book.thread(speaks)
    if machine:
        typer.echo(json.dumps(thread_json(thread, speaks), ensure_ascii=False, indent=2))
    else:
        tr = translator(speaks)
        share = (
            tr("nothing to tie yet")
            if thread.shown_coverage is None
            else format_percent(thread.shown_coverage, speaks)
        )
        typer.echo(tr("Red thread: {share}").format(share=share))
        for found in thread.breaks:
            one = worded(found, speaks)
            typer.echo(f"\n– {one.says}\n  {one.next}\n  → {one.title} ({one.page})")
    if thread.breaks:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of *.cxworkbook.json."""
    from cxkit.workbook import schema as workbook_schema  # late: heavy

    typer.echo(json.dumps(workbook_schema(), ensure_ascii=False, indent=2))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def main_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Customer-experience workbook: fill it in, see the thread, hand over a report."""


def main() -> None:
    """Run the command line."""
    app()
