"""Touchpoints say which needs of the personas they meet."""

from cxkit.core.fields import shapes_of
from cxkit.journey.model import Journey, Touchpoint


def test_a_touchpoint_links_to_the_needs_it_meets() -> None:
    journey = Journey(touchpoints=(Touchpoint(name="The call", meets=("n-stato",)),))
    assert Journey.from_json(journey.to_json()).touchpoints[0].meets == ("n-stato",)
    touchpoints = next(shape for shape in shapes_of(Journey) if shape.name == "touchpoints")
    meets = next(shape for shape in touchpoints.fields if shape.name == "meets")
    assert meets.kind.target == "need"
