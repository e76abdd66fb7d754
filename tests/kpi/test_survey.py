"""The survey: honest words, right scales, enough answers, nobody punished."""

import pytest

from cxkit.kpi import Kpi, KpiPlan, Survey, SurveyItem
from cxkit.kpi.effort import minutes_of

PLAN = KpiPlan(
    kpis=[
        Kpi(id="nps", name="NPS", scale="nps-0-10"),
        Kpi(id="ease", name="Ease", scale="ces-1-7"),
        Kpi(id="told", name="Told", scale="share"),
    ]
)


def keys(survey, *others, lang="en"):
    return {advice.key for advice in survey.checks(*others, lang=lang)}


def asking(text, lang="en", *others, **fields):
    question = SurveyItem(**{"kind": "csat-1-5", **fields, "text": text})
    return keys(Survey(questions=[question]), *others, lang=lang)


def test_an_empty_survey_is_left_in_peace():
    assert keys(Survey()) == set()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The only good score is 10. How did it go?", "en"),
        ("Please give us a 10", "en"),
        ("Anything below 9 is a fail for us", "en"),
        ("Dateci 10!", "it"),
        ("L'unico voto che ci aiuta è il 10", "it"),
        ("Per noi conta solo il massimo dei voti", "it"),
    ],
)
def test_begging_is_found_in_questions_invitation_and_closing(text, lang):
    assert "begging" in asking(text, lang)
    for field in ("invitation", "closing"):
        assert "begging" in keys(Survey(**{field: text}), lang=lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("From 0 to 10, how likely are you to recommend us?", "en"),
     ("Da 0 a 10, quanto è probabile che ci consigli?", "it")],
)  # fmt: skip
def test_an_honest_question_begs_nothing(text, lang):
    found = asking(text, lang, kind="nps-0-10")
    assert not {"begging", "leading", "double", "nps-from-one"} & found


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Only 10 questions, two minutes", "en"),
        ("0 is the lowest and 10 the highest score", "en"),
        ("Solo 10 domande, in meno di 9 minuti", "it"),
        ("Conta solo la sua opinione: anche le critiche aiutano", "it"),
    ],
)
def test_an_invitation_that_names_a_number_does_not_beg(text, lang):
    assert "begging" not in keys(Survey(invitation=text), lang=lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("How much did you enjoy our new app?", "en"),
        ("Don't you think that the queue was short?", "en"),
        ("Do you agree that our staff helped?", "en"),
        ("Quanto ha apprezzato la cortesia del personale?", "it"),
        ("Non trova che l'attesa sia stata breve?", "it"),
    ],
)
def test_leading_words_are_found(text, lang):
    assert "leading" in asking(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "double"),
    [
        ("How quick and polite were we?", "en", True),
        ("How clean/quiet was the coach?", "en", True),
        ("How likely are you to recommend us to friends and family?", "en", False),
        ("How likely are you to recommend us to a friend or colleague?", "en", False),
        ("How easy was it to land the account?", "en", False),
        ("Quanto siamo stati rapidi e cortesi?", "it", True),
        ("Quanto è stato facile aprire il conto?", "it", False),
        ("È chiaro?", "it", False),
        ("Ci consiglierebbe ad amici e parenti?", "it", False),
    ],
)
def test_two_questions_in_one_are_found(text, lang, double):
    assert ("double" in asking(text, lang)) is double


def test_an_open_question_may_join_what_it_likes():
    assert "double" not in asking("What went well and what went badly?", kind="open")


@pytest.mark.parametrize(
    ("kind", "text", "kpi"),
    [
        ("csat-1-10", "How likely are you to recommend us?", ""),
        ("csat-1-10", "Your NPS score?", ""),
        ("csat-1-10", "How did it go?", "nps"),
        ("nps-0-10", "From 1 to 10, how likely are you to come back?", ""),
    ],
)
def test_an_nps_from_one_is_a_problem(kind, text, kpi):
    found = Survey(questions=[SurveyItem(text=text, kind=kind, kpi=kpi)]).checks(PLAN)
    assert "problem" in [a.severity for a in found if a.key == "nps-from-one"]


def test_a_question_shares_the_scale_of_the_measure_it_feeds():
    assert "scale-differs" in asking("Easy?", "en", PLAN, kind="csat-1-5", kpi="ease")
    assert "scale-differs" not in asking("Easy?", "en", PLAN, kind="ces-1-7", kpi="ease")
    assert "scale-differs" not in asking("Told?", "en", PLAN, kind="yes-no", kpi="told")


