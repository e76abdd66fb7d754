"""What models ask and checks find has words in both languages, and no word is left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from cxkit.core import FieldShape, Text, Wording, find_exercise, shapes_of, wording_of
from cxkit.core.thread import STAGE_OF
from cxkit.core.wording import FieldWords, chapters, exercise_ids
from cxkit.resources import exercises
from cxkit.workbook.links import targets_of
from cxkit.workbook.thread_rules import RULES
from tests.contract.house import slices, worded
from tests.contract.sources import PACKAGE

EACH = pytest.mark.parametrize("exercise_id", worded())
CHOSEN = ("choice", "choices")
RATED = ("rating", "matrix")
LISTED = ("cards", "table")

# What both languages call the same.
TERMS = {
    "app", "budget", "buyer persona", "buyer persona: {names}", "chat", "e-mail", "self-service",
    "social media", "video", "web", "kpi", "csat", "nps", "ces", "target", "churn", "workshop",
    "newsletter", "intranet", "meeting", "team", "sport", "touchpoint", "formula",
}  # fmt: skip
ENGLISH = {
    "the", "and", "of", "with", "your", "you", "this", "that", "is", "are", "they", "their",
    "what", "which", "from", "have", "was", "our", "we", "not", "write", "how", "when", "where",
    "who", "there", "been", "were", "has",
}  # fmt: skip
ITALIAN = {
    "il", "che", "della", "del", "di", "gli", "una", "sono", "questo", "perché", "nella", "dei",
    "delle", "anche", "più", "non",
}  # fmt: skip


def texts(words: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Text]]:
    """Walk all texts of a wording, each with the path to it."""
    if isinstance(words, Text):
        yield ".".join(path), words
    elif isinstance(words, BaseModel):
        for name in type(words).model_fields:
            yield from texts(getattr(words, name), (*path, name))
    elif isinstance(words, Mapping):
        for name, inner in words.items():
            yield from texts(inner, (*path, str(name)))


def names_in(text: str) -> set[str]:
    """Return the names in braces."""
    return set(re.findall(r"{(\w*)", text))


def without_names(text: str) -> str:
    """Return the letters of a text outside of names in braces."""
    return "".join(re.findall(r"[^\W\d_]", re.sub(r"{.*?}", "", text)))


def foreign_in(text: str, foreign: set[str]) -> set[str]:
    """Return the words of another language in a text; names in braces are no words."""
    return set(re.findall(r"[a-zàèéìòù]+", re.sub(r"{.*?}", "", text).lower())) & foreign


def differences(shapes: tuple[FieldShape, ...], words: Mapping[str, FieldWords]) -> Iterator[str]:
    """Yield what fields and their words do not have in common."""
    asked = [shape.name for shape in shapes]
    for name in [*asked, *(name for name in words if name not in asked)]:
        if name not in words:
            yield f"field {name} has no words"
        elif name not in asked:
            yield f"words for {name}, which is no field"
    for shape in shapes:
        if shape.name in words:
            yield from (f"{shape.name}: {found}" for found in _own(shape, words[shape.name]))


def _own(shape: FieldShape, words: FieldWords) -> Iterator[str]:
    kind = shape.kind
    wanted = set(shape.options) if kind.name in CHOSEN else set()
    if set(words.options) != wanted:
        yield f"options {sorted(wanted ^ set(words.options))}"
    if set(words.anchors) != _steps(shape):
        yield f"anchors {sorted(_steps(shape) ^ set(words.anchors))}"
    # A form that makes one record for each touchpoint has no button to add another.
    if bool(words.add) != (kind.name in LISTED and kind.per is None):
        yield "has an add button" if words.add else "has no words for its add button"
    if kind.name == "matrix":
        # The rows share the matrix's steps.
        yield from (f"{name}: own anchors" for name, row in words.fields.items() if row.anchors)
        asked = {row.name for row in shape.fields}
        yield from (f"row {name}" for name in sorted(asked ^ set(words.fields)))
    else:
        yield from differences(shape.fields, words.fields)


def _steps(shape: FieldShape) -> set[int]:
    rows = shape.fields if shape.kind.name == "matrix" else (shape,)
    if shape.kind.name not in RATED:
        return set()
    low = min(int(row.minimum or 0) for row in rows)
    high = max(int(row.maximum if row.maximum is not None else 4) for row in rows)
    return set(range(low, high + 1))


@EACH
def test_every_field_is_worded_and_every_word_has_its_field(exercise_id: str) -> None:
    model = find_exercise(exercise_id).model
    assert list(differences(shapes_of(model), wording_of(exercise_id).fields)) == []


@EACH
def test_both_languages_say_the_same_names(exercise_id: str) -> None:
    odd = [
        path
        for path, text in texts(wording_of(exercise_id))
        if names_in(text.it) != names_in(text.en)
    ]
    assert not odd


@EACH
def test_languages_differ_where_they_should(exercise_id: str) -> None:
    same = {
        path: text.it
        for path, text in texts(wording_of(exercise_id))
        if text.it == text.en and text.it.lower() not in TERMS and without_names(text.it)
    }
    assert not same, "translate it, or add it to TERMS when both languages call it so"


@EACH
def test_nothing_is_left_in_the_other_language(exercise_id: str) -> None:
    left = {
        path: found
        for path, text in texts(wording_of(exercise_id))
        if (found := foreign_in(text.it, ENGLISH) | foreign_in(text.en, ITALIAN))
    }
    assert not left


def test_chapters_are_worded_in_both_languages() -> None:
    for chapter in chapters():
        for path, text in texts(chapter):
            assert text.it != text.en, (chapter.id, path)
            assert not foreign_in(text.it, ENGLISH) | foreign_in(text.en, ITALIAN)


@pytest.mark.parametrize("path", sorted(exercises().glob("*.yaml")), ids=lambda path: path.stem)
def test_file_reads_the_same_without_libyaml(path: Path) -> None:
    """Python's own loader is stricter than libyaml's, and serves where that is not built in."""
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = path.read_bytes()
    assert yaml.load(data, Loader=yaml.SafeLoader) == yaml.load(data, Loader=fast)  # noqa: S506


def _template_of(node: ast.JoinedStr) -> str:
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
        for part in node.values
    ]
    return "".join(parts)


@cache
def keys_named(slice_name: str) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Return a slice's string literals, its f-strings as patterns, and its plain advice keys."""
    literals: set[str] = set()
    patterns: list[str] = []
    advised: set[str] = set()
    for path in (PACKAGE / slice_name).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns.append(_template_of(node))
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Advice":
                keys = [node.args[0]] if node.args else []
                keys += [keyword.value for keyword in node.keywords if keyword.arg == "key"]
                advised |= {
                    leaf.value
                    for key in keys
                    for leaf in _chosen(key)
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
                }
    return frozenset(literals), tuple(patterns), frozenset(advised)


