"""The formats of an export: each a writer, loaded when it is asked for.

A format is one line in `FORMATS` and one function `write(request) -> bytes`, or a mapping of file
names to bytes where a format is more than one file. Whoever calls it puts the bytes in place, whole
or not at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from cxkit.report.request import Request

Files = bytes | Mapping[str, bytes]
"""One file, or the files of a folder by name."""

Writer = Callable[[Request], Files]


@dataclass(frozen=True)
class Format:
    """One format: its module below `cxkit.report`, and the media type for a download."""

    module: str
    media_type: str

    def write(self, request: Request) -> Files:
        """Make the export.

        Raises
        ------
        ReportError
            When something that the format needs is not there; it says how to get it.
        """
        writer: Writer = import_module(f"cxkit.report.{self.module}").write
        return writer(request)


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS: Mapping[str, Format] = {
    "html": Format("document", "text/html"),
    "pdf": Format("pdf", "application/pdf"),
    "pptx": Format("formats.pptx", f"{_OFFICE}.presentationml.presentation"),
    "docx": Format("formats.docx", f"{_OFFICE}.wordprocessingml.document"),
    "xlsx": Format("formats.xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
    "csv": Format("formats.csv", "text/csv"),
    "md": Format("formats.md", "text/markdown"),
    "mermaid": Format("formats.mermaid", "text/plain"),
    "json": Format("formats.json", "application/json"),
    "zip": Format("formats.zip", "application/zip"),
}
"""By the name that ``--to`` takes, which is also the ending of the file."""
