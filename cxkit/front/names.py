"""File names for what people take along."""

import re
import unicodedata


def file_name(title: str, ending: str) -> str:
    """Return a plain file name for a workbook's title.

    Examples
    --------
    >>> file_name("Perché la banca?", "html")
    'perche-la-banca.html'
    >>> file_name("", "cxworkbook.json")
    'workbook.cxworkbook.json'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return f"{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:60] or 'workbook'}.{ending}"
