"""What a long questionnaire costs."""

from collections.abc import Mapping
from typing import Any

from cxkit.forms.whatifs.parts import Choice, Question, Reading, Speaker, Turn
from cxkit.language import mark as _
from cxkit.stats.burden import Burden, burden
from cxkit.stats.samples import margin_nps

SHORT = (2, 1)
"""Two questions with a scale and one open one."""


def _row(name: str, found: Burden, say: Speaker) -> tuple[str, ...]:
    margin = margin_nps(found.answers) if found.answers >= 1 else 100.0
    return (
        name,
        say.points(found.minutes),
        say.number(found.answers),
        f"± {say.points(margin)}",
        say.points(found.hours),
    )


def _length(values: Mapping[str, Any], say: Speaker) -> Reading:
    ask: dict[str, Any] = {
        "invited": values["invited"],
        "response": values["response"] / 100,
        "loss": values["loss"] / 100,
        "spoken": values["channel"] == "phone",
    }
    ours = burden(values["rated"], values["written"], **ask)
    short = burden(*SHORT, **ask)
    fewer = round(short.answers) - round(ours.answers)
    return Reading(
        say(
            _("{minutes} minutes, about {answers} answers"),
            minutes=say.points(ours.minutes), answers=round(ours.answers),
        ),
        say(
            _("A questionnaire of three questions would bring about {short} answers, {fewer} more."
              " Those who answer yours give {hours} hours of their lives together: is every"
              " question worth its part?"),
            short=round(short.answers), fewer=fewer, hours=say.points(ours.hours),
        ) if fewer > 0 else say(_("It is as short as it should be.")),
        say(
            _("Assumptions, not facts: 8 seconds for a question with a scale, 40 for one in one’s"
              " own words, 1.6 times as long by phone; and the loss for each minute, which you put"
              " in. Studies disagree on it (Galesic and Bosnjak 2009 found one, Lugtig and Luiten"
              " 2021 did not): count how many begin your survey and do not finish it.")
        ),
        tuple(say.word(words) for words in HEAD),
        (
            _row(say.word(_("Your questionnaire")), ours, say),
            _row(say.word(_("Three questions")), short, say),
        ),
    )  # fmt: skip


HEAD = (
    _("Questionnaire"),
    _("Minutes"),
    _("Answers"),
    _("Margin of the NPS"),
    _("Hours given"),
)
CHANNEL = Choice(
    "channel", _("How is it asked?"), (("web", _("in writing")), ("phone", _("by phone")))
)
LOSS = Turn("loss", _("Assumption: how many in a hundred does each further minute lose?"), 3, 0, 50)
LENGTH = Question(
    _("What does a long questionnaire cost?"),
    (
        Turn("rated", _("Questions with a scale"), 20, 0, 200),
        Turn("written", _("Questions answered in one’s own words"), 2, 0, 50),
        CHANNEL,
        Turn("invited", _("How many people are invited?"), 1000, 0, 10_000_000, 50),
        Turn("response", _("How many in a hundred would answer one minute?"), 30, 0, 100),
        LOSS,
    ),
    _length,
)  # fmt: skip
