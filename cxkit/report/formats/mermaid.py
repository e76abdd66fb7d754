"""Mermaid: the journey, the red thread and the roadmap as text that many editors draw.

A diagram holds less than the workbook, and each file says in its first lines what is not in it.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from cxkit.core.phrases import brief
from cxkit.core.thread import STAGE_OF, STAGES, Node, Thread
from cxkit.core.wording import wording_of
from cxkit.journey.mermaid import escape
from cxkit.journey.model import Journey
from cxkit.language import Lang, Translator, translator
from cxkit.language import mark as _
from cxkit.report.request import Request
from cxkit.roadmap.model import ROAD, Roadmap, Step

JOURNEY_LOSES = _(
    "In this diagram: title, phases, touchpoints, emotions as scores from 1 to 5 (−2 and −1 fall "
    "together, and so do +1 and +2; not rated becomes 3). Everything else is in the workbook."
)
THREAD_LOSES = _(
    "In this diagram: what is tied to something, and the ties. Long names are cut. "
    "Everything else is in the workbook."
)
ROADMAP_LOSES = _(
    "In this diagram: the steps with their dates. Those without a date are left out. "
    "Everything else is in the workbook."
)


def write(request: Request) -> Mapping[str, bytes]:
    """Return one ``.mmd`` file for each diagram whose exercise is asked for and begun."""
    return {f"{name}.mmd": text.encode() for name, text in diagrams(request).items()}


def diagrams(request: Request) -> dict[str, str]:
    """Return the text of each diagram by its name: journey, thread, roadmap."""
    answers, lang = request.book.answers, request.lang
    journey, road = answers.get(Journey.exercise), answers.get(Roadmap.exercise)
    found: dict[str, str] = {}
    if isinstance(journey, Journey) and journey.touchpoints and _asked(request, journey.exercise):
        found["journey"] = _told(JOURNEY_LOSES, lang) + journey.to_mermaid(lang) + "\n"
    thread = request.context.thread
    if thread is not None and thread.ties and _asked(request, "thread"):
        found["thread"] = _told(THREAD_LOSES, lang) + _flowchart(thread, lang)
    if isinstance(road, Roadmap) and _asked(request, road.exercise) and any(map(_days, road.steps)):
        title = request.book.title or wording_of(road.exercise).title.in_(lang)
        found["roadmap"] = _told(ROADMAP_LOSES, lang) + _gantt(road, title, lang)
    return found


def _asked(request: Request, exercise: str) -> bool:
    return exercise in request.chosen


def _told(sentence: str, lang: Lang) -> str:
    return f"%% {translator(lang)(sentence)}\n"


def _flowchart(thread: Thread, lang: Lang) -> str:
    """Draw the thread from left to right: one box for each stage, a line for each tie."""
    nodes = {node.id: node for node in thread.nodes}
    ties = list(dict.fromkeys((tie.source, tie.target, tie.kind) for tie in thread.ties))
    ties = [tie for tie in ties if tie[0] in nodes]
    tied = {end for source, target, _ in ties for end in (source, target)}
    names = {item: f"n{place}" for place, item in enumerate(i for i in nodes if i in tied)}
    gone = dict.fromkeys(target for _, target, _ in ties if target not in nodes)
    lost = {target: f"lost{place}" for place, target in enumerate(gone)}
    stages = wording_of("thread").field("first").options
    lines = ["flowchart LR"]
    for stage in STAGES:
        inside = [nodes[item] for item in names if STAGE_OF.get(nodes[item].kind) == stage]
        if inside:
            lines.append(f'  subgraph {stage}["{escape(stages[stage].in_(lang))}"]')
            lines += [f'    {names[node.id]}["{_name(node)}"]' for node in inside]
            lines.append("  end")
    loose = [nodes[item] for item in names if nodes[item].kind not in STAGE_OF]
    lines += [f'  {names[node.id]}["{_name(node)}"]' for node in loose]
    deleted = escape(translator(lang)(_("deleted")))
    lines += [f'  {name}["{deleted}"]:::lost' for name in lost.values()]
    lines += [f"  {names[source]} {'-.->' if target in lost else '-->'} "
              f"{lost.get(target) or names[target]}" for source, target, _ in ties]  # fmt: skip
    return "\n".join([*lines, "  classDef lost stroke-dasharray: 4 3", ""])


def _name(node: Node) -> str:
    return escape(brief(node.label, 60))


def _gantt(road: Roadmap, title: str, lang: Lang) -> str:
    words = wording_of(Roadmap.exercise).field("steps", "stretch")
    tr = translator(lang)
    lines = ["gantt", f"  title {escape(title)}", "  dateFormat YYYY-MM-DD", "  inclusiveEndDates"]
    for stretch in (*ROAD, ""):
        steps = [step for step in road.steps if step.stretch == stretch]
        tasks = list(_tasks(road, steps, tr))
        if tasks:
            name = words.options[stretch].in_(lang) if stretch else tr("Others")
            lines += [f"  section {escape(name)}", *tasks]
    return "\n".join([*lines, ""])


def _tasks(road: Roadmap, steps: list[Step], tr: Translator) -> Iterator[str]:
    places = {step.id: place for place, step in enumerate(road.steps, 1)}
    for step in steps:
        days = _days(step)
        if days is None:
            continue
        kind = "done, " if step.done else ""
        name = escape(step.name or tr("Without a name"))
        if step.milestone and days[0] == days[1]:
            yield f"    {name} :{kind}milestone, s{places[step.id]}, {days[0]}, 0d"
        else:
            yield f"    {name} :{kind}s{places[step.id]}, {days[0]}, {days[1]}"


def _days(step: Step) -> tuple[date, date] | None:
    """Return the first and last day of a step; None when it has no date."""
    days = [day for day in (step.starts, step.ends) if day]
    return (min(days), max(days)) if days else None
