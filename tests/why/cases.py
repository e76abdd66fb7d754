"""Episodes, laws and conditions that tests start from."""

from cxkit.why import Episode
from cxkit.why.model import CONDITIONS, LAWS

TRAIN = {
    "id": "e1",
    "title": "The ticket",
    "place": "ours",
    "promised": "A changeable ticket",
    "expected": "To change it on the platform",
    "happened": "On 3 May the queue ended ten minutes before departure",
    "causes": ("rule",),
    "cause": "Changes are made at the window only",
    "ending": "silent",
    "recovery": "“Get on, I'll see to it”",
    "per_year": 10,
    "value": 60,
    "margin": 30,
    "years": 5,
}


def episode(**changes):
    """Return the train episode with some fields changed."""
    return Episode(**{**TRAIN, **changes})


def laws(level=2, **changes):
    """Return the six ratings, all at one level but for the changes."""
    return {**dict.fromkeys(LAWS, level), **changes}


def conditions(level=4, *, proved=True, **changes):
    """Return the seven conditions at one level, each with a dated proof."""
    rated = dict.fromkeys(CONDITIONS, level)
    evidence = {f"{name}_evidence": "Done on 3 May 2026" for name in CONDITIONS}
    return {**rated, **(evidence if proved else {}), **changes}
