"""Where the rows that somebody brought lie: one folder for each workbook, nobody else's to read."""

import json
import os
import re
import shutil
from collections.abc import Mapping as Values
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from cxkit.language import mark as _
from cxkit.survey.cells import clean
from cxkit.survey.errors import SurveyError
from cxkit.survey.opening import KINDS

MOST_BYTES = 100 * 2**20
"""Size of a file that can be brought through a page; larger ones are read where they lie."""
_WORKBOOK = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NOTES, _ROWS, _COMING = "desk.json", "answers", "incoming"


@dataclass(frozen=True)
class Shelf:
    """The place of one workbook's survey file.

    It is made by whoever has asked the store whether the person may write in the workbook. The file
    is kept under a name of ours; what it was called is written down and never used as a path.

    Parameters
    ----------
    root : Path
        Folder of all workbooks' files.
    workbook : str
        Id of the workbook.
    """

    root: Path
    workbook: str

    def __post_init__(self) -> None:
        if not _WORKBOOK.fullmatch(self.workbook):
            raise SurveyError(_("“{name}” is no workbook."), name=self.workbook[:60])

    @property
    def folder(self) -> Path:
        """The workbook's own folder."""
        return self.root / self.workbook

    @property
    def rows(self) -> Path | None:
        """The file with the rows; None when there is none."""
        found = sorted(self.folder.glob(f"{_ROWS}.*")) if self.folder.is_dir() else []
        return found[0] if found else None

    def notes(self) -> dict[str, Any]:
        """Return what was written down about the file; empty when there is nothing."""
        try:
            told = json.loads((self.folder / _NOTES).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return told if isinstance(told, dict) else {}

    def note(self, **facts: Any) -> None:
        """Write down facts about the file, all at once or not at all."""
        self._write({**self.notes(), **facts}).replace(self.folder / _NOTES)

    def receive(self, name: str, size: int, *, most: int = MOST_BYTES) -> "Incoming":
        """Begin to take in a file that comes in pieces; what is there stays until it is whole."""
        suffix = Path(name).suffix.lower()
        if suffix not in KINDS:
            raise SurveyError(
                _(
                    "“{file}” is not of a kind that can be read. Choose a CSV, XLSX or "
                    "Parquet file."
                ),
                file=shown_name(name),
            )
        if not 0 < size <= most:
            raise SurveyError(
                _("“{file}” has {size} MB; up to {most} MB can be brought here. Keep the "
"columns you need, save it as Parquet, or have it counted with “cxkit "
"data”."),
                file=shown_name(name), size=round(size / 2**20, 1), most=most // 2**20,
            )  # fmt: skip
        self._make()
        return Incoming(self, shown_name(name), suffix, size, _private(self.folder / _COMING))

    def copy(self, path: Path, name: str, **facts: Any) -> "Incoming":
        """Begin to take in a file of ours, such as a sample; it is whole at once."""
        self._make()
        coming = self.folder / _COMING
        size = path.stat().st_size
        made = Incoming(self, name, path.suffix, size, _private(coming), facts=facts)
        made.add(path.read_bytes(), 0)
        return made

    def settle(self, coming: Path, suffix: str, facts: Values[str, Any]) -> None:
        """Put a whole file in the place of the one before; on a full disk that one stays."""
        kept = date.today().isoformat()  # noqa: DTZ011 -- the reader's day
        notes = self._write({**facts, "kept": kept})
        coming.chmod(0o600)
        # New names first: whenever this is cut off, rows are there, and at worst notes of before.
        rows = coming.replace(self.folder / f"{_ROWS}{suffix}")
        notes = notes.replace(self.folder / _NOTES)
        for old in self.folder.iterdir():
            if old not in (rows, notes):
                old.unlink()

    def clear(self) -> bool:
        """Take everything away, for good; say whether it is gone, which a disk can refuse."""
        shutil.rmtree(self.folder, ignore_errors=True)
        return not self.folder.exists()

    def _write(self, facts: Values[str, Any]) -> Path:
        """Write facts beside the notes, and nothing of them when the disk is full."""
        self._make()
        fresh = self.folder / f"{_NOTES}.new"
        try:
            fresh.write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
            fresh.chmod(0o600)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        return fresh

    def _make(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.root.chmod(0o700)


@dataclass
class Incoming:
    """A file on its way in."""

    shelf: Shelf
    name: str
    suffix: str
    size: int
    file: BinaryIO
    got: int = 0
    facts: Values[str, Any] = field(default_factory=dict)

    def add(self, piece: bytes, at: int) -> int:
        """Take the piece that begins at byte `at`, and return how many bytes there are now."""
        if at != self.got or self.got + len(piece) > self.size:
            self.drop()
            raise SurveyError(
                _("“{file}” did not arrive whole: the connection broke. Choose it again."),
                file=self.name,
            )
        self.file.write(piece)
        self.got += len(piece)
        return self.got

    @property
    def is_whole(self) -> bool:
        """Say whether all bytes are there."""
        return self.got == self.size

    @property
    def path(self) -> Path:
        """Where it lies until it is kept or dropped."""
        return self.shelf.folder / _COMING

    def close(self) -> Path:
        """End the writing and return where it lies, to be read before it is kept."""
        self.file.close()
        return self.path

    def keep(self) -> None:
        """Keep the file; it takes the place of the one before."""
        facts = {"name": self.name, "size": self.size, **self.facts}
        self.shelf.settle(self.close(), self.suffix, facts)

    def drop(self) -> None:
        """Throw away what has arrived; the file before stays."""
        # On a full disk, closing fails: the last bytes cannot be written.
        with suppress(OSError):
            self.close()
        self.path.unlink(missing_ok=True)


def _private(path: Path) -> BinaryIO:
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def shown_name(name: str) -> str:
    """Return a file's name without its folders and without what cannot be seen.

    Examples
    --------
    >>> shown_name("C:\\\\me\\\\..\\\\answers.csv"), shown_name("../../etc/x.csv")
    ('answers.csv', 'x.csv')
    """
    return clean(re.split(r"[/\\]", name)[-1])[:120] or "?"