@pytest.mark.parametrize(
    ("low", "high", "key"),
    [("", "Very easy", "ends-missing"), ("Good", "Excellent", "ends-lopsided"),
     ("Bad", "bad", "ends-lopsided"), ("Not at all easy", "Very easy", None)],
)  # fmt: skip
def test_both_ends_of_a_scale_are_read(low, high, key):
    found = asking("How easy?", low=low, high=high) & {"ends-missing", "ends-lopsided"}
    assert found == ({key} if key else set())


def test_a_way_out_is_asked_for_rated_questions_only():
    assert "no-way-out" in asking("How easy?")
    assert "no-way-out" not in asking("How easy?", not_applicable=True)
    assert "no-way-out" not in asking("How easy?", optional=True)
    assert "no-way-out" not in asking("Why?", kind="open")


def test_a_question_that_feeds_nothing_is_found_once_there_are_measures():
    assert "feeds-nothing" in asking("How easy?", "en", PLAN)
    assert "feeds-nothing" not in asking("How easy?")
    assert "feeds-nothing" not in asking("Why?", "en", PLAN, kind="open")


@pytest.mark.parametrize(
    ("text", "lang", "key"),
    [
        ("The adviser gets a written warning", "en", "punishing"),
        ("Chi prende un voto basso perde il premio", "it", "punishing"),
        ("", "en", "low-score-open"),
        ("We take it seriously", "en", "low-score-vague"),
        ("The manager calls within two days", "en", "low-score-answered"),
        ("Joe rings before ten the next morning", "en", "low-score-answered"),
        ("Chi guida la filiale chiama entro due giorni", "it", "low-score-answered"),
        ("Telefona Paola la mattina dopo, prima delle dieci", "it", "low-score-answered"),
        ("La richiamo io entro domani, in giornata", "it", "low-score-answered"),
    ],
)
def test_what_follows_a_low_score_is_read(text, lang, key):
    found = keys(Survey(title="x", low_score=text), lang=lang)
    assert {k for k in found if k.startswith("low-score") or k == "punishing"} == {key}


def test_length_is_estimated():
    short = [SurveyItem(text="q", kind="csat-1-5")] * 3 + [SurveyItem(text="w", kind="open")]
    long = [SurveyItem(text="q", kind="open")] * 7
    assert "short" in keys(Survey(questions=short))
    assert "too-long" in keys(Survey(questions=long))
    by_phone = Survey(questions=short, channel="phone")
    assert minutes_of(by_phone) > minutes_of(Survey(questions=short))


def sampled(**fields):
    question = SurveyItem(text="Recommend?", kind="nps-0-10")
    return keys(Survey(questions=[question], **fields))


def test_planned_answers_are_held_against_the_margin():
    assert "answers-open" in sampled()
    assert "nps-imprecise" in sampled(answers=100, margin=10)
    assert "sample-enough" in sampled(answers=382, margin=10)
    assert "few-answers" in sampled(answers=20)
    assert "more-than-people" in sampled(answers=50, population=40)
    assert "not-enough-people" in sampled(answers=50, population=100, response=10)


def test_what_a_rounded_response_rate_promises_may_be_planned():
    assert "not-enough-people" not in sampled(answers=118, population=310, response=38)
    assert "not-enough-people" in sampled(answers=119, population=310, response=38)


@pytest.mark.parametrize(
    ("sampling", "key"), [("hand-picked", "hand-picked"), ("whoever", "whoever")]
)
def test_the_way_people_are_chosen_is_read(sampling, key):
    assert key in sampled(sampling=sampling)
    assert key not in sampled(sampling="random")


def test_an_invitation_says_why_how_long_and_who_will_know():
    bare = keys(Survey(invitation="Hello!"))
    assert {"invitation-purpose", "invitation-time", "invitation-privacy"} <= bare
    whole = "Two minutes. We use the answers to decide what to change. It is anonymous."
    assert "invitation-honest" in keys(Survey(invitation=whole))
    begging = whole + " The only good score is 10."
    assert "invitation-honest" not in keys(Survey(invitation=begging))


def test_long_texts_earn_no_praise():
    filler = "lorem ipsum dolor sit amet " * 7
    survey = Survey(
        title=filler[:200], invitation=filler, closing=filler, low_score=filler,
        questions=[SurveyItem(text=filler[:200], kind="csat-1-5")] * 3,
    )  # fmt: skip
    assert [a.key for a in survey.checks(PLAN) if a.severity == "good"] == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("What you write goes to me and to the theatre team.", "en"),
        ("Quello che scrivete arriva a me e alla squadra di sala.", "it"),
    ],
)
def test_an_invitation_may_say_in_plain_words_who_reads(text, lang):
    assert "invitation-privacy" not in keys(Survey(invitation=text), lang=lang)
