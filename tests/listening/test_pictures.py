"""Pictures of needs and listening posts: safe, well formed, and telling what matters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.listening import KanoAnswer, Listening, LogEntry, Needs, Post, Requirement, Sheets
from cxkit.listening.picture import draw_needs, draw_posts
from cxkit.listening.plot import APART, marks_of
from cxkit.stats.kano_table import wilson
from tests.listening.cases import BLUEPRINT, JOURNEY, PERSONAS, context_of
from tests.markup import Markup, assert_safe, words_of
from tests.texts import HOSTILE, IDS, NASTY

REQUIREMENTS = st.builds(
    Requirement, id=IDS, text=NASTY, need=st.sampled_from(["", "n1", "gone"]), why=NASTY,
    side=st.sampled_from(["", "minimum", "proportional", "memorable"]), functional=NASTY,
)  # fmt: skip
POSTS = st.builds(
    Post, id=IDS, name=NASTY, touchpoints=st.lists(st.sampled_from(["t1", "t2", "gone"])),
    signal=st.sampled_from(["", "survey", "churn"]), collector=NASTY, receiver=NASTY,
    power=st.sampled_from(["", "decides", "informed"]), decision=NASTY,
)  # fmt: skip
ENTRIES = st.builds(
    LogEntry, id=IDS, said=NASTY, people=st.none() | st.floats(0, 1e6),
    touchpoint=st.sampled_from(["", "t1"]), stage=st.sampled_from(["", "heard", "answered"]),
    done=NASTY,
)  # fmt: skip
SHARES = st.integers(1, 50).flatmap(lambda n: st.integers(0, n).map(lambda count: wilson(count, n)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    row = Requirement(id="r1", text=text, why=text, functional=text, dysfunctional=text)
    needs = Needs(requirements=[row], asked=text, learned=text,
                  sheets=[Sheets(requirement="r1", pairs="25 " * 6 + text)],
                  answers=[KanoAnswer(respondent=text)])  # fmt: skip
    posts = Listening(
        posts=[Post(name=text, collector=text, receiver=text, decision=text, touchpoints=["t1"])],
        log=[LogEntry(said=text, heard_by=text, receiver=text, done=text, stage="decided")],
        reading=text,
    )
    for answer in (needs, posts):
        html = answer.picture(JOURNEY, PERSONAS, lang="it").html
        assert_safe(html)
        assert " ".join(text.split()) in words_of(html)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(REQUIREMENTS, max_size=3, unique_by=lambda one: one.id),
    st.text("12345 ", max_size=60),
    st.sampled_from(["it", "en"]),
)
def test_any_canvas_draws_well_formed_markup_that_does_not_change(requirements, pairs, lang):
    sheets = [Sheets(requirement=one.id, pairs=pairs) for one in requirements]
    answer = Needs(requirements=requirements, sheets=sheets)
    context = context_of(answer, PERSONAS, lang=lang)
    picture = draw_needs(answer, context)
    Markup(picture.html)
    assert picture == draw_needs(answer, context)


@settings(max_examples=40, deadline=None)
@given(st.lists(POSTS, max_size=3), st.lists(ENTRIES, max_size=2), st.sampled_from(["it", "en"]))
def test_any_posts_draw_well_formed_markup_that_does_not_change(posts, log, lang):
    answer = Listening(posts=posts, log=log)
    context = context_of(answer, JOURNEY, BLUEPRINT, lang=lang)
    picture = draw_posts(answer, context)
    Markup(picture.html)
    assert picture == draw_posts(answer, context)


def test_the_canvas_says_where_the_answers_contradict_the_guess():
    row = Requirement(id="r1", text="News", need="n1", side="memorable")
    answer = Needs(requirements=[row], sheets=[Sheets(requirement="r1", pairs="25 " * 6)])
    text = words_of(answer.picture(PERSONAS).html)
    assert "The answers say otherwise: minimum (6)" in text
    assert "Serves: Know where it stands · Anna" in text
    assert "100% (61–100)" in text


def test_a_result_below_five_answers_is_withheld_with_its_reason():
    row = Requirement(id="r1", text="News", side="minimum")
    answer = Needs(requirements=[row], sheets=[Sheets(requirement="r1", pairs="25 " * 4)])
    html = answer.picture().html
    assert "the result is withheld" in words_of(html)
    assert "100%" not in words_of(html)
    assert 'class="plot"' not in html


def test_questions_left_empty_are_worded_from_the_entry():
    answer = Needs(requirements=[Requirement(text="Notizie ogni due giorni")])
    text = words_of(answer.picture(lang="it").html)
    assert "Immagini di poter contare su questo: Notizie ogni due giorni . Come si sente?" in text


@given(st.lists(st.tuples(SHARES, SHARES), max_size=20))
def test_no_number_of_the_plot_hides_another(shares):
    points = [(number, *pair) for number, pair in enumerate(shares, start=1)]
    marks = marks_of(points)
    assert len(marks) == len(points)
    for one in marks:
        for other in marks:
            if one is not other:
                apart = ((one.at_x - other.at_x) ** 2 + (one.at_y - other.at_y) ** 2) ** 0.5
                assert apart >= APART * 0.9


def test_holes_in_the_coverage_are_named():
    whole = {"signal": "survey", "receiver": "Head", "decision": "Which field to drop"}
    answer = Listening(posts=[Post(name="Survey", touchpoints=["t1"], **whole)])
    text = words_of(answer.picture(JOURNEY).html)
    assert "A moment of truth, and nobody listens" in text
    assert "1 of 2" in text
    lost = Listening(posts=[Post(name="Survey", touchpoints=["t1"], signal="survey")])
    assert "It reaches no decision" in words_of(lost.picture(JOURNEY).html)


def test_the_log_shows_how_far_a_sentence_got():
    entry = LogEntry(said="Again", people=1200, stage="passed", receiver="Head of IT")
    html = Listening(log=[entry]).picture(lang="it").html
    assert html.count('<li class="on">') == 2
    assert "1.200 persone in un mese" in words_of(html)


def test_empty_answers_say_what_will_come():
    assert "Qui comparirà la tela" in words_of(Needs().picture(lang="it").html)
    assert "The coverage will stand here" in words_of(Listening().picture().html)
