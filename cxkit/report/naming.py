"""Where an export goes: ``--out`` as a file, a folder or a pattern."""

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cxkit.language import Lang
from cxkit.report.errors import BAD_PATTERN, ONE_FILE_FOR_MANY, ReportError
from cxkit.report.request import Request

_LONGEST = 80
_NAMES = ("name", "title", "company", "lang", "date", "case", "format")
# Windows keeps these to itself, with any ending.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def file_part(text: str, otherwise: str = "workbook") -> str:
    """Return any text as a part of a file's name: letters, digits, dots and hyphens only.

    Examples
    --------
    >>> file_part("../Banca & Co: il primo conto")
    'Banca-Co-il-primo-conto'
    >>> file_part("??")
    'workbook'
    """
    part = re.sub(r"[^\w.-]+", "-", text)
    part = re.sub(r"-{2,}|\.{2,}", "-", part).strip("-._")[:_LONGEST].rstrip("-._")
    return otherwise if not part or _RESERVED.fullmatch(part) else part


def words_of(request: Request, name: str, to: str) -> dict[str, str]:
    """Return what the names in a pattern stand for."""
    company = getattr(request.book.answers.get("profile"), "company", "")
    return {
        "name": file_part(name),
        "title": file_part(request.book.title),
        "company": file_part(company, "company"),
        "lang": request.lang,
        "date": request.date.isoformat(),
        "case": file_part(request.book.case, "own"),
        "format": to,
    }


@dataclass
class Places:
    """Gives each export of one run a place of its own.

    Parameters
    ----------
    out : str, optional
        A file, a folder or a pattern; beside the source by default.
    lang : {"it", "en"}
        Language of what is said when `out` cannot be used.
    """

    out: str | None
    lang: Lang
    _taken: set[Path] = field(default_factory=set)

    def check(self, exports: int) -> None:
        """Refuse an `out` that cannot hold this many exports.

        Raises
        ------
        ReportError
            When it names what no pattern knows, or one file for several exports.
        """
        if self.out is None:
            return
        try:
            named = {name for _, name, *_ in string.Formatter().parse(self.out) if name is not None}
        except ValueError:
            named = {self.out}
        if named - set(_NAMES):
            known = ", ".join(f"{{{name}}}" for name in _NAMES)
            raise ReportError.of(BAD_PATTERN, self.lang, value=self.out, known=known)
        if exports > 1 and not named and not self._is_folder():
            raise ReportError.of(ONE_FILE_FOR_MANY, self.lang, path=self.out)

    def place(self, beside: Path, words: Mapping[str, str]) -> Path:
        """Return where one export goes; the second of the same name gets a number."""
        name = f"{words['name']}.{words['format']}"
        if self.out is None:
            wanted = beside / name
        elif self._is_folder():
            wanted = Path(self.out) / name
        else:
            wanted = Path(self.out.format_map(words))
        path, number = wanted, 1
        while path in self._taken:
            number += 1
            path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        self._taken.add(path)
        return path

    def prepare(self, path: Path) -> Path:
        """Make the folders that a pattern or a folder's name asks for; not those of one file.

        Raises
        ------
        OSError
            When they cannot be made.
        """
        if self.out and ("{" in self.out or self._is_folder()):
            path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _is_folder(self) -> bool:
        return bool(self.out) and (
            str(self.out).endswith(("/", "\\")) or Path(str(self.out)).is_dir()
        )
