"""The small scripts of a report; a report without them is read and printed as well."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from cxkit.report.parts import Report

_SCRIPTS = Path(__file__).parent / "scripts"


@dataclass(frozen=True)
class Script:
    """A script, and the hash by which the page's policy lets it run, and no other."""

    source: Markup

    @property
    def hash(self) -> str:
        """The hash as a Content-Security-Policy writes it."""
        digest = hashlib.sha256(self.source.encode()).digest()
        return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def _script(name: str) -> Script:
    return Script(Markup((_SCRIPTS / f"{name}.js").read_text(encoding="utf-8")))  # noqa: S704 (ours)


def scripts_of(report: Report) -> Sequence[Script]:
    """Return the scripts that a report carries."""
    if report.paper:
        return [_script("paper")]
    return [_script("comfort"), _script("paper")] if report.comfort else []
