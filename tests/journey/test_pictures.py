"""The pictures: well formed, harmless, readable at every size, the same each time."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases
from cxkit.core.wording import wording_of
from cxkit.journey import (
    Assessment,
    Blueprint,
    Handover,
    Journey,
    Line,
    Obstacle,
    Phase,
    Touchpoint,
)
from cxkit.journey.curve import MIDDLE
from cxkit.journey.layout import bands_of, stretches_of
from cxkit.journey.picture import draw_assessment, draw_blueprint, draw_journey
from tests.journey import cases

HOSTILE = "<script>alert(1)</script>\"'> {{7*7}} {title} %s ﷽ עברית 🚆 &amp; </style>"
SAY = Phrases("journey-map", "en")


def tree(picture):
    """Parse a picture as XML, which is stricter than HTML: each tag closed, each text escaped."""
    return ET.fromstring(picture.html)  # noqa: S314 (our own markup)


def words(picture):
    root = tree(picture)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "style":
                parent.remove(child)
    return " ".join("".join(root.itertext()).split())


def cells(picture, tag):
    return ["".join(e.itertext()).strip() for e in tree(picture).iter() if e.tag == tag]


def drawn(journey, blueprint, assessment, lang="it"):
    context = Context.of(journey, blueprint, assessment, lang=lang)
    return [
        draw_journey(journey, context),
        draw_blueprint(blueprint, context),
        draw_assessment(assessment, context),
    ]


def the_bank(lang="it"):
    return drawn(cases.bank(), cases.bank_blueprint(), cases.bank_assessment(), lang)


def hostile():
    journey = Journey(
        title=HOSTILE,
        goal=HOSTILE,
        begins=HOSTILE,
        phases=(Phase(id="p", name=HOSTILE, aim=HOSTILE),),
        touchpoints=(
            Touchpoint(
                id="t", name=HOSTILE, phase="p", action=HOSTILE, need=HOSTILE, quote=HOSTILE,
                expectation=HOSTILE, pain=HOSTILE, opportunity=HOSTILE, emotion=-3,
            ),
        ),
    )  # fmt: skip
    line = Line(
        touchpoint="t", front_stage=HOSTILE, back_stage=HOSTILE, support=HOSTILE, rule=HOSTILE,
        department=HOSTILE, also=("<u>x",), owner=HOSTILE, system=HOSTILE,
    )  # fmt: skip
    handover = Handover(
        touchpoint="t", giver=HOSTILE, receiver=HOSTILE, passes=HOSTILE, lost=HOSTILE,
        agreement=HOSTILE,
    )  # fmt: skip
    obstacle = Obstacle(
        id="o", touchpoint="t", kind="process", what=HOSTILE, effect=HOSTILE, evidence=HOSTILE
    )
    return (
        journey,
        Blueprint(departments=("<u>y",), lines=(line,), handovers=(handover,)),
        Assessment(obstacles=(obstacle,), first="o", reason=HOSTILE),
    )


@pytest.mark.parametrize("place", [0, 1, 2])
def test_hostile_text_is_only_text(place):
    picture = drawn(*hostile())[place]
    tags = {element.tag for element in tree(picture).iter()}
    assert not tags & {"script", "u"}
    assert "<script" not in picture.html
    assert "{{7*7}}" in words(picture)
    assert "49" not in words(picture)


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_picture_has_title_description_language_and_caption(place, lang):
    picture = the_bank(lang)[place]
    root = tree(picture)
    assert root.tag == "figure"
    assert root.get("lang") == lang
    assert root.get("aria-label") == picture.title
    assert picture.description in words(picture)
    assert picture.wide
    assert all(cells(picture, "caption"))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_empty_answer_draws_an_invitation(place):
    picture = drawn(Journey(), Blueprint(), Assessment())[place]
    assert not [e for e in tree(picture).iter() if e.tag == "table"]
    assert picture.title in words(picture)
    assert picture.description in words(picture)


def test_the_same_answer_draws_the_same_bytes():
    assert [p.html for p in the_bank()] == [p.html for p in the_bank()]


def test_pictures_carry_no_ids_that_could_meet_on_one_page():
    assert not [e for p in the_bank() for e in tree(p).iter() if e.get("id")]


def test_scrolling_parts_can_be_reached_and_have_a_name():
    for picture in the_bank():
        parts = [e for e in tree(picture).iter() if "scroll" in e.get("class", "").split()]
        assert parts
        assert all(e.get("tabindex") == "0" and e.get("aria-label") for e in parts)


def test_the_map_says_emotions_in_signs_and_words():
    text = words(the_bank()[0])
    assert "−3 rabbia" in text
    assert "+3 entusiasmo" in text
    assert text.count("Momento della verità") == 2


def test_a_point_of_the_curve_says_under_the_mouse_what_it_is():
    told = re.findall(r'class="feel" title="([^"]+)"', the_bank()[0].html)
    assert told
    assert all(re.match(r"\d+ · .+: [−+]?\d \w+( «.+»)?$", one) for one in told)


def test_every_emotion_has_its_word():
    options = wording_of("journey-map").picture
    assert {f"feel{e}" for e in range(-3, 4)} <= set(options)


def test_a_step_nobody_owns_is_marked_and_an_untold_handover_drawn():
    text = words(the_bank()[1])
    assert text.count("Non è di nessuno") == 1
    assert "da Marketing a Filiali passaggio non descritto" in text
    assert "Non coinvolti: Personale" in text


def test_points_without_obstacles_show_whether_somebody_looked():
    text = words(the_bank()[2])
    assert text.count("Esaminato, in ordine") == 2
    assert text.count("Non ancora esaminato") == 2
    assert "gravità 4 su 4" in text


def test_a_long_text_is_cut_and_the_whole_of_it_stays_within_reach():
    long = "parola " * 570
    picture = draw_journey(cases.large(1, 1, long), Context())
    whole = [e for e in tree(picture).iter() if e.tag == "details"]
    assert len(whole) == 6
    assert words(picture).count("parola") == 6 * 570


@pytest.mark.parametrize(("phases", "each"), [(4, 1), (7, 2), (12, 2), (4, 8), (16, 1)])
def test_bands_hold_every_touchpoint_once_in_columns_wide_enough_for_a_page(phases, each):
    journey = cases.large(phases, each)
    bands = bands_of(stretches_of(journey, SAY))
    numbers = [column.number for band in bands for column in band.columns]
    assert numbers == list(range(1, phases * each + 1))
    assert max(len(band.columns) for band in bands) <= 7


def test_a_phase_is_kept_whole_when_a_band_can_hold_it():
    bands = bands_of(stretches_of(cases.large(7, 4), SAY))
    assert not [s for band in bands for s in band.stretches if s.continued]


def test_a_phase_without_touchpoints_keeps_its_place():
    journey = Journey(phases=(Phase(name="First"), Phase(name="Then")))
    assert cells(draw_journey(journey, Context()), "th").count("No touchpoint yet") == 2


def test_blueprint_lines_are_drawn_even_without_a_map():
    blueprint = Blueprint(lines=(Line(touchpoint="gone", front_stage="Greets"),))
    assert "Greets" in words(draw_blueprint(blueprint, Context()))


texts = st.text(max_size=40)
links = st.sampled_from(["", "a", "b", "gone"])
channels = st.lists(st.sampled_from(["web", "post", "in-use"]), max_size=3).map(tuple)
phases = st.builds(Phase, id=st.sampled_from(["a", "b"]), name=texts, aim=texts)
emotions = st.none() | st.integers(-3, 3)
touchpoints = st.builds(
    Touchpoint, id=st.sampled_from(["t1", "t2", "t3"]), name=texts, phase=links, action=texts,
    need=texts, quote=texts, channels=channels, emotion=emotions, moment_of_truth=st.booleans(),
    consistency=st.none() | st.integers(0, 4), evidence=st.sampled_from(["", "assumed", "told"]),
)  # fmt: skip
journeys = st.builds(
    Journey,
    title=texts,
    goal=texts,
    phases=st.lists(phases, max_size=4).map(tuple),
    touchpoints=st.lists(touchpoints, max_size=10).map(tuple),
)
steps = st.builds(
    Line, touchpoint=st.sampled_from(["", "t1", "t2", "gone"]), front_stage=texts,
    department=texts, owner=texts, rule=texts,
)  # fmt: skip
handovers = st.builds(Handover, touchpoint=links, giver=texts, receiver=texts, lost=texts)
blueprints = st.builds(
    Blueprint,
    departments=st.lists(texts, max_size=3).map(tuple),
    lines=st.lists(steps, max_size=5).map(tuple),
    handovers=st.lists(handovers, max_size=3).map(tuple),
)
obstacles = st.builds(
    Obstacle, touchpoint=st.sampled_from(["", "t1", "gone"]), what=texts, effect=texts,
    kind=st.sampled_from(["", "process", "technology"]), severity=st.none() | st.integers(0, 4),
)  # fmt: skip
assessments = st.builds(Assessment, obstacles=st.lists(obstacles, max_size=5).map(tuple))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(journeys, blueprints, assessments, st.sampled_from(["it", "en"]))
def test_anything_valid_is_drawn_well_formed_and_checked(journey, blueprint, assessment, lang):
    for picture in drawn(journey, blueprint, assessment, lang):
        ids = [e.get("id") for e in tree(picture).iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        assert picture.title
        assert picture.description
    for answer in (journey, blueprint, assessment):
        answer.checks(journey, blueprint, lang=lang)


def test_bands_scroll_without_crowding_the_landmarks():
    for picture in the_bank("en"):
        roles = [element.get("role") for element in tree(picture).iter()]
        assert "region" not in roles
        assert "group" in roles


def test_a_point_at_a_glance_stands_further_from_the_middle_than_among_words():
    journey = cases.large(phases=6, each=3)
    picture = draw_journey(journey, Context.of(journey, lang="en"))
    tops = [
        abs(float(found[1]) - MIDDLE)
        for element in tree(picture).iter("span")
        if "dot" in (element.get("class") or "").split()
        and (found := re.fullmatch(r"top:([\d.]+)%", element.get("style") or ""))
    ]
    glance, map_ = tops[: len(tops) // 2], tops[len(tops) // 2 :]
    assert sum(glance) > 1.4 * sum(map_) > 0
