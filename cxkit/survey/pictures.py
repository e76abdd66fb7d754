"""Pictures of a survey's figures: questions over the waves, groups of people side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxkit.core.axis import Axis, axis_of
from cxkit.core.picture import Picture, draw_template
from cxkit.language import Lang, format_number, format_percent, translator
from cxkit.language import mark as _
from cxkit.survey.aspects import Importance
from cxkit.survey.figures import Change, Line, Reading, shown_value
from cxkit.survey.mapping import Question, scale_words

FIGURES = {
    "nps": _("NPS, from −100 to +100"),
    "share": _("Share in per cent"),
    "mean": _("Mean of the scores"),
}
AHEAD = {
    "up": _("we are ahead"),
    "down": _("they are ahead"),
    "open": _("no difference beyond chance"),
    "unknown": _("too few"),
}
VERDICTS = {
    "up": _("{change} since {wave}, up beyond chance"),
    "down": _("{change} since {wave}, down beyond chance"),
    "open": _("{change} since {wave}, within chance"),
    "unknown": _("{change} since {wave}, too few answers"),
}
AGAINST = {
    "up": _("higher"),
    "down": _("lower"),
    "open": _("no difference beyond chance"),
    "unknown": _("too few"),
}
WHY = {
    "none": _("nobody was asked, or nobody answered"),
    "withhold": _("withheld: too few answers, or another group could be worked out"),
}
FOOT = _(
    "Bars show 95% intervals. All changes in this picture are judged together "
    "(Benjamini and Hochberg): "
    "of those called different, one in twenty at most should be chance. In "
    "amber: from 5 to 29 answers,"
    " not to be published. Fewer than 5 are withheld."
)


@dataclass(frozen=True)
class Row:
    """A figure in words and, in a drawing 100 wide, where it stands."""

    name: str
    value: str = ""
    interval: str = ""
    n: str = ""
    change: str = ""
    kind: str = ""
    why: str = ""
    few: bool = False
    dot: str = ""
    whisker: str = ""


@dataclass(frozen=True)
class Card:
    """One question over the waves."""

    name: str
    stopped: str
    value: str
    interval: str
    base: str
    wave: str
    changes: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    points: tuple[Row, ...]
    line: str
    first: str
    last: str


@dataclass(frozen=True)
class Family:
    """Questions that share figure and scale, and so an axis."""

    name: str
    axis: Axis | None
    cards: tuple[Card, ...]


def draw_lines(
    lines: Sequence[Line], title: str, lead: str, lang: Lang, *, big: bool = False
) -> Picture:
    """Draw questions over the waves; many of them as small charts on one axis."""
    kinds = dict.fromkeys((one.question.figure, one.question.scale) for one in lines)
    families = [
        _family([one for one in lines if (one.question.figure, one.question.scale) == kind], lang)
        for kind in kinds
    ]
    return draw_template(
        "survey", "lines.html.j2", lang=lang, title=title, description=lead, written=lang,
        size="big" if big else "small", families=families, foot=translator(lang)(FOOT),
        figure=lambda tick: format_number(tick, lang).replace("-", "−"), _=translator(lang),
    )  # fmt: skip


def draw_groups(
    segments: Sequence[tuple[str, Line]], title: str, lead: str, lang: Lang,
    against: Mapping[str, str] | None = None,
) -> Picture:  # fmt: skip
    """Draw one question over groups, segment by segment, on one axis.

    `against` words what may be said of a group's distance from what it is held against.
    """
    made = []
    for name, line in segments:
        axis = _axis([other for _n, other in segments if other.question == line.question])
        rows = [_row(one, line.question, lang, axis, against or AGAINST) for one in line.readings]
        made.append({"name": name, "rows": rows, "axis": axis})
    return draw_template(
        "survey", "groups.html.j2", lang=lang, title=title, description=lead, written=lang,
        segments=made, foot=translator(lang)(FOOT), _=translator(lang),
    )  # fmt: skip


def kind_words(question: Question, lang: Lang) -> str:
    """Say what a question's figure is, and on which scale it was asked."""
    tr = translator(lang)
    scale = scale_words(question.scale, lang)
    if question.figure == "share" and question.scale != "yes-no":
        words = tr("Share of the two highest scores, in per cent")
    elif question.figure == "share":
        words = tr("Share of yes, in per cent")
    else:
        words = tr(FIGURES[question.figure])
    return tr("{figure}; asked from {scale}").format(figure=words, scale=scale)


def _family(lines: Sequence[Line], lang: Lang) -> Family:
    question, axis = lines[0].question, _axis(lines)
    cards = tuple(_card(line, axis, lang) for line in lines)
    return Family(kind_words(question, lang), axis, cards)


def _axis(lines: Sequence[Line]) -> Axis | None:
    shown = [one for line in lines for one in line.readings if one.value is not None]
    return axis_of(_edges(shown), _bounds(lines[0].question)) if shown else None


def _bounds(question: Question) -> tuple[float, float]:
    if question.figure == "nps":
        return -100, 100
    return (0, 100) if question.figure == "share" else question.bounds


def _edges(readings: Iterable[Reading]) -> list[float]:
    return [
        edge for one in readings if one.standing == "publish"
        for edge in (one.value, one.low, one.high) if edge is not None
    ] or [0.0, 1.0]  # fmt: skip


