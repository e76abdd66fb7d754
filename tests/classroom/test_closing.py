"""Into a chapter that the instructor has closed nobody else writes, by whatever door."""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus
from typing import Any

from cxkit.store import OWNER, ChapterShut, Store
from tests.classroom.client import Client
from tests.classroom.people import closed, enter, lead, person_of
from tests.classroom.serving import Serving
from tests.classroom.test_losses import team_of_two, workbook_of
from tests.classroom.writers import EXERCISE, Writer

JOURNEY = "/voila/render/it/05-journey.ipynb"
LISTENING = "/voila/render/it/04-listening.ipynb"
WANTED = {"target": "touchpoint", "id": "i0123456789ab", "label": "Chiede allo sportello"}


def home(client: Client) -> Client:
    client.keep(client.get("/"))
    return client


def stored(school: Serving, name: str) -> dict[str, Any]:
    """Return all that the database holds of somebody's open workbook, by exercise."""
    with Store.open(school.database) as store:
        answers = store.answers(workbook_of(school, name), person=person_of(school, name))
    return {name: answer.value for name, answer in answers.items()}


def test_no_earlier_version_is_brought_back(school: Serving) -> None:
    ada = Writer(home(enter(school, "Ada")))

    async def attack() -> dict[str, Any]:
        await ada.open()
        for motto in ("Prima", "Dopo"):
            assert (await ada.write({"motto": motto}))["kind"] == "saved"
        with closed(school, "03-vision"):
            return await ada.ask("restore", to=1, revision=ada.revision)

    assert asyncio.run(attack())["kind"] == "refused"
    assert stored(school, "Ada")[EXERCISE]["motto"] == "Dopo"


def test_nothing_is_added_or_taken_back_from_another_chapters_form(school: Serving) -> None:
    pia = Writer(home(enter(school, "Pia")), LISTENING, "listening-posts")

    async def attack() -> list[str]:
        await pia.open()
        with closed(school, "05-journey"):
            said = [await pia.ask("create", **WANTED)]
        said.append(await pia.ask("create", **WANTED))
        with closed(school, "05-journey"):
            said.append(await pia.ask("take-back", **WANTED))
        return [one["kind"] for one in said]

    assert asyncio.run(attack()) == ["refused", "created", "refused"]
    (kept,) = stored(school, "Pia")["journey-map"]["touchpoints"]
    assert kept["name"] == WANTED["label"]


def test_no_team_mate_writes_for_the_team_and_the_instructor_goes_on(school: Serving) -> None:
    lea, leo = home(enter(school, "Lea")), home(enter(school, "Leo"))
    team_of_two(school, lea, leo, "Lea")
    people = [Writer(lea), Writer(leo), Writer(home(lead(school)))]

    async def write() -> list[str]:
        await asyncio.gather(*(one.open() for one in people))
        with closed(school, "03-vision"):
            return [(await one.write({"motto": "Adesso"}))["kind"] for one in people]

    assert asyncio.run(write()) == ["refused", "refused", "saved"]
    assert EXERCISE not in stored(school, "Lea")


def test_nothing_is_taken_over_from_a_spreadsheet(school: Serving) -> None:
    gina = home(enter(school, "Gina"))
    gina.keep(gina.get(JOURNEY))
    path = f"/workbooks/{workbook_of(school, 'Gina')}/take-over"
    answers = {"profile": [{"company": "Noi"}, 0], "journey-map": [{"title": "Il viaggio"}, 0]}
    with closed(school, "05-journey"):
        answer = gina.post(path, {"answers": json.dumps(answers)})
    assert answer.status == HTTPStatus.LOCKED
    assert ChapterShut().for_page("it") in answer.text
    assert "Non è stato riportato nulla" in answer.text
    assert stored(school, "Gina") == {}
    assert gina.post(path, {"answers": json.dumps(answers)}).status == HTTPStatus.SEE_OTHER


def test_another_class_has_its_own_closed_chapters(school: Serving) -> None:
    with Store.open(school.database) as store:
        other = store.classes.create("CX Roma 2026")
        store.classes.lock(other.id, "03-vision", by=OWNER)
    ivo = Writer(home(enter(school, "Ivo")))

    async def write() -> str:
        await ivo.open()
        return str((await ivo.write({"motto": "Da noi è aperto"}))["kind"])

    assert asyncio.run(write()) == "saved"
