"""A model's fields as forms see them."""

from __future__ import annotations

import pytest

from cxkit.core import Answer, shapes_of
from cxkit.core.fields import FieldShape
from tests.core.models import Everything, Laws, Route, Stop

SHAPES = {shape.name: shape for shape in shapes_of(Everything)}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("name", "text"), ("story", "long-text"), ("budget", "number"), ("day", "date"),
        ("done", "switch"), ("size", "choice"), ("channels", "choices"), ("words", "tags"),
        ("mood", "rating"), ("laws", "matrix"), ("routes", "cards"), ("rows", "table"),
        ("best", "link"), ("also", "links"), ("portrait", "picture"),
    ],
)  # fmt: skip
def test_each_annotation_has_its_kind(name: str, kind: str) -> None:
    assert SHAPES[name].kind.name == kind


def test_fields_come_in_the_models_order_without_ids() -> None:
    assert list(SHAPES) == list(Everything.model_fields)
    assert [shape.name for shape in shapes_of(Stop)] == ["name", "mood"]


def bounds(shape: FieldShape) -> tuple[float | None, float | None]:
    return shape.minimum, shape.maximum


def test_bounds_are_read_through_optional_and_annotated() -> None:
    assert bounds(SHAPES["mood"]) == (-3, 3)
    assert bounds(SHAPES["share"]) == (0, 100)
    assert bounds(SHAPES["budget"]) == (None, None)
    assert SHAPES["name"].max_length == 200
    assert SHAPES["routes"].max_length == 4


def test_options_leave_out_the_open_choice() -> None:
    assert SHAPES["size"].options == ("small", "large")
    assert SHAPES["channels"].options == ("shop", "web")


def test_parts_have_their_own_fields() -> None:
    routes = SHAPES["routes"]
    assert routes.part is Route
    assert [shape.name for shape in routes.fields] == ["title", "stops"]
    assert routes.fields[1].fields == shapes_of(Stop)
    assert SHAPES["laws"].fields == shapes_of(Laws)


def test_needed_fields_are_marked() -> None:
    needed = {name for name, shape in SHAPES.items() if shape.needed}
    assert needed == Everything.needed


def test_a_table_keeps_what_it_says_of_itself() -> None:
    kind = SHAPES["rows"].kind
    assert (kind.layout, kind.per, kind.target) == ("lanes", "route", None)


def test_a_field_that_fits_no_kind_is_a_mistake_of_the_model() -> None:
    class Odd(Answer):
        blob: bytes = b""

    with pytest.raises(TypeError, match="no field kind"):
        shapes_of(Odd)
