"""Advice: what a check found, where, how serious it is; its words stand in the exercise's YAML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from cxkit.core.template import render
from cxkit.core.wording import wording_of
from cxkit.language import Lang, translator
from cxkit.language import mark as _

Severity = Literal["good", "note", "warning", "problem"]

ONLY_NAMED = "only-named"
LOST_LINKS = "lost-links"
PLACEHOLDER = "placeholder"
PASTED = "pasted"
COPIED = "copied"
GENERAL = "general"
# Advice that any exercise can give, in page words: says, why, next.
COMMON: Mapping[str, tuple[str, str, str]] = {
    ONLY_NAMED: (
        _("So far there is only a name: {names}"),
        _("A name alone is an empty card: whatever links to it hangs on nothing yet."),
        _("Open it and write what it is, or delete it."),
    ),
    LOST_LINKS: (
        _("Links to things that were deleted: {count}."),
        _("What hung from them hangs from nothing now, here and in the chapters that follow."),
        _("Choose what to link to now, or remove the link."),
    ),
    PLACEHOLDER: (
        _("{words} only holds a place."),
        _("Whoever reads on takes it for your answer, and the checks can’t tell you anything."),
        _("Write what is true of your case, or leave it empty: that says what is still to do."),
    ),
    PASTED: (
        _("The same words come {count} times: {words}"),
        _("A sentence that fits everywhere says nothing anywhere."),
        _("In each place write what is true only there, or delete it."),
    ),
    COPIED: (
        _("{count} of {total} texts are still the example’s."),
        _("They tell of other people in another place: your plan would be built on their case."),
        _("Keep their shape, and put in your own people, places and figures."),
    ),
    GENERAL: (
        _("{count} of {total} texts would suit any company, such as {words}"),
        _("Nothing in them can be counted, looked up or seen: nobody objects, and nobody acts."),
        _("Give each a number, a day, a place, or an act that one could film."),
    ),
}


@dataclass(frozen=True)
class Advice:
    """One finding of a check.

    Parameters
    ----------
    key : str
        Key under ``advice:`` in the exercise's YAML, which holds the words in both languages; or
        one of `COMMON`.
    severity : {"good", "note", "warning", "problem"}
        ``good`` praises a thing done well; ``problem`` asks for attention on home.
    where : tuple of str
        Path to the field it is about: field name, or list name, item id, field name.
    values : mapping
        What the words in YAML name in braces.
    """

    key: str
    severity: Severity = "warning"
    where: tuple[str, ...] = ()
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    def worded(self, exercise: str, lang: Lang) -> "WordedAdvice":
        """Return the advice in `lang`, with its words from the exercise's YAML or `COMMON`."""
        if self.key in COMMON:
            tr = translator(lang)
            says, why, after = (tr(text).format_map(self.values) for text in COMMON[self.key])
            return WordedAdvice(self.key, self.severity, self.where, says, why, after)
        words = wording_of(exercise).advice[self.key]
        return WordedAdvice(
            self.key,
            self.severity,
            self.where,
            words.says.fill(lang, self.values),
            words.why.fill(lang, self.values),
            words.next.fill(lang, self.values),
        )


@dataclass(frozen=True)
class WordedAdvice:
    """Advice as people read it: what it says, why it matters, what to do next."""

    key: str
    severity: Severity
    where: tuple[str, ...]
    says: str
    why: str
    next: str


class Advices(list[WordedAdvice]):
    """A list of worded advice that shows itself as a list in a notebook."""

    def __init__(self, found: Iterable[Advice], exercise: str, lang: Lang) -> None:
        super().__init__(advice.worded(exercise, lang) for advice in found)
        self.lang = lang

    def _repr_html_(self) -> str:
        return render("advice.html.j2", advices=list(self), lang=self.lang)