def _card(line: Line, axis: Axis | None, lang: Lang) -> Card:
    tr, question = translator(lang), line.question
    rows = tuple(_row(one, question, lang, None) for one in line.readings)
    stopped = ""
    if question.is_stopped:
        stopped = tr(
            "Asked from {scale}: that is no NPS, so none is shown. Choose the mean, "
            "or the share of the highest scores."
        ).format(scale=scale_words(question.scale, lang))
    shown = [one for one in line.readings if one.value is not None]
    last = shown[-1] if shown else None
    before = shown[-2].name if len(shown) > 1 else ""
    told = rows[line.readings.index(last)] if last else None
    points = _points(line, axis, lang) if axis else ()
    return Card(
        question.name, stopped, told.value if told else "", told.interval if told else "",
        f"n {told.n}" if told else tr(WHY["none"]), last.name if last else "",
        _changes(line, before, lang), rows, points,
        _joined(line, axis) if axis else "", line.readings[0].name if line.readings else "",
        line.readings[-1].name if len(line.readings) > 1 else "",
    )  # fmt: skip


def _changes(line: Line, before: str, lang: Lang) -> tuple[tuple[str, str], ...]:
    last = line.last
    told = [(last.change, before)] if last and last.change else []
    told += [(line.drift, line.shown[0].name)] if line.drift else []
    return tuple(
        (_since(change, wave, line.question, lang), change.verdict) for change, wave in told
    )


def _since(change: Change, wave: str, question: Question, lang: Lang) -> str:
    value = shown_value(change.value, question, lang, signed=True)
    return translator(lang)(VERDICTS[change.verdict]).format(change=value, wave=wave)


def _row(
    one: Reading, question: Question, lang: Lang, axis: Axis | None,
    against: Mapping[str, str] | None = None,
) -> Row:  # fmt: skip
    tr = translator(lang)
    name = one.name or tr("All answers")
    if one.value is None:
        return Row(name, why=tr(WHY["withhold" if one.standing == "withhold" else "none"]))
    change = ""
    if one.change and against:
        change = tr(against[one.change.verdict])
    elif one.change:
        change = shown_value(one.change.value, question, lang, signed=True)
    return Row(
        name, shown_value(one.value, question, lang), interval_words(one, question, lang),
        format_number(one.n, lang), change, one.change.verdict if one.change else "",
        few=one.standing == "show", dot=_across(one, axis)[0], whisker=_across(one, axis)[1],
    )  # fmt: skip


def interval_words(one: Reading, question: Question, lang: Lang) -> str:
    """Write the interval of a figure."""
    if one.low is None or one.high is None:
        return translator(lang)("no interval")
    low, high = (shown_value(edge, question, lang) for edge in (one.low, one.high))
    return translator(lang)("{low} to {high}").format(low=low, high=high)


def _across(one: Reading, axis: Axis | None) -> tuple[str, str]:
    if axis is None or one.value is None:
        return "", ""
    if one.low is None or one.high is None:
        return f"M{axis.place(one.value)} 5h0", ""
    low, high = axis.place(one.low), axis.place(one.high)
    return f"M{axis.place(one.value)} 5h0", f"M{low} 5H{high}M{low} 2V8M{high} 2V8"


def _points(line: Line, axis: Axis, lang: Lang) -> tuple[Row, ...]:
    made = []
    for place, one in enumerate(line.readings):
        if one.value is None:
            continue
        x, y = _x(place, len(line.readings)), round(100 - axis.place(one.value), 2)
        whisker = ""
        if one.low is not None and one.high is not None:
            whisker = (
                f"M{x} {round(100 - axis.place(one.low), 2)}V{round(100 - axis.place(one.high), 2)}"
            )
        made.append(Row(one.name, dot=f"M{x} {y}h0", whisker=whisker, few=one.standing == "show"))
    return tuple(made)


def _joined(line: Line, axis: Axis) -> str:
    """Return the line through neighbours; a wave in between without a figure interrupts it."""
    path, pen = [], False
    for place, one in enumerate(line.readings):
        if one.value is None:
            pen = False
            continue
        x, y = _x(place, len(line.readings)), round(100 - axis.place(one.value), 2)
        path.append(f"{'L' if pen else 'M'}{x} {y}")
        pen = True
    return "".join(path)


def _x(place: int, count: int) -> float:
    return (
        round(4 + 92 * (place + 0.5) / count, 2)
        if count < 3
        else round(4 + 92 * place / (count - 1), 2)
    )


def draw_drivers(found: Importance, title: str, lead: str, lang: Lang) -> Picture:
    """Draw what each aspect explains, by LMG and beside it by Johnson's weights."""
    tr = translator(lang)
    most = max((max(share, other) for _q, share, other in found.rows), default=1.0) or 1.0
    rows = [
        {"name": question.name, "share": format_percent(share / 100, lang),
         "other": format_percent(other / 100, lang), "width": round(100 * share / most, 1),
         "other_width": round(100 * other / most, 1)}
        for question, share, other in found.rows
    ]  # fmt: skip
    foot = tr(
        "Shares of what all aspects together explain; they add up to 100%. Upper "
        "bar: LMG (Lindeman, Merenda, Gold 1980). Lower bar: Johnson’s relative "
        "weights (2000). Where the two differ, read the order with care."
    )
    return draw_template(
        "survey", "drivers.html.j2", lang=lang, title=title, description=lead, written=lang,
        rows=rows, notes=[note.says(lang) for note in found.notes], foot=foot, _=tr,
    )  # fmt: skip
