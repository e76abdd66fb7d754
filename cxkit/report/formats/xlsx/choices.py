"""What a cell offers to choose from, and which figures it takes."""

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cxkit.core.fields import FieldShape
from cxkit.core.wording import FieldWords
from cxkit.language import format_number
from cxkit.language import mark as _

if TYPE_CHECKING:
    from cxkit.report.formats.xlsx.paper import Paper

# What fits into a rule that names its choices itself.
_MOST = 250
_FIGURE = _("A whole number from {low} to {high}, or nothing.")
_CHOICE = _("One of the list, or nothing.")


def offer_choices(sheet: Worksheet, area: str, shape: FieldShape, words: FieldWords,
                  paper: "Paper") -> None:  # fmt: skip
    """Let the cells of `area` take only what the field allows, where Excel can hold to it."""
    lang = paper.request.lang
    if shape.kind.name == "rating":
        low, high = int(shape.minimum or 0), int(shape.maximum or 0)
        rule = DataValidation("whole", operator="between", formula1=str(low), formula2=str(high))
        numbers = {"low": format_number(low, lang), "high": format_number(high, lang)}
        rule.error = paper.tr(_FIGURE).format(**numbers)
    elif shape.kind.name == "choice":
        labels = [words.options[option].in_(lang) for option in shape.options]
        listed = ",".join(labels)
        if len(listed) > _MOST or any(mark in label for label in labels for mark in ',"'):
            return
        rule = DataValidation("list", formula1=f'"{listed}"')
        rule.error = paper.tr(_CHOICE)
    else:
        return
    rule.allow_blank = rule.showErrorMessage = True
    rule.add(area)
    sheet.add_data_validation(rule)
