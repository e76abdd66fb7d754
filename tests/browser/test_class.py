"""A class in real browsers: teams write together, comments arrive, chapters open."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect

from cxkit.store import Store
from tests.browser.visit import Visitor, visiting
from tests.classroom.people import closed
from tests.classroom.serving import ROOM, Serving, serving


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("school"), room=ROOM) as running:
        yield running


def found_team(visitor: Visitor, title: str) -> str:
    """Make a team from home and return its workbook's id."""
    visitor.page.goto(visitor.server.origin)
    visitor.page.locator("form[action$='/teams'] input[name=title]").fill(title)
    visitor.page.locator("form[action$='/teams'] button").click()
    leave = visitor.page.locator("form[action*='/leave']").first
    expect(leave).to_be_visible()
    return str(leave.get_attribute("action")).split("/")[-2]


def join_team(visitor: Visitor, team: str) -> None:
    """Join a team from home, and wait until home says so."""
    visitor.page.goto(visitor.server.origin)
    visitor.page.locator(f"form[action$='/teams/{team}/join'] button").click()
    expect(visitor.page.locator(f"form[action$='/teams/{team}/leave']")).to_be_visible()


def person(server: Serving, name: str) -> str:
    with Store.open(server.database) as store:
        room = store.classes.named(ROOM)
        assert room is not None
        found = store.classes.credentials(room.id, name)
        assert found is not None
        return found[0].person


def test_a_team_sees_each_others_changes_and_who_is_there(
    browser: Browser, school: Serving
) -> None:
    with visiting(browser, school, "Anna") as anna, visiting(browser, school, "Bea") as bea:
        team = found_team(anna, "La banca")
        join_team(bea, team)
        anna.open("00-start")
        bea.open("00-start")
        expect(anna.page.locator(".cx-here")).to_contain_text("Bea")
        expect(bea.page.locator(".cx-here")).to_contain_text("Anna")
        anna.exercise("profile").write("Banca Valchiara", "company")
        anna.exercise("profile").saved()
        begun = time.monotonic()
        expect(bea.exercise("profile").control("company")).to_have_value("Banca Valchiara")
        waited = time.monotonic() - begun
        bea.exercise("profile").write("Credito", "sector")
        bea.exercise("profile").saved()
        expect(anna.exercise("profile").control("sector")).to_have_value("Credito")
        expect(anna.exercise("profile").control("company")).to_have_value("Banca Valchiara")
        bea.leave()
        expect(anna.page.locator(".cx-here")).to_be_hidden()
        print(f"a team-mate's change was seen after {waited:.2f} s")


def test_what_both_change_at_once_is_kept_twice(browser: Browser, school: Serving) -> None:
    with visiting(browser, school, "Carla") as carla, visiting(browser, school, "Dora") as dora:
        team = found_team(carla, "La ferrovia")
        join_team(dora, team)
        carla.open("00-start")
        dora.open("00-start")
        mine, theirs = carla.exercise("profile"), dora.exercise("profile")
        dora.pardon("WebSocket", "ERR_")
        dora.page.context.set_offline(True)
        expect(dora.page.locator(".cx-connection")).to_be_visible()
        theirs.write("Duemari", "company")
        mine.write("Ferrovie", "company")
        mine.saved()
        dora.page.context.set_offline(False)
        conflict = dora.page.locator(".cx-conflict")
        expect(conflict).to_contain_text("Ferrovie")
        expect(conflict).to_contain_text("Duemari")


def test_a_comment_is_seen_at_once_and_is_no_markup(browser: Browser, school: Serving) -> None:
    with visiting(browser, school, "Elio") as elio:
        elio.open("00-start")
        with Store.open(school.database) as store:
            mine = person(school, "Elio")
            book = store.current_workbook(mine)
            assert book is not None
            (leader,) = store.classes.members(store.classes.all()[0].id, "instructor")
            text = "<b>Why</b> these goals?\nAnd who decides?"
            store.talk.comment(book.id, "profile", text, person=leader.person)
        section = elio.page.locator('.cx-comments[data-exercise="profile"]')
        expect(section.locator("li")).to_have_count(1)
        expect(section.locator("li p")).to_have_text(text)
        expect(elio.page.locator(".cx-news")).to_be_visible()
        section.locator("textarea").fill("Il direttore")
        section.locator("form button").click()
        expect(section.locator("li")).to_have_count(2)
        expect(section.locator("textarea")).to_have_value("")
        elio.page.reload()
        elio.ready()
        expect(section.locator("li")).to_have_count(2)
        with Store.open(school.database) as store:
            said = store.talk.comments(book.id, "profile", person=leader.person)
        assert [one.author_name for one in said] == [leader.name, "Elio"]
        assert said[0].read_at is not None


