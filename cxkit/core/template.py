"""Jinja environments that escape everything."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket

from cxkit.core.wording import as_said
from cxkit.language import format_date, format_number, format_percent, format_time, unit_gap
from cxkit.language.kept import kept_folder

TEMPLATES = Path(__file__).parent / "templates"


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates in files; what a full disk does not take is compiled again next time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one template, if there is room."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def compiled_templates() -> BytecodeCache | None:
    """Return where templates are kept compiled: compiling them costs more than a whole report."""
    folder = kept_folder()
    # Code that one Jinja wrote is not for another.
    pattern = f"%s-{version('jinja2')}.template"
    return CompiledTemplates(str(folder), pattern) if folder else None


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
        bytecode_cache=compiled_templates(),
    )
    environment.filters.update(
        number=format_number,
        percent=format_percent,
        unit_gap=unit_gap,
        day=format_date,
        clock=format_time,
        as_said=as_said,
    )
    return environment


def stream(template: str, *, package: str = "core", **values: object) -> Iterator[str]:
    """Render one template of a room bit by bit, everything escaped, as its values are ready."""
    yield from package_environment(package).get_template(template).generate(values)


def render(template: str, *, package: str = "core", **values: object) -> str:
    """Render one template of a room with everything escaped."""
    return package_environment(package).get_template(template).render(values)
