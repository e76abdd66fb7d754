"""The instructor's pages, for everybody: with a full class and on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from cxkit.forms.example import sample
from cxkit.store import OWNER, Store
from tests.browser.test_people import AXE, RUN, TOO_WIDE
from tests.browser.visit import visiting
from tests.classroom.serving import ROOM, Serving, serving

NAMES = (
    "Maria Vittoria Alessandra Colonna di Cesarò-Rospigliosi",
    "Senzaspazio" * 6,
    "محمد بن عبد الله",
    "👩‍💻 Zoë",
    "<b>Ugo</b>",
)
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve a class of people with odd names, one chapter closed, without anybody there."""
    with serving(tmp_path_factory.mktemp("full"), room=ROOM) as running:
        book = sample("railway", "it")
        with Store.open(running.database) as store:
            (room,) = store.classes.all()
            for name in NAMES:
                one = store.classes.join(room.id, name, secret="x").member.person
                made = store.create_workbook(book.title, "it", person=one, answers=book.values())
                store.set_current(one, made.id)
            store.classes.lock(room.id, "05-journey", by=OWNER)
            store.retention.keep(room.id, 180, by=OWNER)
        yield running


def read(server: Serving) -> str:
    """Return the address at which the first participant's journey is read."""
    with Store.open(server.database) as store:
        (room,) = store.classes.all()
        one = store.classes.members(room.id, "participant")[0]
        book = store.current_workbook(one.person)
    assert book is not None
    return f"/class/read/{book.id}/journey-map"


@pytest.mark.parametrize(
    ("lang", "options"),
    [("it", {"color_scheme": "light"}), ("en", {"color_scheme": "dark", **PHONE})],
    ids=["Italian, light", "English, dark, on a phone"],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, full: Serving, lang: str, options: dict[str, object]
) -> None:
    found = {}
    places = ("/", "/voila/render/class/people.ipynb", "/voila/render/class/pictures.ipynb",
              "/class/invitation", "/class/manage", "/vote", read(full))  # fmt: skip
    with visiting(browser, full, bypass_csp=True, **options) as prof:
        prof.page.goto(f"{full.origin}/?lang={lang}")
        for place in places:
            prof.page.goto(full.origin + place)
            if place.endswith(".ipynb"):
                expect(prof.page.locator(".cx-instructor-place h1")).to_have_text(ROOM)
            prof.page.evaluate(AXE.read_text(encoding="utf-8"))
            found[place] = prof.page.evaluate(RUN) + prof.page.evaluate(TOO_WIDE)
    assert {place: said for place, said in found.items() if said} == {}


def test_names_are_hidden_everywhere_on_the_table(browser: Browser, full: Serving) -> None:
    with visiting(browser, full) as prof:
        prof.page.goto(f"{full.origin}/voila/render/class/people.ipynb")
        table = prof.page.locator(".cx-instructor-people")
        expect(table).to_contain_text("180")
        expect(table).to_contain_text("Zoë")
        prof.page.locator('[data-key="names"]').click()
        expect(prof.page.locator('[data-key="names"]')).to_have_attribute("aria-pressed", "true")
        shown = prof.page.content()
        assert [name for name in NAMES if name in shown] == []
        assert "Ugo" not in shown
