"""``cxkit export``: reports and files from filled workbooks."""

from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli.common import LangChoice, said_lang, stop
from cxkit.language import as_lang

_BOOK = "*.cxworkbook.json files, folders of them, patterns, or a cxworkbook.db."
_OUT = (
    "File, folder, or pattern with {name}, {title}, {company}, {lang}, {date}, {case} or {format}."
)


def export(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    sources: Annotated[list[str], typer.Argument(help=_BOOK)],
    to: Annotated[str, typer.Option(help="Formats, such as html or html,pdf.")] = "html",
    lang: Annotated[
        LangChoice | None, typer.Option(help="Language; default the workbook's.")
    ] = None,
    out: Annotated[str | None, typer.Option(help=_OUT)] = None,
    chapters: Annotated[
        str, typer.Option(help="Only these chapters, by number or name: 5,measure.")
    ] = "",
    exercises: Annotated[
        str, typer.Option(help="Only these exercises, by id: journey-map,kpi-plan.")
    ] = "",
    brand: Annotated[
        Path | None, typer.Option(help="A brand.yml with name, logo, colours and fonts.")
    ] = None,
    anonymise: Annotated[
        bool, typer.Option("--anonymise", help="Replace names, e-mails and phone numbers.")
    ] = False,
    hide: Annotated[
        str, typer.Option(help="More names to replace, such as “Rossi,Nord Spa”.")
    ] = "",
    advice: Annotated[bool, typer.Option(help="Put the advice in as an appendix.")] = True,
    lessons: Annotated[bool, typer.Option(help="Put the lessons in.")] = False,
    answers: Annotated[
        bool | None,
        typer.Option(
            "--answers/--no-answers",
            show_default="in html, not in pdf",
            help="Put every answer in field by field, as an appendix.",
        ),
    ] = None,
    script: Annotated[
        bool, typer.Option(help="Let an HTML file search itself and fit itself to paper.")
    ] = True,
    overwrite: Annotated[bool, typer.Option(help="Replace existing files.")] = False,
    compare: Annotated[
        bool, typer.Option("--compare", help="What changed from one workbook to another.")
    ] = False,
    dates: Annotated[
        str, typer.Option(help="With --compare and a database: two days, 2026-01-31,2026-03-31.")
    ] = "",
    watch: Annotated[
        bool, typer.Option("--watch", help="Write again whenever a workbook changes.")
    ] = False,
    workbook: Annotated[str | None, typer.Option(help="Which workbook of a database.")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every workbook of a database; of a class, everybody's.")
    ] = False,
) -> None:
    """Write the reports on workbooks; a workbook that fails is named and the others are done."""
    from cxkit.report.batch import export_all  # late: heavy
    from cxkit.report.command import Wishes  # late: heavy
    from cxkit.report.errors import ReportError  # late: heavy
    from cxkit.report.selection import listed  # late: heavy
    from cxkit.report.watch import keep_exporting  # late: heavy

    speaks = said_lang(lang)
    try:
        wishes = Wishes.of(
            speaks, to=to, lang=as_lang(lang.value) if lang else None, out=out, advice=advice,
            lessons=lessons, answers=answers, comfort=script, overwrite=overwrite,
            chapters=chapters, exercises=exercises, brand=brand,
            anonymise=anonymise or bool(hide), hide=hide,
        )  # fmt: skip
        if compare:
            from cxkit.report.compare import compare as compare_workbooks  # late: heavy

            for path in compare_workbooks(sources, wishes, dates=listed(dates), workbook=workbook):
                typer.echo(path)
            return
        run = keep_exporting if watch else export_all
        failed = run(sources, wishes, say=typer.echo, workbook=workbook, every=every)
    except ReportError as error:
        stop(error.message)
    if failed:
        raise typer.Exit(1)
