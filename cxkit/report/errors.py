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
NO_WORKBOOKS = _(
    "“{path}” holds no *.cxworkbook.json file. Check the folder or the pattern, in quotes."
)
NO_SUCH_CHAPTER = _("There is no chapter “{name}”. The chapters are: {known}.")
NO_SUCH_EXERCISE = _("There is no exercise “{name}”. Perhaps you meant: {known}.")
BAD_PATTERN = _("“{value}” names something that is not known. A pattern takes {known}.")
ONE_FILE_FOR_MANY = _(
    "There is more than one export, and “{path}” is one file. Name a folder that exists or ends in "
    "“/”, or a pattern such as “{{name}}-{{lang}}.{{format}}”."
)
BRAND_NOT_YAML = _("“{path}” is no brand file: it must be YAML, such as “name: Studio Nord”.")
BRAND_KEY = _(
    "“{path}”: “{key}” is not known or not what it should be. A brand has name, logo, colours "
    "(accent, cover, cover_text, cover_line, each “#rrggbb” in quotes) and fonts (text, heading, "
    "each with family and file)."
)
BRAND_CONTRAST = _(
    "“{path}”: {key} {colour} cannot be read on {ground}: its contrast is {found}, and {least} is "
    "the least. {better} could be read."
)
BRAND_FILE = _(
    "“{path}”: “{name}” cannot be used. It must lie beside the brand file: a logo as PNG, JPEG, "
    "WebP or still SVG up to 290 kB, a font as WOFF2, WOFF, TTF or OTF up to 3 MB."
)
HIDDEN_BY_RULES = _(
    "Names were replaced by rules: company, team, competitors, first names with surnames, titles "
    "with surnames, e-mails, addresses, phone numbers; portraits are left out. Rules miss "
    "nicknames, rare names, places and what a story gives away: read the result, and name the rest "
    "with --hide."
)
NO_BROWSER = _(
    "A PDF is printed by a browser, and none was found. Install Chromium, Chrome or Edge (on "
    "Debian and Ubuntu: apt install chromium), or name one in CXKIT_CHROMIUM. Or export to html "
    "and print that from any browser."
)
NOT_PRINTED = _("The browser “{program}” did not print the report: {why}")
NOT_TWO = _(
    "A comparison needs two workbooks, or one database and two days: --compare A B, or --compare "
    "cxworkbook.db --dates 2026-01-31,2026-03-31."
)
NOTHING_YET = _("Nothing was written in “{path}” by the end of {day}. Choose a later day.")
NOT_COMPARED = _("A comparison can be exported to html and pdf, not to “{format}”.")
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
