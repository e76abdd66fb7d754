"""A link to a break goes to the very field, whatever is folded around it, in either language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from cxkit.forms.example import worked_example
from tests.browser.visit import Visitor

FOCUSED = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const middle = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 12)];
  const top = document.elementFromPoint(...middle);
  return {
    exercise: one.closest(".cx-exercise")?.dataset.exercise ?? "",
    path: one.closest("[data-path]")?.dataset.path ?? "",
    inSight: box.top >= 0 && box.bottom <= innerHeight + 1 && (one === top || one.contains(top)),
  };
}"""


def wait_at(page: Page, exercise: str, *path: str) -> None:
    """Wait until a field has focus, in the window, with no bar over it."""
    first, last = path[0], path[-1]
    page.wait_for_function(
        f"""([exercise, first, last]) => {{
          const found = ({FOCUSED})();
          const steps = found.path.split("/");
          return found.exercise === exercise && steps[0] === first && steps.at(-1) === last
            && found.inSight;
        }}""",
        arg=[exercise, first, last],
    )


def sample(visitor: Visitor, case: str) -> None:
    """Open a sample case."""
    visitor.server.new_sample(case, "it")
    visitor.page.goto(visitor.server.origin)


@pytest.mark.parametrize(
    ("chapter", "place"),
    [
        ("05-journey", ("blueprint", "lines", "tp-sportello", "owner")),
        ("05-journey", ("journey-map", "touchpoints", "tp-racconto", "meets")),
        ("06-measure", ("kpi-plan", "kpis", "kpi-notizie", "owner")),
        ("04-listening", ("listening-posts", "posts", "lp-annuale", "receiver")),
        ("03-vision", ("vision-statement", "needs")),
    ],
)
def test_an_address_names_a_field_that_then_takes_typing(
    visitor: Visitor, chapter: str, place: tuple[str, ...]
) -> None:
    sample(visitor, "bank")
    visitor.open(chapter, anchor="#" + "/".join(place))
    wait_at(visitor.page, *place)


def follow(page: Page, link: Locator) -> str:
    """Click a link and return the fragment it leads to."""
    href = link.get_attribute("href") or ""
    link.click()
    page.wait_for_url("**#" + href.partition("#")[2])
    return href.partition("#")[2]


def test_home_s_list_leads_to_the_field(visitor: Visitor) -> None:
    sample(visitor, "railway")
    page = visitor.page
    place = follow(page, page.locator(".cx-breaks a").first)
    visitor.ready()
    exercise, field = place.split("/")[:2]
    visitor.page.wait_for_function(
        f"""([exercise, field]) => {{
          const found = ({FOCUSED})();
          return found.exercise === exercise && found.path.startsWith(field) && found.inSight;
        }}""",
        arg=[exercise, field],
    )


def test_the_drawn_thread_leads_to_another_chapter_and_to_its_own(visitor: Visitor) -> None:
    sample(visitor, "railway")
    visitor.open("10-roadmap")
    link = visitor.exercise("thread").picture.locator("a[href*='/tp-binario/owner']").first
    follow(visitor.page, link)
    visitor.ready()
    wait_at(visitor.page, "blueprint", "lines", "tp-binario", "owner")


def test_a_link_within_the_page_goes_there_without_loading_it_again(visitor: Visitor) -> None:
    sample(visitor, "bank")
    visitor.open("05-journey")
    visitor.page.evaluate("location.hash = '#blueprint/lines/tp-sportello/owner'")
    wait_at(visitor.page, "blueprint", "lines", "tp-sportello", "owner")


def test_the_other_language_shows_the_same_field(visitor: Visitor) -> None:
    sample(visitor, "bank")
    visitor.open("06-measure", anchor="#kpi-plan/kpis/kpi-notizie/owner")
    visitor.page.locator(".cx-langs a[hreflang=en]").click()
    visitor.page.wait_for_url(re.compile("/en/06-measure.ipynb#kpi-plan/kpis/kpi-notizie/owner$"))
    visitor.ready()
    wait_at(visitor.page, "kpi-plan", "kpis", "kpi-notizie", "owner")


@pytest.mark.parametrize(
    "place", ["", "#", "#nothing/at/all", "#kpi-plan/%", "#kpi-plan/kpis/gone", "#<img>/x", "#//"]
)
def test_a_place_that_is_not_there_does_no_harm(visitor: Visitor, place: str) -> None:
    sample(visitor, "bank")
    visitor.open("06-measure", anchor=place)
    visitor.exercise("kpi-plan").write("Letto bene", "reading")
    visitor.exercise("kpi-plan").saved()


def test_an_example_names_what_it_links_to_and_starts_without_it(visitor: Visitor) -> None:
    visitor.open("05-journey")
    blueprint = visitor.exercise("blueprint")
    blueprint.root.get_by_role("button", name="Mostra un esempio").click()
    shown = visitor.page.locator("wa-dialog")
    touchpoint = worked_example("blueprint", "it")["names"]["tp-sportello"]
    expect(shown.locator(".cx-reading-list").first).to_contain_text(touchpoint)
    expect(shown).not_to_contain_text("Eliminat")
    shown.get_by_role("button", name="Usa come punto di partenza").click()
    blueprint.saved()
    lines = visitor.stored("blueprint")["lines"]
    assert lines
    assert {line["touchpoint"] for line in lines} == {""}
    assert all(line["front_stage"] or line["back_stage"] for line in lines)
    expect(blueprint.root.get_by_text("non si riferiscono ancora a nulla")).to_be_visible()
