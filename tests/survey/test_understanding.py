"""What columns mean, what is asked of people, and what is never assumed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxkit.survey.counting import count_survey
from cxkit.survey.errors import SurveyError
from cxkit.survey.mapping import Mapping, Question
from cxkit.survey.opening import open_table
from cxkit.survey.profile import Column, Profile, profile_of
from cxkit.survey.suggest import scale_of, suggest
from cxkit.survey.understanding import still_open, understand
from tests.survey.files import TRICKY, messy_xlsx, written


def column(values: dict[str, int], blank: int = 0, name: str = "q") -> Column:
    return Column(name, values, sum(values.values()), blank)


def test_columns_are_recognised_by_name_and_content(tmp_path: Path) -> None:
    found = suggest(profile_of(open_table(written(tmp_path, TRICKY.encode()))))
    assert (found.wave, found.respondent, found.weight) == ("Onda", "id", "Peso")
    assert [one.column for one in found.questions] == ["Quanto è soddisfatto della filiale?"]
    assert found.segments == ("Città",)


def test_a_messy_spreadsheet_gets_waves_from_its_dates(tmp_path: Path) -> None:
    found = suggest(profile_of(open_table(messy_xlsx(tmp_path))))
    assert (found.wave, found.period, found.respondent, found.unit) == (
        "Data",
        "year",
        "Codice",
        "Filiale",
    )
    assert {one.column: one.scale for one in found.questions} == {
        "Servizio · Nel complesso": "1-10",
        "Servizio · Tempi": "1-10",
        "Servizio · Cortesia": "1-10",
    }
    assert found.outcome() == found.questions[0]


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ({"1": 5, "3": 9, "5": 20, "9": 2}, "1-5"),
        ({"0": 9, "1": 5, "3": 9, "5": 20}, "1-5"),
        ({"2": 5, "7": 9}, "1-7"),
        ({"0": 2, "5": 9, "10": 9}, "0-10"),
        ({"10 - very good": 9, "1 - bad": 3, "DK": 2}, "1-10"),
        ({"Very good (5)": 9, "Bad (1)": 3}, "1-5"),
        ({"sì": 9, "no": 3}, "yes-no"),
        ({"7,5": 9, "8": 3, "10": 4}, "1-10"),
        ({"north": 9, "south": 3}, None),
        ({"123456": 1, "123457": 1}, None),
    ],
)
def test_scale_is_the_smallest_that_holds_the_answers(
    values: dict[str, int], scale: str | None
) -> None:
    assert scale_of(column(values)) == scale


def test_codes_are_asked_about_and_never_counted_unasked() -> None:
    found = understand(
        Question(column="q", scale="1-10"), column({"8": 5, "99": 3, "n.d.": 2, "0": 1}, 4)
    )
    assert (found.answers, found.blank) == (5, 4)
    assert dict(found.outside) == {"99": 3, "n.d.": 2, "0": 1}
    assert found.is_open


def test_codes_that_somebody_has_explained_are_no_answers() -> None:
    question = Question(column="q", scale="1-10", missing=("99",))
    found = understand(question, column({"8": 5, "99": 3}))
    assert (found.answers, dict(found.missing), found.is_open) == (5, {"99": 3}, False)


def test_a_spike_of_zeros_is_asked_about_on_a_scale_from_zero() -> None:
    values = {"0": 60, "1": 1, "8": 50, "10": 40}
    question = Question(column="q", scale="0-10")
    assert dict(understand(question, column(values)).doubtful) == {"0": 60}
    kept = question.model_copy(update={"kept": ("0",)})
    assert not understand(kept, column(values)).is_open


def test_an_nps_takes_whole_numbers_only() -> None:
    found = understand(Question(column="q", scale="0-10", figure="nps"), column({"8": 5, "7,5": 1}))
    assert dict(found.outside) == {"7,5": 1}


def test_nothing_is_counted_while_something_is_open(tmp_path: Path) -> None:
    table = open_table(written(tmp_path, TRICKY.encode()))
    profile = profile_of(table)
    mapping = suggest(profile)
    assert still_open(mapping, profile)
    with pytest.raises(SurveyError) as refused:
        count_survey(table, mapping, profile)
    assert "99" in refused.value.message("en")


def test_a_profile_is_kept_and_comes_back() -> None:
    profile = Profile(9, {"q": column({"8": 5}, 4)})
    assert Profile.from_dict(profile.to_dict()) == profile


def test_a_mapping_knows_no_other_keys() -> None:
    with pytest.raises(ValueError, match="extra"):
        Mapping.model_validate({"wave": "a", "folder": "/etc"})


def test_days_with_two_digits_for_the_year_tell_the_waves() -> None:
    days = column({"03/11/14": 20, "28/02/15": 20}, name="data intervista")
    found = suggest(Profile(40, {days.name: days}))
    assert (found.wave, found.period, found.respondent) == ("data intervista", "year", "")


def test_who_asks_all_year_round_gets_quarters_and_a_campaign_one_wave() -> None:
    asked = {"03/02/2026": 5, "18/05/2026": 5, "20/10/2026": 5}
    campaign = {"20/09/2026": 5, "02/10/2026": 5, "25/10/2026": 5}
    for days, period in ((asked, "quarter"), (campaign, "year")):
        found = suggest(Profile(15, {"Data": column(days, name="Data")}))
        assert (found.wave, found.period) == ("Data", period)


def test_minutes_with_decimals_are_no_scores_and_half_marks_are() -> None:
    assert scale_of(column({"12,4": 2, "7,1": 2, "30,9": 2, "5": 1}, name="Attesa")) is None
    assert scale_of(column({"7,5": 3, "8": 9, "6": 4, "10": 2}, name="Voto")) == "1-10"


def test_the_scale_in_a_name_holds_when_nobody_gave_its_lowest_score() -> None:
    name = "Quanto è probabile che ci consigli? (0–10)"
    assert scale_of(column({"1": 20, "8": 30, "10": 30}, name=name)) == "0-10"
    assert scale_of(column({"1": 20, "8": 30, "10": 30}, name="Voto (1-5)")) == "1-10"


def test_both_decimal_marks_in_one_column_are_scores() -> None:
    voto = column({"8,0": 20, "7,0": 20, "6.0": 20, "9": 20}, name="voto")
    found = suggest(Profile(80, {"voto": voto}))
    assert still_open(found, Profile(80, {"voto": voto})) == []
    assert found.question("voto") is not None


def test_scores_among_words_are_asked_about_and_not_dropped() -> None:
    voto = column({"8,0": 20, "7": 20, "9": 20, "otto": 12, "n.d.": 12}, name="voto")
    found = suggest(Profile(84, {"voto": voto}))
    assert found.question("voto") is not None
    [opened] = still_open(found, Profile(84, {"voto": voto}))
    assert set(opened.outside) == {"otto", "n.d."}


def test_numbers_of_people_that_start_again_in_each_file_are_no_scores(tmp_path: Path) -> None:
    for year in ("2014", "2015", "2016"):
        rows = "".join(f"{at};{at % 11}\n" for at in range(100))
        (tmp_path / f"{year}.csv").write_text("id;voto\n" + rows)
    found = suggest(profile_of(open_table(tmp_path)))
    assert [one.column for one in found.questions] == ["voto"]
    assert found.wave == "file"


def test_a_file_of_names_alone_is_refused_in_the_language_of_the_page(tmp_path: Path) -> None:
    with pytest.raises(SurveyError) as caught:
        profile_of(open_table(written(tmp_path, b"anno;voto\n")))
    assert "nessuna riga" in caught.value.message("it")
