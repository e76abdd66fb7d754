"""The document: one workbook of answers, its file, links between answers, and progress."""

from cxkit.workbook.accept import Accepted, accept
from cxkit.workbook.catalogue import ChapterPlan, chapter_plans, plan_of
from cxkit.workbook.create import (
    NotCreatedError,
    Wanted,
    birthplaces,
    given_places,
    with_new,
    without_new,
)
from cxkit.workbook.document import Workbook
from cxkit.workbook.format import FORMAT_VERSION, WorkbookFileError, schema
from cxkit.workbook.links import (
    Target,
    linkable,
    links_in,
    names_of_links,
    without_loose_links,
    writing_places,
)
from cxkit.workbook.merge import Clash, merge
from cxkit.workbook.progress import Progress, progress_of
from cxkit.workbook.titles import default_title, title_for

__all__ = [
    "FORMAT_VERSION",
    "Accepted",
    "ChapterPlan",
    "Clash",
    "NotCreatedError",
    "Progress",
    "Target",
    "Wanted",
    "Workbook",
    "WorkbookFileError",
    "accept",
    "birthplaces",
    "chapter_plans",
    "default_title",
    "given_places",
    "linkable",
    "links_in",
    "merge",
    "names_of_links",
    "plan_of",
    "progress_of",
    "schema",
    "title_for",
    "with_new",
    "without_loose_links",
    "without_new",
    "writing_places",
]
