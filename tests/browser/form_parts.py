"""What the tests of the exercise form share: fields of every kind, and ways to find them."""

from __future__ import annotations

from typing import Any

from tests.browser.harness.page import ROOT, field

STEPS = [{"value": n, "text": f"Step {n} described"} for n in range(5)]
MOODS = [{"value": n, "text": f"Mood {n}"} for n in range(-3, 4)]
OPTIONS = [{"value": value, "label": value.capitalize()} for value in ("a", "b", "c", "d", "e")]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{7*7}}'


def all_kinds() -> list[dict[str, Any]]:
    """List one field of each kind, and lists of them."""
    need = [field("text", "text", max_length=200), field("weight", "rating", min=0, max=4)]
    card = [
        field("name", "text", max_length=200),
        field("story", "long-text", max_length=4000),
        field("needs", "cards", fields=need, label_field="text", add="Add a need", max_items=20),
    ]
    row = [
        field("what", "text", max_length=200),
        field("how_many", "number", min=0, max=100),
        field("when", "date"),
        field("done", "switch"),
        field("who", "choice", options=OPTIONS),
        field("tags", "tags", max_items=5),
    ]
    step = [
        field("name", "text", max_length=200),
        field("phase", "link", target="phase"),
        field("quote", "long-text", max_length=4000),
        field("mood", "rating", min=-3, max=3, anchors=MOODS),
        field("channels", "choices", options=OPTIONS),
        field("key", "switch"),
    ]
    watch = [field("touchpoint", "link", target="touchpoint"), field("owner", "text")]
    listed = {"label_field": "name", "max_items": 60}
    return [
        field("title", "text", max_length=40, needed=True, help="In one line.", example="Hello"),
        field("goal", "long-text", max_length=4000),
        field("price", "number", min=0, max=100),
        field("due", "date"),
        field("urgent", "switch"),
        field("state", "choice", options=OPTIONS[:2]),
        field("sector", "choice", options=OPTIONS),
        field("channels", "choices", options=OPTIONS),
        field("words_used", "tags", max_items=5),
        field("level", "rating", min=0, max=4, anchors=STEPS),
        field("climate", "matrix", anchors=STEPS, fields=[
            field("trust", "rating", min=0, max=4), field("pride", "rating", min=0, max=4)]),
        field("persona", "link", target="persona"),
        field("helpers", "links", target="persona"),
        field("portrait", "picture", types=["image/png", "image/jpeg", "image/webp"],
              max_bytes=290_000),
        field("people", "cards", fields=card, add="Add a person", **listed),
        field("tasks", "table", fields=row, layout="rows", add="Add a task", label_field="what",
              max_items=60, link_kind="task"),
        field("phases", "cards", fields=[field("name", "text", max_length=200)],
              add="Add a phase", link_kind="phase", **listed),
        field("touchpoints", "table", fields=step, layout="lanes", group_by="phase",
              add="Add a touchpoint", link_kind="touchpoint", **listed),
        field("watches", "table", fields=watch, layout="rows", per="touchpoint",
              label_field="touchpoint", max_items=60),
    ]  # fmt: skip


def journey() -> dict[str, Any]:
    """Give a small value with two phases and three touchpoints."""
    return {
        "phases": [{"id": "p1", "name": "Before"}, {"id": "p2", "name": "After"}],
        "touchpoints": [
            {"id": "t1", "name": "Sees the poster", "phase": "p1"},
            {"id": "t2", "name": "Asks a friend", "phase": "p1"},
            {"id": "t3", "name": "Reads the bill", "phase": "p2"},
        ],
    }


def only(*names: str) -> list[dict[str, Any]]:
    """Pick fields by name."""
    return [one for one in all_kinds() if one["name"] in names]
