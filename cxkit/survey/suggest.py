"""What the columns probably mean, by their names and by what stands in them."""

import re
from collections.abc import Iterable
from collections.abc import Mapping as Values
from datetime import date
from pathlib import Path
from typing import Literal

from cxkit.language import LANGS
from cxkit.language.word_lists import WordLists, bare
from cxkit.survey.cells import as_score, as_yes
from cxkit.survey.folder_table import FILE_COLUMN
from cxkit.survey.mapping import SCALES, Mapping, Question, Scale
from cxkit.survey.profile import Column, Profile

_WORDS = WordLists(Path(__file__).with_name("words.yaml"))
_CODES = frozenset({-1, -2, -8, -9, -99, 77, 88, 96, 97, 98, 99, 777, 888, 997, 998, 999, 9999})
_TOLD = 0.9
_SCORED = 0.75
_FEW = 0.02
_MOST_GROUPS, _MOST_WAVES = 30, 60
_LONG, _SHORT = 25, 3
_SPIKE, _SPIKE_SHARE = 3, 0.05
_MANY_ANSWERS = 100
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# An interview campaign is over by then; who asks for longer asks all the time.
_ONE_WAVE_DAYS = 100
Period = Literal["value", "year", "quarter", "month"]
Named = Literal[
    "wave", "date", "respondent", "weight", "duration", "comment", "interviewer", "unit",
    "recommend", "overall", "background",
]  # fmt: skip


def suggest(profile: Profile) -> Mapping:
    """Propose what each column means. Nothing of it counts until somebody has confirmed it."""
    left = dict(profile.columns)
    wave, period = _wave(left.values(), profile.rows)
    left.pop(wave, None)
    found = {"respondent": _first(left, "respondent", lambda one: _is_id(one, profile.rows))}
    left.pop(found["respondent"], None)
    rules = (("weight", _is_weight), ("duration", _is_measure), ("comment", _is_text),
             ("interviewer", _is_group), ("unit", _is_group))  # fmt: skip
    for role, fits in rules:
        found[role] = _first(left, role, fits)
        if role != "unit":
            left.pop(found[role], None)
    questions, segments = [], []
    for column in left.values():
        question = None if column.name == found["unit"] else as_question(column)
        if question and not _is_date(column):
            questions.append(question)
        elif _is_group(column) and column.name != found["unit"]:
            segments.append(column.name)
    if found["unit"]:
        segments.append(found["unit"])
    return Mapping(
        wave=wave, period=period, segments=tuple(segments[:12]),
        questions=tuple(_with_outcome(questions[:200])), **found,
    )  # fmt: skip


def as_question(column: Column) -> Question | None:
    """Propose how a column of scores is read; None when it holds none."""
    scale = scale_of(column)
    # Numbers of people start again in each file, and then look like scores from 0 to 100.
    numbered = scale == "0-100" and _means(column, "respondent")
    if scale is None or numbered or _means(column, "background"):
        return None
    recommends = _means(column, "recommend") and scale in ("0-10", "1-10")
    figure = "share" if scale == "yes-no" else "nps" if recommends else "mean"
    return Question(column=column.name, scale=scale, figure=figure)


def scale_of(column: Column) -> Scale | None:
    """Return the smallest scale that holds all answers but what looks like a code.

    Examples
    --------
    >>> scale_of(Column("q", {"1": 4, "7": 9, "10": 30, "99": 2}, 45, 0))
    '1-10'
    >>> scale_of(Column("q", {"sì": 4, "no": 9, "n.d.": 1}, 14, 0))
    'yes-no'
    """
    if column.many:
        return None
    told = {text: n for text, n in column.values.items() if not looks_missing(text)}
    total = sum(told.values())
    words = {bare(text) for text in told}
    if words and all(as_yes(text) is not None for text in words):
        return "yes-no" if len(words) > 1 or words & {"si", "no", "yes"} else None
    scores = _scores(told, column)
    counted = sum(told[text] for text in scores)
    inside = {v: 0 for v in scores.values() if v.is_integer() and v not in _CODES}
    marks = sum(told[text] for text, value in scores.items() if (2 * value).is_integer())
    # Minutes and amounts have decimals; a score is whole, or has a half.
    if not total or counted < _SCORED * total or not inside or marks < counted / 2:
        return None
    for text, value in scores.items():
        if value in inside:
            inside[value] += told[text]
    named = _named_scale(column.name)
    if named and SCALES[named][0] <= min(inside) and max(inside) <= SCALES[named][1]:
        return named
    return _smallest(inside, sum(inside.values()))


def _named_scale(name: str) -> Scale | None:
    """Return the scale that a column's name ends with, as in “Would you recommend us? (0–10)”."""
    found = re.search(r"[(\[]\s*([01])\s*(?:[-–—/]|a|to)\s*(\d{1,3})\s*[)\]]\s*$", name)
    told = f"{found[1]}-{found[2]}" if found else ""
    return told if told in SCALES else None  # type: ignore[return-value]


