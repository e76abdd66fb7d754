"""Print a report, read on which page each part came to stand, and print it with these."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from cxkit.report.document import whole_report
from cxkit.report.page import page_html
from cxkit.report.parts import Report
from cxkit.report.pdf.browser import print_page
from cxkit.report.request import Request

_NODE = re.compile(rb"\(node(\d{8})\)")
"""The browser's number of a table's cell, by which others name it as their heading."""


def write(request: Request) -> bytes:
    """Make the PDF export; see `cxkit.report.writers`.

    Raises
    ------
    ReportError
        When there is no browser to print with; it says how to get one.
    """
    return printed(replace(whole_report(request), paper=True))


def printed(report: Report, template: str = "index.html.j2", **values: object) -> bytes:
    """Print a report twice: where its parts stand is known after the first time."""
    pages = places_in(print_page(page_html(report, template, **values), report.lang))
    numbered = page_html(replace(report, pages=pages), template, **values)
    return finished(print_page(numbered, report.lang), report)


def places_in(pdf: bytes) -> Mapping[str, int]:
    """Return the page of each place that links lead to, by its id; the cover is page 1."""
    reader = PdfReader(io.BytesIO(pdf))
    places = {name.removeprefix("/"): found for name, found in reader.named_destinations.items()}
    pages = ((name, reader.get_destination_page_number(place)) for name, place in places.items())
    return {name: page + 1 for name, page in pages if page is not None}


def finished(pdf: bytes, report: Report) -> bytes:
    """Return the PDF with facts of its own instead of the browser's and the clock's."""
    writer = PdfWriter(clone_from=io.BytesIO(_counted(pdf)))
    day = f"D:{report.date:%Y%m%d}000000Z"
    writer.metadata = {
        "/Title": report.title,
        "/Author": report.brand.name or report.company or report.people,
        "/Creator": f"cxkit {report.version}",
        "/Producer": f"cxkit {report.version}",
        "/CreationDate": day,
        "/ModDate": day,
    }
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(report.lang)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _counted(pdf: bytes) -> bytes:
    """Number the cells from one: the browser counts on from whatever it has drawn before.

    Examples
    --------
    >>> _counted(b"(node00000712) (node00000099) (node00000712)")
    b'(node00000002) (node00000001) (node00000002)'
    """
    places = {name: at for at, name in enumerate(sorted(set(_NODE.findall(pdf))), start=1)}
    return _NODE.sub(lambda found: b"(node%08d)" % places[found[1]], pdf)
