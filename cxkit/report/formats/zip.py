"""ZIP: the export in every format at once, in one archive."""

from cxkit.report.formats.archive import packed
from cxkit.report.request import Request

TOGETHER = ("html", "docx", "pptx", "xlsx", "csv", "md", "mermaid", "json")
"""The formats in it: all that need no other program to be made."""


def write(request: Request) -> bytes:
    """Return an archive of all formats in `TOGETHER`, dated as the request is."""
    from cxkit.report.writers import FORMATS  # late: it lists this format too

    files: dict[str, bytes] = {}
    for name in TOGETHER:
        made = FORMATS[name].write(request)
        if isinstance(made, bytes):
            files[f"report.{ENDINGS.get(name, name)}"] = made
        else:
            files.update({f"{name}/{file}": data for file, data in made.items()})
    return packed(files, request.date)


ENDINGS = {"mermaid": "mmd", "json": "cxworkbook.json"}
"""The endings of files that are not called like their format."""
