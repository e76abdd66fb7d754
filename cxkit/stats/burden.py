"""What a questionnaire costs: minutes of the people asked, and answers that are lost on the way.

The seconds are working assumptions of ours, on the safe side: time your own survey with five
people. How many people a minute more drives away has no general answer: M. Galesic and M. Bosnjak
(*Public Opinion Quarterly* 73, 2009, 349–360) saw fewer start and finish when 20 or 30 minutes were
announced instead of 10; P. Lugtig and A. Luiten (*Survey Methods: Insights from the Field*, 2021)
found no effect of the stated length. So the loss is a number to be put in, not one that is known.
"""

from dataclasses import dataclass

from cxkit.language import mark as _
from cxkit.stats.words import refusal

SECONDS = {"": 8, "yes-no": 6, "one-of": 10, "open": 40}
RATED_SECONDS = 8
WORDS_A_MINUTE = 200
ALOUD = 1.6
"""By phone every word is spoken: a survey takes this many times longer."""
FREE = 1.0
"""The first minute drives nobody away who was willing to answer at all."""


@dataclass(frozen=True)
class Burden:
    """What a questionnaire costs and brings.

    Parameters
    ----------
    minutes : float
        For one person who answers all of it.
    answers : float
        Expected complete answers.
    hours : float
        Time that those who answer give, together.
    """

    minutes: float
    answers: float
    hours: float


def burden(
    rated: int, written: int, *, invited: int, response: float, loss: float, spoken: bool = False
) -> Burden:
    """Estimate what a questionnaire costs and brings.

    Parameters
    ----------
    rated, written : int
        Questions with a scale, and questions answered in one's own words.
    invited : int
        People who are invited.
    response : float
        Share of them who would answer a questionnaire of a minute, from 0 to 1.
    loss : float
        Share of those still willing whom each further minute drives away, from 0 to 1: an
        assumption.
    spoken : bool
        Whether it is done by phone.

    Raises
    ------
    ValueError
        When a number is out of its range.

    Examples
    --------
    >>> found = burden(20, 2, invited=1000, response=0.3, loss=0.03)
    >>> round(found.minutes, 1), round(found.answers), round(found.hours, 1)
    (4.0, 274, 18.3)
    """
    if min(rated, written, invited) < 0:
        raise refusal(_("Questions and people are counted from 0 up."))
    for name, value in (("response", response), ("loss", loss)):
        if not 0 <= value <= 1:
            raise refusal(_("{name} is {value}; it runs from 0 to 1."), name=name, value=value)
    seconds = rated * RATED_SECONDS + written * SECONDS["open"]
    minutes = seconds / 60 * (ALOUD if spoken else 1.0)
    answers = invited * response * (1 - loss) ** max(0.0, minutes - FREE)
    return Burden(minutes, answers, answers * minutes / 60)
