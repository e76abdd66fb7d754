"""The documents' links lead somewhere and their examples run."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]+))?\)|(?:src|href)=\"(?!\w+:)([^\"#]+)\"")

each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)


def anchors(document: Path) -> set[str]:
    """Name the headings as the web page of a repository does."""
    prose = FENCED.sub("", document.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ +(.+)$", prose, re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", title.strip().lower()) for title in titles)
    return {title.replace(" ", "-") for title in plain}


@each_document
def test_links_lead_somewhere(document: Path) -> None:
    prose = FENCED.sub("", document.read_text(encoding="utf-8"))
    for link in LINK.finditer(prose):
        path, anchor = unquote(link[1] or link[3] or ""), link[2]
        target = (document.parent / path) if path else document
        assert target.exists(), f"{link[0]} leads nowhere"
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), f"{link[0]}: there is no such heading"


@each_document
def test_examples_run(document: Path) -> None:
    blocks = FENCED.findall(document.read_text(encoding="utf-8"))
    source = "\n".join(code for kind, code in blocks if kind in {"python", "pycon"})
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    example = doctest.DocTestParser().get_doctest(source, {}, document.name, str(document), 0)
    report: list[str] = []
    failed = doctest.DocTestRunner(optionflags=flags).run(example, out=report.append).failed
    assert not failed, "".join(report)
