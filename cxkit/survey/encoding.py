"""Which letters the bytes of a text file stand for."""

import codecs
import io
from pathlib import Path
from typing import BinaryIO

LOOKED_AT = 16 * 2**20
"""Bytes that are looked at; a longer file is taken to go on as it begins."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 2**18
# A quarter of the bytes of a text in two-byte letters are zero, of any other none.
_ZEROS = 0.25


def guess_encoding(path: Path) -> str:
    """Return the name of a text file's encoding: by its mark, else UTF-8 where that fits.

    What is neither is taken for Windows-1252, in which spreadsheets on Windows write.
    """
    with path.open("rb") as file:
        head = file.read(LOOKED_AT)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    sample = head[:4096]
    if sample and sample.count(0) >= _ZEROS * len(sample):
        return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head, final=len(head) < LOOKED_AT)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


class Utf8(io.RawIOBase):
    """A file's text as UTF-8, whatever it is written in; what makes no letter becomes U+FFFD."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._left = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        while not self._left and not self._ended:
            block = self._file.read(_BLOCK)
            self._ended = not block
            self._left = self._decoder.decode(block, final=self._ended).replace("\0", "").encode()
        part = self._left[: len(buffer)]
        self._left = self._left[len(part) :]
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        self._file.close()
        super().close()
