"""``jupyter nbconvert --to cxworkbook``: a notebook of the workbook as a report."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from traitlets import Bool, Enum, Instance, Unicode, default

from cxkit.core.template import package_environment
from cxkit.language import LANGS, Lang, as_lang
from cxkit.report.errors import BAD_DATE, ReportError
from cxkit.report.preprocessor import ExercisePreprocessor
from cxkit.report.source import read_workbook, spoken
from cxkit.report.style import css_string, style_sheet
from cxkit.report.views import batches, paragraphs
from cxkit.workbook import Workbook

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Request:
    """What a report is to be about: whose answers, in which language, of which day."""

    book: Workbook
    lang: Lang
    date: date


class CxWorkbookExporter(HTMLExporter):
    """Exports notebooks of the workbook with their answers: one HTML file, no code, no kernel.

    Examples
    --------
    ``jupyter nbconvert --to cxworkbook workbook/it/05-journey.ipynb
    --CxWorkbookExporter.answers=bank.cxworkbook.json``
    """

    export_from_notebook = "CX workbook report"

    answers = Unicode(
        help="The answers: a *.cxworkbook.json file or a cxworkbook.db. Without it the report "
        "is that of an empty workbook."
    ).tag(config=True)
    workbook = Unicode(
        help="Id or title of the workbook in the database; the one that is open by default."
    ).tag(config=True)
    lang = Enum(
        ("", *LANGS),
        default_value="",
        help="Language of the report: that of the notebook's folder by default, else the answers'.",
    ).tag(config=True)
    date = Unicode(help="The report's date, such as 2026-03-31; today by default.").tag(config=True)
    advice = Bool(True, help="Whether the advice on the answers is put at the end.").tag(
        config=True
    )
    lessons = Bool(True, help="Whether the text of the lessons is kept.").tag(config=True)

    book = Instance(Workbook, allow_none=True, help="The answers, when they are at hand in Python.")

    @default("template_name")
    def _our_template(self) -> str:
        return "cxworkbook"

    @default("extra_template_basedirs")
    def _our_templates_first(self) -> list[str]:
        return [str(TEMPLATES), str(Path.cwd())]

    @default("optimistic_validation")
    def _validate_once(self) -> bool:
        return True

    def _init_preprocessors(self) -> None:
        super()._init_preprocessors()  # type: ignore[no-untyped-call]
        self.register_preprocessor(ExercisePreprocessor, enabled=True)  # type: ignore[no-untyped-call]

    def _create_environment(self) -> Any:
        """Escape everything: most of what the template draws was written by strangers."""
        environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters.update(package_environment("report").filters)
        environment.filters.update(batches=batches, css_string=css_string, paragraphs=paragraphs)
        environment.globals["style_sheet"] = style_sheet
        return environment

    def request(self, metadata: Any) -> Request:
        """Gather what the options, and the notebook's place, ask for.

        Raises
        ------
        ReportError
            When the answers cannot be read, or the date is none.
        """
        folder = Path(metadata.get("path", "")).resolve().name
        wished = self.lang or next((lang for lang in LANGS if lang == folder), None)
        book = self.book
        if book is None and self.answers:
            book = read_workbook(Path(self.answers), spoken(wished), self.workbook)
        lang = as_lang(wished or (book.lang if book else None))
        return Request(book or Workbook(lang=lang), lang, _day(self.date, lang))

    def from_notebook_node(  # type: ignore[override]  # as HTMLExporter does
        self, nb: Any, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Convert a notebook; the page needs none of what HTMLExporter does to one made by it."""
        # HTMLExporter would parse the page again to repair what its own templates leave open:
        # that takes longer than all the rest, and writes SVG's names in lower case.
        return TemplateExporter.from_notebook_node(self, nb, resources, **kw)


def _day(text: str, lang: Lang) -> date:
    """Read the report's date; today when none is given."""
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 (the reader's day)
    except ValueError as error:
        raise ReportError.of(BAD_DATE, lang, value=text) from error
