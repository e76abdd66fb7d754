"""The report's page: the templates that nbconvert and `report_html` share."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from cxkit.core.template import compiled_templates, package_environment
from cxkit.report.parts import Report
from cxkit.report.script import scripts_of
from cxkit.report.style import css_string, dress, style_sheet
from cxkit.report.views import batches, paragraphs

TEMPLATES = Path(__file__).parent / "templates"
NAME = "cxworkbook"


def equip(environment: Environment) -> Environment:
    """Give an environment what the templates need; escape everything.

    Most of what the templates draw was written by strangers.
    """
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters.update(package_environment("report").filters)
    environment.filters.update(
        batches=batches, css_string=css_string, dress=dress, paragraphs=paragraphs,
        scripts=scripts_of,
    )  # fmt: skip
    environment.globals["style_sheet"] = style_sheet
    return environment


def page_html(report: Report, template: str = "index.html.j2", **values: object) -> str:
    """Draw a report as one HTML document that needs nothing else."""
    page = _environment().get_template(template)
    return page.render(resources={"report": report}, **values).lstrip()


@cache
def _environment() -> Environment:
    return equip(
        Environment(
            loader=FileSystemLoader(TEMPLATES / NAME),
            autoescape=True,
            bytecode_cache=compiled_templates(),
        )
    )
