"""The bank's unbroken thread, and each way in which the tests break it."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from cxkit.core.thread import Thread
from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.workbook import Workbook
from tests.workbook.mending import Change, Values, both, delete, item, put, unlink, write

Loose = tuple[str, str, str]


def sample(case: str, lang: Lang = "en") -> Workbook:
    """Return a sample case."""
    return Workbook.read(samples() / f"{case}.{lang}.cxworkbook.json")


BANK = sample("bank").values()


def broken(change: Change) -> Workbook:
    """Return the bank's workbook after a change."""
    values = copy.deepcopy(BANK)
    change(values)
    return Workbook.from_values("", "en", values)


def loose(thread: Thread) -> list[Loose]:
    """Return each break's rule, what hangs loose, and the exercise that mends it."""
    return [(one.key, one.node.id if one.node else "", one.exercise) for one in thread.breaks]


def without_texts(values: Values) -> None:
    """Empty the behaviours of one value."""
    for behaviour in item(values, "value-sincerita")["behaviours"]:
        behaviour["text"] = ""


NEEDS = [need["id"] for need in item(BANK, "p-teresa")["needs"]]
BREAKS: Sequence[tuple[str, Change, list[Loose]]] = [
    ("an owner", put("ln-sportello", owner=" "),
     [("moment-no-owner", "tp-sportello", "blueprint")]),
    ("a line of the blueprint", delete("ln-sportello"),
     [("moment-no-owner", "tp-sportello", "blueprint")]),
    ("the listening at a moment", unlink("listening-posts", "tp-stipendio"),
     [("moment-no-post", "tp-stipendio", "listening-posts")]),
    ("the listening at a moment that the front-line log names",
     both(unlink("listening-posts", "tp-stipendio"), put("lg-codici", touchpoint="tp-stipendio")),
     [("moment-no-post", "tp-stipendio", "listening-posts")]),
    ("who receives", put("lp-annuale", receiver=""),
     [("post-no-receiver", "lp-annuale", "listening-posts")]),
    ("what it decides", put("lp-annuale", decision=""),
     [("post-no-decision", "lp-annuale", "listening-posts")]),
    ("the needs of a moment", put("tp-stipendio", meets=[]),
     [("moment-no-need", "tp-stipendio", "journey-map")]),
    ("a need on the map", unlink("journey-map", "n-storia"),
     [("need-unmet", "n-storia", "journey-map")]),
    ("the needs of the vision", write("vision-statement", needs=[]),
     [("vision-no-need", "pr-chiaro", "vision-statement")]),
    ("the measure of a moment", unlink("kpi-plan", "tp-stipendio"),
     [("moment-no-kpi", "tp-stipendio", "kpi-plan")]),
    ("a measure's owner", put("kpi-notizie", owner=""),
     [("kpi-no-owner", "kpi-notizie", "kpi-plan")]),
    ("a question's measure", put("sv-facile", kpi=""),
     [("question-no-kpi", "sv-facile", "survey-design"),
      ("kpi-not-asked", "kpi-facilita", "survey-design")]),
    ("the gestures of a value", without_texts,
     [("value-no-behaviour", "value-sincerita", "values-behaviours")]),
    ("the gestures of a principle", unlink("vision-to-behaviours", "pr-memoria"),
     [("principle-no-behaviour", "pr-memoria", "vision-to-behaviours"),
      ("behaviour-no-principle", "b-scheda", "vision-to-behaviours"),
      ("behaviour-no-principle", "b-campi", "vision-to-behaviours")]),
    ("a gesture's principle", put("b-notizie", principle=""),
     [("behaviour-no-principle", "b-notizie", "vision-to-behaviours")]),
    ("the pillar against an obstacle", unlink("pillars", "obstacle-silos"),
     [("obstacle-no-pillar", "obstacle-silos", "pillars")]),
    ("the value behind a pillar", unlink("values-behaviours", "pillar-rewards"),
     [("pillar-no-value", "pillar-rewards", "values-behaviours")]),
    ("all measures of a gesture",
     both(*(unlink(name, "b-lettere") for name in ("kpi-plan", "kpi-questions", "rewards"))),
     [("behaviour-unmeasured", "b-lettere", "kpi-plan")]),
    ("the place of a gap", put("gp-promessa", kpi="", touchpoint=""),
     [("kpi-no-gap", "kpi-promessa", "malma"), ("kpi-no-gap", "kpi-nps", "malma"),
      ("gap-no-place", "gp-promessa", "malma")]),
    ("the action on a gap", unlink("actions", "gp-accesso"),
     [("gap-no-action", "gp-accesso", "actions")]),
    ("the action on a gap that the aspects point to", unlink("actions", "gp-chiamate"),
     [("known-gap-no-action", "gp-chiamate", "actions")]),
    ("the gap of an aspect to improve", put("im-notizie", gaps=[]),
     [("aspect-no-gap", "", "strengths")]),
    ("what a focus module led to", put("md-campagna", led_to=" "),
     [("module-no-action", "", "benchmark")]),
    ("the gap of a measure that fell",
     both(put("kpi-promessa", target=None), put("gp-promessa", kpi="", touchpoint="tp-notizie")),
     [("fall-no-gap", "kpi-promessa", "malma"), ("kpi-no-gap", "kpi-nps", "malma")]),
    ("an action's owner", put("ac-codici", owner=""),
     [("action-no-owner", "ac-codici", "actions")]),
    ("an action's date", put("ac-codici", due=None),
     [("action-no-date", "ac-codici", "actions")]),
    ("what an action is for", put("ac-codici", gaps=[], obstacles=[]),
     [("gap-no-action", "gp-accesso", "actions"), ("action-no-gap", "ac-codici", "actions")]),
    ("the action on an obstacle",
     both(unlink("actions", "ob-permessi"), unlink("malma", "ob-permessi")),
     [("severe-no-action", "ob-permessi", "actions")]),
    ("the news of an action",
     both(put("ac-codici", message=""), unlink("communication-plan", "ac-codici")),
     [("action-no-message", "ac-codici", "communication-plan")]),
    ("an audience's messages", unlink("communication-plan", "au-guide"),
     [("audience-no-message", "au-guide", "communication-plan")]),
    ("a message's audience", put("ms-foglio", audiences=[]),
     [("message-no-audience", "ms-foglio", "communication-plan")]),
    ("the needs of a person",
     both(*(delete(need) for need in NEEDS), *(unlink(name, need) for need in NEEDS
            for name in ("vision-statement", "needs", "journey-map"))),
     [("persona-no-need", "p-teresa", "buyer-persona")]),
    ("the actions at a moment",
     both(*(unlink("actions", one) for one in ("tp-notizie", "gp-scheda", "gp-chiamate"))),
     [("gap-no-action", "gp-scheda", "actions"), ("moment-no-action", "tp-notizie", "actions"),
      ("known-gap-no-action", "gp-chiamate", "actions")]),
    ("a need others link to", delete("n-storia"),
     [("link-broken", "", "vision-statement"), ("link-broken", "rq-dati", "needs"),
      ("link-broken", "tp-telefono", "journey-map"),
      ("link-broken", "tp-domanda", "journey-map")]),
    ("a gap that an action links to", delete("gp-accesso"),
     [("link-broken", "ac-codici", "actions")]),
    ("an action that others link to", delete("ac-codici"),
     [("gap-no-action", "gp-accesso", "actions"), ("link-broken", "rs-codici", "roadmap"),
      ("link-broken", "ms-moduli", "communication-plan")]),
]  # fmt: skip
