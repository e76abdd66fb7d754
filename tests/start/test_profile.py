"""The profile: short, forgiving, and its card."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cxkit.start import Profile
from tests.markup import Markup, assert_safe, words_of
from tests.texts import HOSTILE, NASTY

PROFILES = st.builds(
    Profile,
    name=NASTY,
    company=NASTY,
    sector=NASTY,
    customers=NASTY,
    goals=NASTY,
    case=st.sampled_from(["", "own", "bank", "railway", "beauty", "cleaning"]),
    size=st.sampled_from(["", "micro", "large"]),
    channels=st.lists(st.sampled_from(["store", "self-service"]), max_size=2),
)


def keys(lang="it", **fields):
    return {advice.key for advice in Profile(**fields).checks(lang=lang)}


def test_an_empty_profile_is_left_in_peace():
    assert keys() == set()


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("case-open", {"name": "A"}, {"case": "bank"}),
        ("sample-chosen", {"case": "railway"}, {"case": "own"}),
        ("company-missing", {"case": "own"}, {"case": "own", "company": "X"}),
        ("company-missing", {"case": "own"}, {"case": "bank"}),
        ("customers-missing", {"case": "own"}, {"case": "own", "customers": "Famiglie"}),
        ("customers-everybody", {"customers": "Tutti"}, {"customers": "Chi viaggia"}),
        ("channels-missing", {"case": "own"}, {"case": "own", "channels": ["phone"]}),
        ("goal-missing", {"case": "bank"}, {"goals": "Ridurre le attese"}),
        ("goal-vague", {"goals": "Migliorare"}, {"goals": "Migliorare le risposte entro un'ora"}),
        ("goal-observable", {"goals": "Rispondere in 2 ore"}, {"goals": "Rispondere meglio"}),
        (
            "case-ready",
            {"case": "own", "company": "X", "customers": "Famiglie", "channels": ["app"]},
            {"case": "own", "company": "X", "customers": "Tutti", "channels": ["app"]},
        ),
    ],
)
def test_a_check_fires_and_is_silent(key, fires, silent):
    assert key in keys(**fires)
    assert key not in keys(**silent)


def test_english_word_lists():
    assert "customers-everybody" in keys("en", customers="Everyone")
    assert "goal-vague" in keys("en", goals="Improve the customer experience")
    assert "goal-observable" in keys("en", goals="Improve waiting within three months")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    profile = Profile(name=text, company=text, sector=text, customers=text, goals=text)
    html = profile.picture(lang="it").html
    assert_safe(html)
    assert words_of(html).count(" ".join(text.split())) == 5


def test_a_text_of_200_kilobytes_is_refused():
    for field in ("name", "company", "customers", "goals"):
        with pytest.raises(ValidationError):
            Profile(**{field: "a" * 200_000})


@settings(max_examples=60, deadline=None)
@given(PROFILES, st.sampled_from(["it", "en"]))
def test_any_profile_draws_well_formed_markup_that_does_not_change(profile, lang):
    html = profile.picture(lang=lang).html
    Markup(html)
    assert html == profile.picture(lang=lang).html


def test_the_card_names_the_case_and_invites_to_fill_it_in():
    assert "Caso pronto: una ferrovia" in words_of(Profile(case="railway").picture(lang="it").html)
    empty = words_of(Profile().picture(lang="en").html)
    assert "Your company" in empty
    assert "those who choose us will notice that" in empty
