"""Drawn portraits: each can be chosen, is shown safely, and is named in both languages."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from pydantic import ValidationError

from cxkit.core.exercise import find_exercise
from cxkit.core.portraits import (
    LOOKS,
    is_drawn,
    picture_source,
    portrait_svg,
    portrait_words,
    portraits,
)
from cxkit.forms.spec import form_fields
from cxkit.personas import Persona, Personas
from cxkit.report import report_html
from cxkit.workbook import Workbook
from tests.markup import Markup, words_of

EACH = pytest.mark.parametrize("name", LOOKS)


@EACH
def test_a_persona_keeps_a_drawing_and_shows_it(name: str) -> None:
    persona = Persona(name="Anna", portrait=f"portrait:{name}")
    html = persona.picture(lang="en").html
    (source,) = [value for key, value in Markup(html).attributes if key == "src"]
    assert unquote(source) == "data:image/svg+xml," + portrait_svg(name)
    assert 'alt="Portrait of Anna"' in html


@EACH
def test_a_portrait_is_plain_svg_that_asks_for_nothing(name: str) -> None:
    markup = Markup(portrait_svg(name))
    assert set(markup.tags) <= {"svg", "g", "path", "circle", "ellipse", "rect", "clippath"}
    assert not [key for key, _ in markup.attributes if key.startswith("on") or "href" in key]
    assert words_of(portrait_svg(name)) == ""


def test_drawings_differ_and_are_named_in_both_languages() -> None:
    assert len({portrait_svg(name) for name in LOOKS}) == len(LOOKS) >= 8
    said = [portrait_words(f"portrait:{name}", lang) for name in LOOKS for lang in ("it", "en")]
    assert len(set(said)) == 2 * len(LOOKS)


def test_the_form_offers_them_with_their_words() -> None:
    (personas, *_) = form_fields(find_exercise("buyer-persona"), "it")
    portrait = next(one for one in personas["fields"] if one["name"] == "portrait")
    assert portrait["drawings"] == portraits("it")
    assert all(one["label"].startswith("Persona") for one in portrait["drawings"])


@pytest.mark.parametrize("value", ["portrait:", "portrait:<b>", "portrait:../x", "portrait:A", "x"])
def test_what_names_no_drawing_is_refused(value: str) -> None:
    assert not is_drawn(value)
    with pytest.raises(ValidationError, match="image-type"):
        Persona(portrait=value)


def test_a_drawing_of_a_newer_version_is_kept_and_the_initials_stand_for_it() -> None:
    persona = Persona(name="Anna Bo", portrait="portrait:not-yet")
    assert picture_source(persona.portrait) == ""
    assert "AB" in words_of(persona.picture().html)


def test_the_report_shows_it_on_the_summary_and_with_the_answers() -> None:
    person = Persona(name="Anna", portrait="portrait:bob", quote="Here")
    page = report_html(Workbook("Bank", "en").with_answer(Personas(personas=[person])))
    assert page.count(picture_source("portrait:bob")) >= 2
    assert "portrait:bob" not in page
