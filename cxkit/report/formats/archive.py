"""Archives that are the same, byte for byte, whenever and wherever they are made."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date

_CORE = "docProps/core.xml"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
# What a ZIP archive can say: years from 1980 to 2107.
_FIRST, _LAST = date(1980, 1, 1), date(2107, 12, 31)


def packed(files: Mapping[str, bytes], day: date) -> bytes:
    """Return an archive of files by name, in their order, all dated `day`.

    Examples
    --------
    >>> day = date(2026, 3, 1)
    >>> packed({"a.txt": b"A"}, day) == packed({"a.txt": b"A"}, day)
    True
    """
    shown = min(max(day, _FIRST), _LAST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (shown.year, shown.month, shown.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The same on every system: a plain file that its owner may write.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def settled(package: bytes, day: date) -> bytes:
    """Return an Office file whose dates, outside and inside, are all `day`.

    The libraries that write these files put the time of writing in them.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        files = {name: _settled(name, archive.read(name), day) for name in archive.namelist()}
    return packed(files, day)


def _settled(name: str, data: bytes, day: date) -> bytes:
    if name == _CORE:
        return _DATES.sub(rb"\g<1>%sT00:00:00Z" % day.isoformat().encode(), data)
    if name.startswith("xl/worksheets/"):
        # A row whose height nobody chose grows with what is written in it later.
        return data.replace(b' customHeight="1"', b"")
    # The figures behind a chart are a workbook of their own.
    return settled(data, day) if name.endswith(".xlsx") else data
