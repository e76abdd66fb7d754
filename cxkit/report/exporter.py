"""``jupyter nbconvert --to cxworkbook``: a notebook of the workbook as a report."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from traitlets import Bool, Enum, Instance, Unicode, default
from traitlets.config import Application

from cxkit.language import LANGS, Lang, as_lang
from cxkit.report.anonymise import anonymised
from cxkit.report.brand import HOUSE
from cxkit.report.brand_file import read_brand
from cxkit.report.errors import BAD_DATE, ReportError
from cxkit.report.page import NAME, TEMPLATES, equip
from cxkit.report.preprocessor import ExercisePreprocessor
from cxkit.report.request import Request
from cxkit.report.source import read_workbook, spoken
from cxkit.resources import database_beside
from cxkit.workbook import Workbook


class CxWorkbookExporter(HTMLExporter):
    """Exports notebooks of the workbook with their answers: one HTML file, no code, no kernel.

    Examples
    --------
    ``jupyter nbconvert --to cxworkbook workbook/it/05-journey.ipynb
    --CxWorkbookExporter.answers=bank.cxworkbook.json``
    """

    export_from_notebook = "CX workbook report"

    answers = Unicode(
        help="The answers: a *.cxworkbook.json file or a cxworkbook.db. By default the database "
        "beside the notebook, else none: the report is then that of an empty workbook."
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
    brand = Unicode(help="A brand.yml: name, logo, colours, fonts of who hands it over.").tag(
        config=True
    )
    anonymise = Bool(False, help="Whether names, e-mails and phone numbers are replaced.").tag(
        config=True
    )

    book = Instance(Workbook, allow_none=True, help="The answers, when they are at hand in Python.")

    @default("template_name")
    def _our_template(self) -> str:
        return NAME

    @default("extra_template_basedirs")
    def _our_templates_first(self) -> list[str]:
        return [str(TEMPLATES), str(Path.cwd())]

    @default("optimistic_validation")
    def _validate_once(self) -> bool:
        return True

    @default("default_preprocessors")
    def _ours_first(self) -> list[str]:
        """Set exercises aside before the cells of one's own are run, as ``--execute`` asks."""
        theirs: list[str] = TemplateExporter().default_preprocessors  # type: ignore[no-untyped-call]
        return ["cxkit.report.preprocessor.ExercisesAside", *theirs]

    def _init_preprocessors(self) -> None:
        super()._init_preprocessors()  # type: ignore[no-untyped-call]
        self.register_preprocessor(ExercisePreprocessor, enabled=True)  # type: ignore[no-untyped-call]

    def _create_environment(self) -> Any:
        """Escape everything, as the report's own environment does."""
        return equip(super()._create_environment())  # type: ignore[no-untyped-call]

    def request(self, metadata: Any) -> Request:
        """Gather what the options, and the notebook's place, ask for.

        Raises
        ------
        ReportError
            When the answers cannot be read, or the date is none.
        """
        folder = Path(metadata.get("path", "")).resolve().name
        wished = self.lang or next((lang for lang in LANGS if lang == folder), None)
        book, source = self.book, self._source(metadata)
        if book is None and source:
            book = read_workbook(source, spoken(wished), self.workbook)
        lang = as_lang(wished or (book.lang if book else None))
        book = book or Workbook(lang=lang)
        return Request(
            anonymised(book, lang) if self.anonymise else book,
            lang,
            _day(self.date, lang),
            self.advice,
            self.lessons,
            brand=read_brand(Path(self.brand), lang) if self.brand else HOUSE,
        )

    def _source(self, metadata: Any) -> Path | None:
        """Return where the answers lie; what is found beside the notebook needs no option."""
        if self.answers or "path" not in metadata:
            return Path(self.answers) if self.answers else None
        found = database_beside(Path(metadata["path"]))
        return found if found.is_file() else None

    def from_notebook_node(  # type: ignore[override]  # as HTMLExporter does
        self, nb: Any, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Convert a notebook; the page needs none of what HTMLExporter does to one made by it."""
        # HTMLExporter would parse the page again to repair what its own templates leave open:
        # that takes longer than all the rest, and writes SVG's names in lower case.
        try:
            return TemplateExporter.from_notebook_node(self, nb, resources, **kw)
        except ReportError as error:
            if _on_the_command_line():
                sys.exit(error.message)
            raise


def _on_the_command_line() -> bool:
    """Say whether ``jupyter nbconvert`` runs, whose user is owed a sentence, not a traceback."""
    from nbconvert.nbconvertapp import NbConvertApp  # late: heavy

    return Application.initialized() and isinstance(Application.instance(), NbConvertApp)


def _day(text: str, lang: Lang) -> date:
    """Read the report's date; today when none is given."""
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 (the reader's day)
    except ValueError as error:
        raise ReportError.of(BAD_DATE, lang, value=text) from error
