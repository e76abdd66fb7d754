"""The build makes one script of many, and makes nothing twice."""

from __future__ import annotations

import gettext
import gzip
from pathlib import Path

import pytest

from hatch_build import BUNDLES, build

FORM, PAGE = (bundle.entries[-1] for bundle in BUNDLES)
CHAPTER = "cxkit/front/scripts/chapter.js"


@pytest.fixture
def root(checkout: Path, tmp_path: Path) -> Path:
    """Make a small package with one widget and one page, and the checkout's npm packages."""
    (tmp_path / "node_modules").symlink_to(checkout / "node_modules")
    for name in ("package-lock.json", "hatch_build.py"):
        (tmp_path / name).write_bytes((checkout / name).read_bytes())
    write(tmp_path, "cxkit/forms/scripts/form.css", ".cx { color: teal }")
    write(tmp_path, FORM, "import css from './form.css'; export default () => css;")
    write(tmp_path, "cxkit/front/scripts/late.js", "export const late = 'shown when asked for';")
    for script in (PAGE, CHAPTER):
        write(tmp_path, script, "export const page = () => import('./late.js');")
    return tmp_path


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def made(root: Path) -> dict[str, int]:
    folders = (root / bundle.folder for bundle in BUNDLES)
    return {path.name: path.stat().st_mtime_ns for folder in folders for path in folder.iterdir()}


def test_widget_is_one_script_that_holds_its_styles(root: Path) -> None:
    build(root)
    script = (root / "cxkit/forms/static/form.js").read_text(encoding="utf-8")
    assert "color: teal" in script
    assert "import" not in script


def test_compressed_copy_is_the_script(root: Path) -> None:
    build(root)
    script = root / "cxkit/front/static/page.js"
    assert gzip.decompress(Path(f"{script}.gz").read_bytes()) == script.read_bytes()


def test_what_a_page_imports_late_is_a_file_of_its_own(root: Path) -> None:
    build(root)
    (chunk,) = (root / "cxkit/front/static").glob("late-*.js")
    page = (root / "cxkit/front/static/page.js").read_text(encoding="utf-8")
    assert chunk.name in page
    assert "shown when asked for" not in page


def test_nothing_is_made_again_while_the_sources_stay(root: Path) -> None:
    build(root)
    first = made(root)
    build(root)
    assert made(root) == first


def test_a_changed_source_replaces_what_was_made_of_it(root: Path) -> None:
    build(root)
    (old,) = (root / "cxkit/front/static").glob("late-*.js")
    write(root, "cxkit/front/scripts/late.js", "export const late = 'something else';")
    build(root)
    (new,) = (root / "cxkit/front/static").glob("late-*.js")
    assert new.name != old.name
    assert f"{old.name}.gz" not in made(root)


def test_a_lost_script_is_made_again(root: Path) -> None:
    build(root)
    script = root / "cxkit/forms/static/form.js"
    script.unlink()
    build(root)
    assert script.is_file()


def test_a_script_that_does_not_parse_stops_the_build(root: Path) -> None:
    write(root, FORM, "export default (")
    with pytest.raises(SystemExit, match="failed"):
        build(root)


def test_catalogue_is_compiled(root: Path) -> None:
    folder = "cxkit/language/catalogues/it/LC_MESSAGES"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    write(root, f"{folder}/cxkit.po", f'{head}msgid "Saved"\nmsgstr "Salvato"\n')
    build(root)
    catalogues = root / "cxkit/language/catalogues"
    assert gettext.translation("cxkit", catalogues, ["it"]).gettext("Saved") == "Salvato"
