"""The deck as PowerPoint reads it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches

from cxkit.journey import Journey
from cxkit.journey.model import Phase, Touchpoint
from cxkit.report.brand import Brand, Font
from cxkit.resources import samples
from cxkit.workbook import Workbook
from tests.report.formats.conftest import made, parts

# A table may be a little higher than the room that was reckoned for it.
SLACK = Inches(0.15)


def deck_of(book: Workbook, **options: Any) -> Any:
    return Presentation(io.BytesIO(made(book, "pptx", **options)))


def texts_of(deck: Any) -> str:
    found = []
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


@pytest.fixture(scope="module")
def deck(bank: Workbook) -> Any:
    return deck_of(bank)


def long_journey(count: int, text: str) -> Workbook:
    phases = tuple(Phase(id=f"p{n}", name=f"Phase {n} {text}"[:200]) for n in range(5))
    points = tuple(
        Touchpoint(id=f"t{n}", name=f"Point {n} {text}"[:200], phase=f"p{n * 5 // count}",
                   emotion=n % 7 - 3, action=text[:4000], quote=text[:4000], pain=text[:4000])
        for n in range(count)
    )  # fmt: skip
    return Workbook("Long", "en").with_answer(Journey(title="J", phases=phases, touchpoints=points))


def test_every_slide_is_16_to_9_with_a_title_and_notes(deck: Any) -> None:
    assert round(deck.slide_width / deck.slide_height, 2) == round(16 / 9, 2)
    for slide in list(deck.slides)[1:]:
        assert slide.shapes.title.text_frame.text
    assert all(slide.has_notes_slide for slide in list(deck.slides)[2:])


def test_nothing_stands_outside_its_slide(deck: Any) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height + SLACK


def test_charts_tables_and_pictures_say_aloud_what_they_show(deck: Any) -> None:
    spoken = [
        shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table or shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert len(spoken) > 10
    assert all(spoken)


def test_the_journey_is_a_chart_whose_figures_can_be_edited(english: Workbook) -> None:
    journey: Any = english.answer("journey-map")
    charts = [shape.chart for slide in deck_of(english).slides for shape in slide.shapes
              if shape.has_chart]  # fmt: skip
    whole = [one.emotion for one in journey.in_order()]
    assert whole in [list(chart.plots[0].series[0].values) for chart in charts]
    assert all(chart.part.chart_workbook.xlsx_part is not None for chart in charts)


def test_the_roadmap_ties_its_bars_by_arrows_that_stay_attached(english: Workbook) -> None:
    road: Any = english.answer("roadmap")
    arrows = [shape for slide in deck_of(english).slides for shape in slide.shapes
              if shape._element.xpath(".//a:tailEnd")]  # fmt: skip
    assert len(arrows) == sum(len(road.before(step)) for step in road.steps)
    assert all(arrow._element.xpath(".//a:stCxn") for arrow in arrows)


def test_every_text_says_which_language_it_is_in(deck: Any, bank: Workbook) -> None:
    for slide in deck.slides:
        runs = slide._element.xpath(".//a:r/a:rPr")
        assert {run.get("lang")[:2] for run in runs} <= {bank.lang}


def test_a_deck_in_english_of_answers_in_italian_tells_them_apart() -> None:
    bank = Workbook.read(samples() / "bank.it.cxworkbook.json")
    slides = deck_of(bank, lang="en").slides
    spoken = {run.get("lang") for slide in slides for run in slide._element.xpath(".//a:r/a:rPr")}
    assert spoken == {"it-IT", "en-GB"}


@pytest.mark.parametrize("count", [1, 7, 30, 60])
def test_a_long_journey_goes_on_from_slide_to_slide_and_loses_nothing(count: int) -> None:
    book = long_journey(count, "said at length " * 8)
    shown = deck_of(book)
    text = texts_of(shown)
    assert all(f"Point {n}" in text for n in range(count))
    for slide in shown.slides:
        assert all(shape.top + shape.height <= shown.slide_height + SLACK for shape in slide.shapes)


def test_a_text_too_long_for_a_slide_stands_whole_in_the_notes() -> None:
    words = " ".join(f"word{n}" for n in range(500))
    shown = deck_of(long_journey(2, words))
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in shown.slides
                      if slide.has_notes_slide)  # fmt: skip
    assert "…" in texts_of(shown)
    assert "word450" in notes


def test_the_brand_is_the_theme(english: Workbook) -> None:
    brand = Brand(name="Mill & Co", accent="#123456", heading=Font("Verdana"))
    theme = parts(made(english, "pptx", brand=brand))["ppt/theme/theme1.xml"].decode()
    assert "123456" in theme
    assert "Verdana" in theme


def test_an_exercise_asked_for_by_name_has_slides_too(english: Workbook) -> None:
    text = texts_of(deck_of(english, exercises=("survey-design",)))
    assert "The first days of the account" in text


def test_a_drawn_portrait_is_a_picture_as_a_photo_is(deck: Any, bank: Workbook) -> None:
    personas = bank.answers["buyer-persona"].personas  # type: ignore[attr-defined]
    drawn = [one.name for one in personas if one.portrait.startswith("portrait:")]
    pictures = [
        shape
        for slide in deck.slides
        if slide.shapes.title is not None and slide.shapes.title.text_frame.text in drawn
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert drawn
    assert len(pictures) == len(drawn)
    assert {picture.image.content_type for picture in pictures} == {"image/png"}
