"""What can be wrong with a file that is read back: where, what, what is allowed, what to do."""

from dataclasses import dataclass

from cxkit.language import Lang, translator
from cxkit.language import mark as _
from cxkit.report.errors import ReportError

NOT_A_SHEET = _("“{path}” is neither an Excel file (.xlsx) nor CSV. Export one and edit that.")
DAMAGED = _("“{path}” cannot be read: it is damaged or no such file. Save it again as {kind}.")
TOO_LARGE = _("“{path}” is too large: up to {limit} MB, also unpacked, and {rows} rows are read.")
NOTHING = _(
    "“{path}” holds no rows that cxkit knows. Export the workbook to Excel or CSV (on the command "
    "line: --to xlsx or --to csv), edit that file and keep its headings."
)
CLASH = _(
    "Changed both here and in the workbook since the export: {fields}. Say which side counts (on "
    "the command line: --prefer file or --prefer workbook), or export again."
)
MEANWHILE = _("Somebody saved “{exercise}” while it was read back. Nothing was written; try again.")
BEGIN = _("Nothing was written: the file has {count} errors.")
BEGIN_ONE = _("Nothing was written: the file has one error.")
MORE = _("… and {count} more.")

IN_SHEET = _("Sheet “{sheet}”, row {row}, column “{column}”: {message}")
IN_ROW = _("Row {row}, column “{column}”: {message}")

RATING = _(
    "“{value}” is not allowed here. Write a whole number from {low} to {high}, or leave it empty."
)
SWITCH = _("“{value}” is neither yes nor no. Write one of these, or leave it empty.")
CHOICE = _("“{value}” is not one of the choices. Write one of: {allowed}.")
NO_TARGET = _("Nothing is called “{value}” here. Write one of: {allowed}. Or add it first.")
NOTHING_THERE = _(
    "Nothing is called “{value}” here, and nothing of its kind is written yet. Add it first."
)
TWO_TARGETS = _("More than one thing is called “{value}”. Put its id in: {allowed}.")
TWO_ANSWERS = _(
    "It says “{value}” here and “{other}” in the column beside. Keep only the right one."
)
BAD_KEY = _(
    "“{value}” is no key of this workbook. Put back the one that was exported, or empty it."
)
BAD_ID = _("“{value}” is no id: letters, digits, hyphens, underscores. Empty it for a new row.")
DOUBLE = _("“{value}” stands on row {other} already. Delete one of the two, or empty this cell.")
NO_FIELD = _("“{value}” is no field here. Write one of: {allowed}.")
NO_COLUMN = _("There is no column “{value}”; missing: {allowed}. Give it its name back.")
FIXED = _(
    "“{value}” is not on this list, which is given: nothing can be added to it. Take the row out."
)
MOVED = _("“{value}” was changed here, but its own row says “{other}”. Change it in that row.")
FORMULA = _("A formula without a result. Write the value itself.")


@dataclass(frozen=True)
class Place:
    """A cell: its sheet ("" in a CSV file), its row from 1, its column's heading."""

    sheet: str
    row: int
    column: str


@dataclass(frozen=True)
class Finding:
    """Something wrong at a place; the message is a sentence in the user's language."""

    place: Place
    message: str

    def said(self, lang: Lang) -> str:
        """Return place and message in one sentence."""
        frame = translator(lang)(IN_SHEET if self.place.sheet else IN_ROW)
        return frame.format(sheet=self.place.sheet, row=self.place.row, column=self.place.column,
                            message=self.message)  # fmt: skip


class ClashError(ReportError):
    """Something was changed both in the file and in the workbook, and nobody said which counts."""


_MOST = 20


def refused(findings: list[Finding], lang: Lang) -> ReportError:
    """Return one error that lists the findings, the first twenty of them."""
    tr = translator(lang)
    ordered = sorted(findings, key=lambda one: (one.place.sheet, one.place.row))
    head = tr(BEGIN_ONE) if len(ordered) == 1 else tr(BEGIN).format(count=len(ordered))
    lines = [head, *(f"– {one.said(lang)}" for one in ordered[:_MOST])]
    if len(ordered) > _MOST:
        lines.append(tr(MORE).format(count=len(ordered) - _MOST))
    return ReportError("\n".join(lines))
