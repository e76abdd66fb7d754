"""Rules about how waves were held: begging, changes that break a series, response."""

from collections.abc import Iterator

from cxkit.language import LANGS
from cxkit.language.word_lists import COMMON, WordLists
from cxkit.stats.distributions import Answers
from cxkit.stats.findings import Finding
from cxkit.stats.integrity_waves import response_rate
from cxkit.stats.survey import Survey, text_in

LOW_RESPONSE = 0.20
RESPONSE_FALL = 0.10
_LISTS = WordLists(COMMON)


def begging(survey: Survey) -> Iterator[Finding]:
    """Look for words that ask for a score, in Italian and English."""
    seen: dict[str, list[str]] = {}
    for fieldwork in survey.waves:
        for words in begged(fieldwork.invitation):
            seen.setdefault(words, []).append(fieldwork.wave)
    for text in survey.invitations:
        for words in begged(text):
            seen.setdefault(words, [])
    for item in survey.items:
        for words in begged(" ".join({text_in(item.wording, lang) for lang in LANGS})):
            yield Finding("begging", "fault", item.name, values={"seen": words})
    if seen:
        told = tuple(dict.fromkeys(wave for waves in seen.values() for wave in waves))
        # Words said in all waves concern all of them.
        waves = told if all(seen.values()) else ()
        yield Finding("begging", "fault", waves=waves, values={"seen": ", ".join(seen)})


def begged(text: str) -> list[str]:
    """Return the words of a text that ask for a score.

    Examples
    --------
    >>> begged("For us the only good score is 10."), begged("It takes less than 10 minutes.")
    (['only good score'], [])
    """
    return list(dict.fromkeys(one for lang in LANGS for one in _LISTS.find("begging", text, lang)))


def changes(answers: Answers) -> Iterator[Finding]:
    """Look for what was done differently from one wave to the next."""
    survey = answers.survey
    for wave, earlier in answers.steps():
        now, before = survey.fieldwork(wave), survey.fieldwork(earlier)
        for key, new, old in (
            ("channel-changed", now.channel, before.channel),
            ("sampling-changed", now.sampling, before.sampling),
        ):
            if new and old and new != old:
                yield Finding(key, "doubt", waves=(wave,), values={"now": new, "before": old})
        for item in answers.items:
            new_item, old_item = survey.item_in(item.name, wave), survey.item_in(item.name, earlier)
            if new_item.scale and old_item.scale and new_item.scale != old_item.scale:
                yield Finding(
                    "scale-changed", "fault", item.name, waves=(wave,),
                    values={"before": _scale(old_item.scale), "now": _scale(new_item.scale),
                            "earlier": str(earlier)},
                )  # fmt: skip
            if new_item.wording and old_item.wording and new_item.wording != old_item.wording:
                yield Finding("wording-changed", "doubt", item.name, waves=(wave,))


def _scale(scale: tuple[float, float]) -> str:
    return f"{scale[0]:g}–{scale[1]:g}"


def responses(answers: Answers) -> Iterator[Finding]:
    """Look at how many of those invited answered, and whether they grow fewer."""
    for wave in answers.waves:
        rate = response_rate(answers, wave)
        if rate is not None and rate < LOW_RESPONSE:
            yield Finding(
                "low-response", "doubt", waves=(wave,),
                values={"share": round(100 * rate), "n": answers.rows(wave),
                        "invited": answers.survey.fieldwork(wave).invited or 0},
            )  # fmt: skip
    for wave, earlier in answers.steps():
        now, before = response_rate(answers, wave), response_rate(answers, earlier)
        if now is not None and before is not None and before - now >= RESPONSE_FALL:
            values = {"share": round(100 * now), "before": round(100 * before)}
            yield Finding("response-fall", "doubt", waves=(wave,), values=values)