def test_a_locked_chapter_is_friendly_and_shown_on_home(browser: Browser, school: Serving) -> None:
    with closed(school, "07-listen-to-data"), visiting(browser, school, "Fabio") as fabio:
        expect(fabio.page.locator(".cx-is-locked")).to_have_count(1)
        fabio.pardon("423")
        fabio.page.goto(school.chapter("07-listen-to-data"))
        expect(fabio.page.locator("main")).to_contain_text("non ha ancora aperto")


def test_the_timer_runs_on_every_page(browser: Browser, school: Serving) -> None:
    with visiting(browser, school, "Gino") as gino:
        gino.open("00-start")
        with Store.open(school.database) as store:
            room = store.classes.named(ROOM)
            assert room is not None
            ends = datetime(2999, 1, 1, tzinfo=UTC)
            store.classes.set_timer(room.id, ends, by="owner")
        expect(gino.page.locator(".cx-timer")).to_contain_text("Tempo rimasto")
        with Store.open(school.database) as store:
            store.classes.set_timer(room.id, None, by="owner")
        expect(gino.page.locator(".cx-timer")).to_be_hidden()


def test_the_instructor_projects_the_invitation(browser: Browser, school: Serving) -> None:
    with visiting(browser, school) as prof:
        prof.page.locator("a[href$='/class/invitation']").click()
        expect(prof.page.locator(".cx-qr")).to_be_visible()
        expect(prof.page.locator("main")).to_contain_text(school.code[:4])


def test_the_instructor_follows_locks_reads_and_comments(browser: Browser, school: Serving) -> None:
    with visiting(browser, school) as prof, visiting(browser, school, "Lea") as lea:
        prof.page.goto(f"{school.origin}/voila/render/class/people.ipynb")
        row = prof.page.locator("tr", has_text="Lea")
        expect(row).to_have_count(1)
        lea.open("00-start")
        lea.exercise("profile").write("Banca", "company")
        lea.exercise("profile").saved()
        begun = row.locator("td.is-begun a")
        expect(begun).to_have_count(1)
        lock = prof.page.locator('[data-key="lock-05-journey"]')
        lock.click()
        expect(lock).to_have_attribute("aria-pressed", "true")
        lea.pardon("423")
        lea.page.goto(school.chapter("05-journey"))
        expect(lea.page.locator("main")).to_contain_text("non ha ancora aperto")
        lock.click()
        expect(lock).to_have_attribute("aria-pressed", "false")
        lea.open("00-start")
        begun.click()
        prof.page.locator("textarea").fill("Chi sono i clienti?")
        prof.page.locator(".cx-comment-form button").click()
        comment = lea.page.locator('.cx-comments[data-exercise="profile"] li p')
        expect(comment).to_have_text("Chi sono i clienti?")


def test_a_vote_reaches_the_class_picture_without_names(browser: Browser, school: Serving) -> None:
    with visiting(browser, school) as prof, visiting(browser, school, "Mia") as mia:
        prof.page.goto(f"{school.origin}/voila/render/class/pictures.ipynb")
        bars = prof.page.locator(".cx-class-bars").first
        expect(bars).to_be_visible()
        mia.page.goto(f"{school.origin}/vote")
        mia.pardon("400")
        mia.page.locator("select").first.select_option("4")
        mia.page.locator("select").nth(1).select_option("3")
        mia.page.locator("main button").click()
        expect(mia.page.get_by_role("alert")).to_contain_text("7")
        mia.page.locator("select").nth(1).select_option("1")
        mia.page.locator("select").first.select_option("4")
        mia.page.locator("main button").click()
        expect(mia.page.get_by_role("status")).to_be_visible()
        expect(bars.locator("li").first).to_contain_text("4")
        assert "Mia" not in prof.page.locator("main").inner_text()
