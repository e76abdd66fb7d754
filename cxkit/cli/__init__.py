"""The command line: ``cxkit serve | export | check | schema``."""

import errno
import json
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from cxkit import __version__
from cxkit.cli.common import LangChoice, said_lang, stop
from cxkit.cli.export import export
from cxkit.language import Lang, as_lang, format_percent, translator
from cxkit.resources import DATABASE_NAME

app = typer.Typer(
    help="Customer-experience workbook: fill it in, see the thread, hand over a report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(export)


@app.command()
def serve(
    folder: Annotated[Path, typer.Argument(help="Where the data lie.")] = Path(),
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8866,
    ip: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
    lang: Annotated[LangChoice | None, typer.Option(help="Language of home.")] = None,
) -> None:
    """Open the workbook in the browser; everything is kept in FOLDER/cxworkbook.db."""
    speaks = said_lang(lang)
    tr = translator(speaks)
    database = folder / DATABASE_NAME
    from cxkit.store import Store, StoreError  # late: heavy

    try:
        store = Store.create_or_upgrade(database)
    except StoreError as error:
        stop(error.message(speaks))
    from cxkit.classroom.app import CxVoila, make_app  # late: heavy

    def ready(running: CxVoila) -> None:
        typer.echo(tr("The workbook is open at:") + f"\n\n    {running.address}\n")
        typer.echo(tr("Data: {path}. To stop: Ctrl+C.").format(path=database.resolve()))
        sys.stdout.flush()
        if browser:
            threading.Thread(target=webbrowser.open, args=(running.address,), daemon=True).start()

    application = make_app(
        store, database, port=port, ip=ip, lang=as_lang(lang.value) if lang else None
    )
    application.ready = ready
    try:
        application.start()
    except OSError as error:
        stop(_refused(error, port, ip, speaks))
    finally:
        store.close()


def _refused(error: OSError, port: int, ip: str, lang: Lang) -> str:
    tr = translator(lang)
    if error.errno == errno.EADDRINUSE:
        said = tr(
            "Port {port} is in use, perhaps by a workbook that is already open. "
            "Close it, or choose another port with --port."
        )
    elif error.errno == errno.EACCES:
        said = tr("Port {port} is not permitted. Choose one above 1023 with --port.")
    else:
        said = tr("Cannot listen on {ip}:{port} ({reason}). Choose another --ip or --port.")
    return said.format(port=port, ip=ip, reason=error.strerror)


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
