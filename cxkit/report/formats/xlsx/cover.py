"""The first sheet: whose answers these are, of which day, and where each exercise stands."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.drawing.image import Image
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from cxkit.core.wording import chapters, wording_of
from cxkit.language import format_date
from cxkit.language import mark as _
from cxkit.report.formats.pictures import as_png_or_jpeg
from cxkit.report.formats.xlsx.journey import EDIT
from cxkit.start.model import Profile

if TYPE_CHECKING:
    from cxkit.report.formats.xlsx.paper import Paper

_LOGO = 48


def add_cover(sheet: Worksheet, sheets: Mapping[str, Worksheet], paper: "Paper") -> None:
    """Fill the cover: title, company, day, and a list of the sheets with links."""
    request, tr = paper.request, paper.tr
    profile = request.book.answers.get(Profile.exercise)
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 44
    sheet.column_dimensions["C"].width = 70
    paper.put(sheet, 2, 1, request.book.title or tr(_("Customer experience workbook")), "title")
    sheet.row_dimensions[2].height = 30
    row = 3
    company = getattr(profile, "company", "")
    for text in (company, request.brand.name, format_date(request.date, request.lang)):
        if text:
            paper.put(sheet, row, 1, text, "soft")
            row += 1
    row += 1
    for column, text in enumerate((_("Chapter"), _("Sheet"), _("What it is for")), 1):
        paper.put(sheet, row, column, tr(text), "head")
    titles = {chapter.id: chapter.title.in_(request.lang) for chapter in chapters()}
    for exercise, target in sheets.items():
        row += 1
        words = wording_of(exercise)
        paper.put(sheet, row, 1, titles[words.chapter])
        _link(sheet, row, target, paper)
        paper.put(sheet, row, 3, words.purpose.in_(request.lang))
    paper.put(sheet, row + 2, 1, tr(EDIT), "soft")
    _logo(sheet, paper)


def _link(sheet: Worksheet, row: int, target: Worksheet, paper: "Paper") -> None:
    cell = paper.put(sheet, row, 2, target.title, "link")
    place = "'" + target.title.replace("'", "''") + "'!A1"
    # The value would be replaced by the address if it were set as a plain attribute.
    cell._hyperlink = Hyperlink(ref=cell.coordinate, location=place)
    sheet._hyperlinks.append(cell._hyperlink)


def _logo(sheet: Worksheet, paper: "Paper") -> None:
    logo = paper.request.brand.logo and as_png_or_jpeg(paper.request.brand.logo.address)
    if not logo:
        return
    image = Image(io.BytesIO(logo))
    image.width, image.height = image.width * _LOGO / image.height, _LOGO
    sheet.add_image(image, "C2")
