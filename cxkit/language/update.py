"""Bring the catalogue up to date with the sources: ``python -m cxkit.language.update``.

Page words are English in the source, marked by ``_("…")``, ``tr("…")`` or
``translator(lang)("…")`` in Python and by ``_("…")`` in templates. Words that nobody uses any
longer leave the catalogue; new ones come in untranslated, and a test names them until they are.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment

from cxkit.language.catalogue import CATALOGUES
from cxkit.language.langs import LANGS

_PACKAGE = Path(__file__).parent.parent
_MARKS = {"_", "tr"}


def _is_mark(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id in _MARKS
    return isinstance(called, ast.Call) and getattr(called.func, "id", "") == "translator"


def python_words(source: str) -> Iterator[str]:
    """Yield the page words marked in Python source.

    Examples
    --------
    >>> list(python_words('translator(lang)("Open"); tr("Close " "it"); tr(sentence)'))
    ['Open', 'Close it']
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and len(node.args) == 1 and _is_mark(node.func):
            words = node.args[0]
            if isinstance(words, ast.Constant) and isinstance(words.value, str):
                yield words.value


def template_words(source: str) -> Iterator[str]:
    """Yield the page words marked in a template.

    Examples
    --------
    >>> list(template_words("<p>{{ _('Saved at {time}').format(time=now) }}</p>"))
    ['Saved at {time}']
    """
    reader: Any = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    for _, _, words in reader.extract_translations(source):
        if isinstance(words, str):
            yield words


def page_words(package: Path = _PACKAGE) -> Mapping[str, list[str]]:
    """Return every page word of the sources, with the files that use it."""
    found: dict[str, list[str]] = {}
    extractors = {".py": python_words, ".j2": template_words}
    for path in sorted(package.rglob("*")):
        extract = extractors.get(path.suffix)
        if extract is None or "migrations" in path.parts:
            continue
        name = path.relative_to(package.parent).as_posix()
        for words in extract(path.read_text(encoding="utf-8")):
            places = found.setdefault(words, [])
            if name not in places:
                places.append(name)
    return found


def catalogue_path(lang: str) -> Path:
    """Return where a language's catalogue lies."""
    return CATALOGUES / lang / "LC_MESSAGES" / "cxkit.po"


def read_catalogue(lang: str) -> Catalog:
    """Read a language's catalogue; an empty one when there is none."""
    path = catalogue_path(lang)
    if not path.is_file():
        return Catalog(locale=lang, project="cxkit", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=lang)


def update(lang: str) -> list[str]:
    """Write a language's catalogue anew; return the words that still lack a translation."""
    catalogue = read_catalogue(lang)
    sources = Catalog(project="cxkit")
    for words, places in page_words().items():
        sources.add(words, locations=[(place, 1) for place in places])
    catalogue.update(sources, no_fuzzy_matching=True, update_creation_date=False)
    path = catalogue_path(lang)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, ignore_obsolete=True, include_lineno=False)
    return [str(entry.id) for entry in catalogue if entry.id and not entry.string]


def main() -> int:
    """Update the catalogue of every language but the sources' own."""
    missing = [(lang, words) for lang in LANGS if lang != "en" for words in update(lang)]
    for lang, words in missing:
        print(f"{lang}: no translation of {words!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
