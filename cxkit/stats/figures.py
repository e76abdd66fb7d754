"""How results are called and written: titles, methods, figures with their unit."""

from cxkit.language import Lang, format_number, format_percent
from cxkit.language import mark as _
from cxkit.stats.words import fill

TITLES = {
    ("nps", "nps"): _("Net Promoter Score"),
    ("csat", "share"): _("Satisfied: share of the top {box} scores"),
    ("csat", "mean"): _("Satisfaction: mean"),
    ("ces", "share"): _("Ease (CES): share of {box} highest, 5 to 7"),
    ("ces", "mean"): _("Ease (CES): mean agreement"),
    ("mean", "mean"): _("Mean"),
}
METHODS = {
    "adjusted-wald": _("adjusted Wald interval (Rocks 2016)"),
    "score": _("iterative score interval (Rocks 2016)"),
    "wald": _("Wald interval, too narrow for few answers"),
    "wilson": _("Wilson’s interval"),
    "exact": _("exact interval (Clopper and Pearson)"),
    "t": _("Student’s t interval"),
}


def figure_of(value: float, figure: str, lang: Lang, *, signed: bool = False) -> str:
    """Write a figure as people read it; a difference gets its sign.

    Examples
    --------
    >>> figure_of(-4.26, "nps", "en"), figure_of(0.125, "share", "it"), figure_of(8, "mean", "en")
    ('−4.3', '12,5%', '8.00')
    >>> figure_of(0.031, "share", "en", signed=True)
    '+3.1 points'
    """
    sign = "+" if signed and value > 0 else ""
    if figure == "share" and not signed:
        text = format_percent(value, lang, 1)
    elif figure == "share":
        text = fill(_("{value} points"), {"value": format_number(100 * value, lang, 1)}, lang)
    else:
        text = format_number(value, lang, 1 if figure == "nps" else 2)
    return sign + text.replace("-", "−")


def title_of(name: str, figure: str, box: int, lang: Lang) -> str:
    """Return what a measure is called.

    Examples
    --------
    >>> title_of("csat", "share", 2, "en")
    'Satisfied: share of the top 2 scores'
    """
    return fill(TITLES[name, figure], {"box": box}, lang)


def tick_of(value: float, figure: str, lang: Lang) -> str:
    """Write a mark of an axis, with no more digits than it needs.

    Examples
    --------
    >>> tick_of(-100, "nps", "en"), tick_of(0.5, "share", "it"), tick_of(5.5, "mean", "it")
    ('−100', '50%', '5,5')
    """
    if figure == "share":
        return format_percent(value, lang)
    return format_number(value, lang).replace("-", "−")