def _smallest(inside: Values[float, int], total: int) -> Scale | None:
    """Return the smallest usual scale; a few answers of 0 below it are left to be asked about."""
    order: tuple[Scale, ...] = ("1-5", "1-7", "1-10", "0-10", "0-100")
    top = max(inside)
    for scale in order:
        low, high = SCALES[scale]
        out = {v: n for v, n in inside.items() if not low <= v <= high}
        zeros_only = set(out) == {0} and low == 1 and (high < 10 or is_spike(out[0], inside, total))
        nine = set(out) <= {0, 8, 9} and high <= 7 and sum(out.values()) < 0.15 * total
        if not out or zeros_only or nine:
            low_end = total >= _MANY_ANSWERS and scale == "1-5" and top in (3, 4)
            return f"1-{int(top)}" if low_end else scale  # type: ignore[return-value]
    return None


def is_spike(zeros: int, often: Values[float, int], total: int) -> bool:
    """Say whether zeros are so many more than the scores beside them that they look like a code."""
    near = max(1, often.get(1, 0), often.get(2, 0))
    return zeros > _SPIKE * near and zeros > _SPIKE_SHARE * total


def _scores(told: Values[str, int], column: Column) -> dict[str, float]:
    read = {text: as_score(text, column.decimal) for text in told}
    return {text: value for text, value in read.items() if value is not None}


def looks_missing(text: str) -> bool:
    """Say whether a text says that there is no answer.

    Examples
    --------
    >>> looks_missing("N.D."), looks_missing("Non so"), looks_missing("#N/A"), looks_missing("Nord")
    (True, True, True, False)
    """
    if not re.search(r"[^\W_]", text):
        return True
    plain = " ".join(re.sub(r"[^\w']+", " ", text).split())
    return any(_WORDS.is_whole("no_answer", plain, lang) for lang in LANGS)


def _means(column: Column, role: Named) -> bool:
    apart = re.sub(r"(?<=[a-zà-ú])(?=[A-Z])", " ", column.name)
    name = " ".join(re.sub(r"[\W_]+", " ", apart).split())
    if role not in ("recommend", "overall") and name.count(" ") >= _SHORT:
        # A whole question names many things that it is not.
        return False
    return any(_WORDS.find(role, name, lang) for lang in LANGS)


def _first(columns: Values[str, Column], role: str, fits: object) -> str:
    for column in columns.values():
        if _means(column, role) and fits(column):  # type: ignore[arg-type, operator]
            return column.name
    return ""


def _wave(columns: Iterable[Column], rows: int) -> tuple[str, Period]:
    filed, dated = "", None
    for column in columns:
        few = not column.many and 1 <= len(column.values) <= _MOST_WAVES
        if _means(column, "wave") and few and column.filled > rows / 2:
            return column.name, _period_of(column) if _is_date(column) else "value"
        years = few and all(re.fullmatch(r"(?:19|20)\d\d", text) for text in column.values)
        if years and len(column.values) > 1:
            return column.name, "value"
        if not dated and _is_date(column):
            dated = column
        if few and column.name == FILE_COLUMN and all(map(_YEAR.search, column.values)):
            filed = column.name
    if dated:
        return dated.name, _period_of(dated)
    return filed, "value"


def _period_of(column: Column) -> Period:
    """Propose how days make waves: years; quarters where all of a long time lie in one year."""
    days = [day for text in column.values if (day := as_day(text)) is not None]
    asked_on_and_on = (max(days) - min(days)).days > _ONE_WAVE_DAYS
    return "quarter" if len({day.year for day in days}) == 1 and asked_on_and_on else "year"


def _with_outcome(questions: list[Question]) -> list[Question]:
    """Mark what the others are to explain: overall satisfaction, and what is recommended."""

    def rank(question: Question) -> int:
        column = Column(question.column, {}, 0, 0)
        return 2 * _means(column, "overall") + _means(column, "recommend")

    best = [one for one in questions if rank(one)]
    whole = [one for one in best if rank(one) >= 2] or best
    chosen = {one.column for one in [*whole[:1], *(one for one in best if one.figure == "nps")]}
    return [
        one.model_copy(update={"role": "outcome"}) if one.column in chosen else one
        for one in questions
    ]


def _is_date(column: Column) -> bool:
    sample = list(column.values)[:20]
    return bool(sample) and all(as_day(text) is not None for text in sample)


def as_day(text: str) -> date | None:
    """Read a day: ISO, or with the day first as Italy and Great Britain write it.

    Examples
    --------
    >>> as_day("2015-10-01 09:30:00"), as_day("1/10/2015"), as_day("2015")
    (datetime.date(2015, 10, 1), datetime.date(2015, 10, 1), None)
    >>> as_day("1/10/15")
    datetime.date(2015, 10, 1)
    """
    iso = re.match(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)", text)
    local = re.match(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)", text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if local is None:
            return None
        year = int(local[3]) + (2000 if len(local[3]) == 2 else 0)
        return date(year, int(local[2]), int(local[1]))
    except ValueError:
        return None


def _is_id(column: Column, rows: int) -> bool:
    return column.many or len(column.values) > rows / 2


def _is_weight(column: Column) -> bool:
    numbers = column.numbers()
    return (
        bool(numbers) and min(numbers.values()) >= 0 and len(numbers) >= _TOLD * len(column.values)
    )


def _is_measure(column: Column) -> bool:
    return len(column.numbers()) >= _TOLD * len(column.values) and len(column.values) > 5


def _is_text(column: Column) -> bool:
    return column.length > _LONG or (column.many and not column.numbers())


def _is_group(column: Column) -> bool:
    return (
        not column.many and 2 <= len(column.values) <= _MOST_GROUPS and column.length <= _LONG * 2
    )
