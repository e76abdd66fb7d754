"""What can go wrong with a report, in one sentence for the person who asked for it."""

from cxkit.language import Lang, translator
from cxkit.language import mark as _

NOT_FOUND = _("“{path}” is not there. Check the name and the folder.")
NOT_A_SOURCE = _(
    "“{path}” is neither a *.cxworkbook.json file nor a cxworkbook.db. Choose one of these."
)
UNREADABLE = _("“{path}” cannot be read. Check its permissions.")
UNKNOWN_FORMAT = _("cxkit cannot export to “{format}”. It can export to {known}.")
UNWRITABLE = _("The report cannot be written to “{path}”. Choose another folder with --out.")
THERE_ALREADY = _(
    "“{path}” is there already and was left as it is. Choose another name with --out, "
    "or add --overwrite."
)
NO_WORKBOOK = _("“{path}” holds no workbook yet. Open it with “cxkit serve” and write something.")
NO_SUCH_WORKBOOK = _("“{path}” holds no workbook “{name}”. It holds: {known}.")
TWO_WORKBOOKS = _("“{path}” holds more than one workbook “{name}”. Name one by its id: {known}.")
BAD_DATE = _("“{value}” is not a date. Write it as year-month-day, such as 2026-03-31.")


class ReportError(ValueError):
    """A report that cannot be made; the message is a sentence in the user's language.

    Examples
    --------
    >>> print(ReportError.of(UNKNOWN_FORMAT, "en", format="doc", known="html"))
    cxkit cannot export to “doc”. It can export to html.
    """

    @property
    def message(self) -> str:
        """The sentence."""
        return str(self.args[0])

    @classmethod
    def of(cls, sentence: str, lang: Lang, **values: object) -> "ReportError":
        """Word one of this module's sentences in `lang`."""
        return cls(translator(lang)(sentence).format_map(values))
