"""Jinja environments that escape everything."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cxkit.language import format_date, format_number, format_percent, format_time

TEMPLATES = Path(__file__).parent / "templates"


@cache
def package_environment(package: str) -> Environment:
    """Return the environment of a room: its own ``templates/`` first, then the common ones.

    Parameters
    ----------
    package : str
        The room's folder below ``cxkit``, such as ``"journey"``.
    """
    own = Path(__file__).parent.parent / package / "templates"
    environment = Environment(
        loader=FileSystemLoader([own, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        number=format_number, percent=format_percent, day=format_date, clock=format_time
    )
    return environment


def render(template: str, *, package: str = "core", **values: object) -> str:
    """Render one template of a room with everything escaped."""
    return package_environment(package).get_template(template).render(values)