def _chosen(key: ast.expr) -> Iterator[ast.expr]:
    """Yield what a key can be: itself, or each branch of ``a if … else b``."""
    if isinstance(key, ast.IfExp):
        yield from _chosen(key.body)
        yield from _chosen(key.orelse)
    else:
        yield key


# The thread's breaks are found in the workbook and worded with the exercise that shows them.
BREAKS = {rule.key for rule in RULES} | {"link-broken"}


def test_every_break_of_the_thread_has_words() -> None:
    words = wording_of("thread").advice
    assert BREAKS - words.keys() == set()
    # Breaks of one kind are shown together: only what each says may name its item.
    assert {key for key in BREAKS if names_in(words[key].says.en) - {"name", "field"}} == set()
    assert {key for key in BREAKS if names_in(words[key].why.en + words[key].next.en)} == set()


def test_everything_that_can_be_linked_to_has_a_place_on_the_thread() -> None:
    linked = {kind for name in worded() for kind in targets_of(find_exercise(name).model)}
    assert linked - STAGE_OF.keys() == set()


def _worded_by(slice_name: str) -> list[Wording]:
    return [wording_of(exercise) for exercise in worded(slice_name)]


@pytest.mark.parametrize("name", slices())
def test_every_advice_has_words(name: str) -> None:
    known = {key for words in _worded_by(name) for key in words.advice}
    assert sorted(keys_named(name)[2] - known) == []


@EACH
def test_every_worded_advice_can_be_given(exercise_id: str) -> None:
    words = wording_of(exercise_id)
    literals, patterns, _ = keys_named(words.slice)
    followed = BREAKS if exercise_id == "thread" else set()
    idle = [
        key
        for key in words.advice
        if key not in literals | followed and not any(re.fullmatch(p, key) for p in patterns)
    ]
    assert not idle, f"no check of cxkit/{words.slice} gives it"


@EACH
def test_exercise_has_three_checks_and_can_praise(exercise_id: str) -> None:
    words = wording_of(exercise_id)
    assert len(words.advice) >= 3
    assert '"good"' in "".join(
        path.read_text(encoding="utf-8") for path in (PACKAGE / words.slice).glob("*.py")
    )


def _drawing_sources(slice_name: str) -> str:
    folder = PACKAGE / slice_name
    paths = [*folder.glob("*.py"), *folder.glob("templates/*.j2")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _counted(source: str) -> set[str]:
    """Return the words that are asked for by a number of things, for one and for many."""
    stems = re.findall(r"""\bsay\.count\(["']([\w-]+)["'][,)]""", source)
    return {f"{stem}-{number}" for stem in stems for number in ("one", "many")}


@pytest.mark.parametrize("name", slices())
def test_every_word_a_picture_asks_for_is_there(name: str) -> None:
    source = _drawing_sources(name)
    asked = set(re.findall(r"""\bsay\(["']([\w-]+)["'][,)]""", source))
    asked |= set(re.findall(r"""\bpicture\[["']([\w-]+)["']\]""", source))
    asked |= set(re.findall(r"\{\{ ?words\.([a-z]\w*)", source))
    asked |= _counted(source)
    known = {key for words in _worded_by(name) for key in words.picture}
    assert sorted(asked - known) == []


@EACH
def test_every_word_for_a_picture_is_drawn(exercise_id: str) -> None:
    words = wording_of(exercise_id)
    source = _drawing_sources(words.slice)
    beginnings = set(re.findall(r"""["']([a-z][\w-]*)["'] ~""", source))
    beginnings |= set(re.findall(r"""f["']([a-z][\w-]*)\{""", source))
    endings = set(re.findall(r"""~ ["']([_-][\w-]*)["']""", source))
    endings |= set(re.findall(r"""\}([_-][\w-]*)["']""", source))
    idle = [
        key
        for key in words.picture
        if key not in _counted(source)
        and not re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", source)
        and not key.startswith(tuple(beginnings))
        and not key.endswith(tuple(endings))
    ]
    assert not idle


@pytest.mark.parametrize("exercise", exercise_ids())
def test_no_text_says_the_same_over_and_over(exercise: str) -> None:
    """A script once followed a YAML alias and wrote texts two and six times in a row."""
    text = (exercises() / f"{exercise}.yaml").read_text(encoding="utf-8")
    doubled = re.findall(r"(?:it|en): ['\"]?([^,}\n'\"]{5,}?)\1+['\"]?[,}\n]", text)
    assert doubled == []
