"""``cxkit data``: a survey file described, and its figures."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli.common import LangChoice, said_lang, stop
from cxkit.language import Lang, translator

if TYPE_CHECKING:
    from cxkit.survey.reading import SurveyFile

data = typer.Typer(
    help="Survey files: what is in them, and their figures with base and interval.",
    no_args_is_help=True,
)

File = Annotated[Path, typer.Argument(help="CSV, XLSX or Parquet, or a folder of such files.")]
Speaks = Annotated[LangChoice | None, typer.Option("--lang", help="Language.")]
Map = Annotated[
    Path | None,
    typer.Option("--map", help="What the columns mean: JSON from describe."),
]
Missing = Annotated[
    list[str] | None,
    typer.Option("--missing", help="A value that stands for no answer, such as 99; repeatable."),
]
SheetName = Annotated[str, typer.Option("--sheet", help="Sheet of a spreadsheet.")]
Header = Annotated[int | None, typer.Option("--header", help="Row with the names; 0: none.")]


def _read(
    file: Path, mapping: Path | None, missing: list[str] | None, how: tuple[str, int | None]
) -> "SurveyFile":
    from cxkit.survey.command import read_mapping  # late: heavy
    from cxkit.survey.reading import read_survey  # late: heavy
    from cxkit.survey.table import Sheet  # late: heavy

    survey = read_survey(file, sheet=Sheet(name=how[0], header=how[1]))
    if mapping is not None:
        survey = survey.with_mapping(read_mapping(mapping))
    return survey.with_missing(missing or ())


@data.command()
def describe(
    file: File,
    lang: Speaks = None,
    mapping: Map = None,
    missing: Missing = None,
    sheet: SheetName = "",
    header: Header = None,
    machine: Annotated[bool, typer.Option("--json", help="Print JSON for machines.")] = False,
) -> None:
    """Say what was understood of a file; status 1 while values are unexplained."""
    from cxkit.survey.command import described, described_json  # late: heavy
    from cxkit.survey.errors import SurveyError  # late: heavy

    speaks = said_lang(lang)
    try:
        survey = _read(file, mapping, missing, (sheet, header))
    except SurveyError as error:
        stop(error.message(speaks), 2)
    if machine:
        typer.echo(json.dumps(described_json(survey, speaks), ensure_ascii=False, indent=2))
    else:
        for line in described(survey, speaks):
            typer.echo(line)
    if any(one.is_open for one in survey.understood()):
        raise typer.Exit(1)


@data.command()
def figures(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    file: File,
    lang: Speaks = None,
    mapping: Map = None,
    missing: Missing = None,
    sheet: SheetName = "",
    header: Header = None,
    out: Annotated[Path | None, typer.Option(help="CSV file to write.")] = None,
    overwrite: Annotated[bool, typer.Option(help="Replace an existing file.")] = False,
) -> None:
    """Write all figures that may be published: by wave, and by group of people."""
    from cxkit.survey.command import Figures  # late: heavy
    from cxkit.survey.errors import SurveyError  # late: heavy

    speaks: Lang = said_lang(lang)
    tr = translator(speaks)
    target = out or Path(f"{file.stem}-figures.csv")
    if target.exists() and not overwrite:
        words = tr("“{file}” is there already. Choose another name with --out, or --overwrite.")
        stop(words.format(file=target))
    try:
        survey = _read(file, mapping, missing, (sheet, header))
        Figures(survey.counted(_shown(tr("Counting the answers"))), survey.mapping).write(target)
    except SurveyError as error:
        stop(error.message(speaks), 2)
    except OSError as error:
        stop(tr("“{file}” cannot be written: {reason}.").format(file=target, reason=error.strerror))
    typer.echo(target)


def _shown(words: str) -> Callable[[float], None]:
    """Return a progress that is shown where somebody looks; Ctrl+C stops the counting."""

    def progress(share: float) -> None:
        if sys.stderr.isatty():
            typer.echo(f"\r{words}: {share:4.0%}", nl=share >= 1, err=True)

    return progress
