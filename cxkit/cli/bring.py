"""``cxkit import``: what was edited in a spreadsheet goes back into the workbook."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli.common import LangChoice, said_lang, stop
from cxkit.language import translator


class SideChoice(StrEnum):
    """Which side wins where both were changed."""

    FILE = "file"
    WORKBOOK = "workbook"


def bring(
    file: Annotated[Path, typer.Argument(help="An .xlsx or .csv that cxkit export wrote.")],
    into: Annotated[Path, typer.Option(help="A *.cxworkbook.json or a cxworkbook.db.")],
    workbook: Annotated[str | None, typer.Option(help="Which workbook of a database.")] = None,
    prefer: Annotated[
        SideChoice | None, typer.Option(help="Which side wins where both were changed.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; write nothing.")
    ] = False,
    lang: Annotated[LangChoice | None, typer.Option(help="Language of what is said.")] = None,
) -> None:
    """Bring an edited journey or KPI plan back into a workbook, whole or not at all."""
    from cxkit.report.errors import ReportError  # late: heavy
    from cxkit.report.imports.command import SAME, import_file  # late: heavy

    speaks = said_lang(lang)
    try:
        changes = import_file(
            file, into, lang=speaks, workbook=workbook, prefer=prefer.value if prefer else "",
            dry_run=dry_run,
        )  # fmt: skip
    except ReportError as error:
        stop(error.message)
    for change in changes:
        typer.echo(change.said(speaks))
    if not changes:
        typer.echo(translator(speaks)(SAME))
