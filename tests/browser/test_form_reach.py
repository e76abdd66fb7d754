"""The exercise form in a real browser: keyboard, screen readers, hostile words, size."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from cxkit.forms.desk.words import desk_words
from cxkit.forms.words import form_words
from cxkit.language import Lang
from tests.browser.form_parts import AXE, HOSTILE, all_kinds, journey, only
from tests.browser.harness.page import FormPage, form_page, form_state


def test_everything_is_reached_with_the_keyboard_alone(form: FormPage) -> None:
    form.open(form_state(only("title", "level", "people"), {}))
    page = form.page
    form.box("Title").focus()
    page.keyboard.type("By hand")
    page.keyboard.press("Tab")  # the example's toggle
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")  # clear
    page.keyboard.press("Tab")  # what the steps mean
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("Ada")
    page.keyboard.press("Shift+Tab")  # delete
    page.keyboard.press("Shift+Tab")  # copy
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("Ada's sister")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")  # the card's name
    page.keyboard.press("Alt+ArrowUp")
    value = form.saved()
    assert (value["title"], value["level"]) == ("By hand", 1)
    assert [one["name"] for one in value["people"]] == ["Ada's sister", "Ada"]


def test_hostile_words_are_shown_as_words(form: FormPage) -> None:
    people = [{"id": "i1", "name": HOSTILE, "story": HOSTILE, "needs": []}]
    links = {"persona": [{"id": "m", "label": HOSTILE}]}
    advice = [{"severity": "note", "where": [], "says": HOSTILE, "why": HOSTILE, "next": HOSTILE}]
    state = form_state(all_kinds(), {"title": HOSTILE, "people": people}, links=links)
    form.open({**state, "title": HOSTILE, "purpose": HOSTILE, "advice": advice})
    page = form.page
    example = {"value": state["value"], "comment": "<p>Calmly.</p>", "case": HOSTILE, "picture": ""}
    form.tell({"kind": "example", **example})
    expect(page.locator("wa-dialog")).to_contain_text(HOSTILE[:20])
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^Delete “<img")).click()
    expect(page.locator(".cx-deleted").first).to_contain_text("<script>")
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(browser: Browser, theme: str, width: int) -> None:
    people = [{"id": "i1", "name": "Marta", "needs": [{"id": "n1", "text": "Rest", "weight": 2}]}]
    tasks = [{"id": "k1", "what": "Call back", "done": True, "tags": ["a"]}]
    advice = [{"severity": one, "where": ["title"], "says": one, "why": "Why", "next": "Next"}
              for one in ("good", "note", "warning", "problem")]  # fmt: skip
    value = {**journey(), "people": people, "tasks": tasks, "persona": "gone", "level": 2,
             "words_used": ["calm"], "title": "x" * 41, "price": 3}  # fmt: skip
    links = {"persona": [{"id": "m", "label": "Marta"}]}
    state = form_state(all_kinds(), value, links=links, advice=advice, progress="attention")
    with form_page(browser, viewport={"width": width, "height": 800}) as form:
        dark = f"document.documentElement.dataset.theme = '{theme}'"
        form.page.add_init_script(f"document.addEventListener('readystatechange', () => {dark})")
        form.open(state)
        form.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = form.page.evaluate(
            "axe.run('.cx-exercise', {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
            " 'wcag22aa', 'best-practice']})"
        )
        wide = form.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    told = [
        (rule["id"], [node["html"][:300] + str(node["any"][:1]) for node in rule["nodes"]])
        for rule in found["violations"]
    ]
    assert told == []
    assert wide <= 0


def test_thirty_touchpoints_keep_nobody_from_typing(form: FormPage) -> None:
    touchpoints = [{"id": f"t{n}", "name": f"Point {n}", "phase": "p1"} for n in range(30)]
    value = {**journey(), "touchpoints": touchpoints}
    form.open(form_state(only("title", "phases", "touchpoints"), value))
    cells = ".cx-lane-cell > .cx-cell"
    expect(form.page.locator(".cx-lane-heads th")).to_have_count(30)
    expect(form.page.locator(cells)).to_have_count(30 * 5)


def test_the_script_may_run_twice_in_one_document(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    form.page.evaluate(
        """async (state) => {
          const again = await import('/form.js?again');
          const model = { get: () => state, on() {}, off() {}, send() {} };
          again.default.render({ model, el: document.querySelector('#page') });
        }""",
        form_state(only("goal"), {}, exercise="second"),
    )
    expect(form.box("Title")).to_be_visible()
    expect(form.box("Goal")).to_be_visible()
    assert form.page.evaluate("document.adoptedStyleSheets.length") < 8


def test_a_dialog_passes_axe_and_gives_the_focus_back(form: FormPage) -> None:
    form.open(form_state(only("title", "people"), {}))
    page = form.page
    people = [{"id": "x", "name": "Ada", "needs": []}]
    example = {"value": {"title": "The bank", "people": people}, "comment": "Mind the verbs.",
               "case": "Bank", "picture": "<p>A picture</p>"}  # fmt: skip
    page.evaluate("example => { window.model.example = example }", example)
    opener = page.get_by_role("button", name="Show an example")
    opener.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("wa-dialog").get_by_role("button", name="Close")).to_be_focused()
    form.still()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run('wa-dialog', {runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa']})")
    assert [rule["id"] for rule in found["violations"]] == []
    page.keyboard.press("Escape")
    expect(page.locator("wa-dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_leaving_the_page_takes_everything_away(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    form.box("Title").fill("Last words")
    form.page.evaluate("window.closeForm()")
    assert form.sent("save")[-1]["value"]["title"] == "Last words"
    expect(form.page.locator(".cx-exercise")).to_have_count(0)


def test_the_script_fits_a_page(checkout: Path) -> None:
    script = (checkout / "cxkit/forms/static/form.js").read_bytes()
    assert len(zlib.compress(script, 9)) < 150_000


@pytest.mark.parametrize(
    ("folder", "words"), [("forms/scripts", form_words), ("forms/scripts/desk", desk_words)]
)
def test_every_word_the_scripts_ask_for_is_there_in_both_languages(
    checkout: Path, folder: str, words: Callable[[Lang], dict[str, str]]
) -> None:
    scripts = (checkout / "cxkit" / folder).rglob("*.js")
    own = [path for path in scripts if path.parent.name != "desk" or folder.endswith("desk")]
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(own))
    asked = set(re.findall(r"\.say\('(\w+)'", text))
    numbered = set(re.findall(r"\.sayNumber\('(\w+)'", text))
    asked |= {f"{key}_{number}" for key in numbered for number in ("one", "many")}
    english, italian = words("en"), words("it")
    assert asked
    assert english.keys() == italian.keys()
    assert asked <= english.keys()
    holes = {key: re.findall(r"{\w+}", said) for key, said in english.items()}
    assert holes == {key: re.findall(r"{\w+}", italian[key]) for key in holes}


@pytest.mark.parametrize("name", [one["name"] for one in all_kinds()])
def test_advice_leads_into_a_field_of_any_kind(form: FormPage, name: str) -> None:
    links = {"persona": [{"id": "m", "label": "Marta"}]}
    form.open(form_state(all_kinds(), journey(), links=links))
    form.page.evaluate(
        """([exercise, name]) => document.dispatchEvent(
          new CustomEvent('cx:goto', { detail: { exercise, where: [name] } }))""",
        [form.page.locator("section.cx-exercise").get_attribute("data-exercise"), name],
    )
    form.page.wait_for_function(
        "name => document.activeElement.closest(`[data-path^=${name}]`) !== null", arg=name
    )


def test_the_board_says_how_the_keyboard_goes_and_it_goes_so(form: FormPage) -> None:
    fields = [one for one in all_kinds() if one["name"] in {"phases", "touchpoints"}]
    form.open(form_state(fields, journey()))
    page = form.page
    expect(page.get_by_text("By keyboard: Tab goes along a row")).to_be_visible()
    quotes = [form.at("touchpoints", name, "quote").locator("textarea") for name in ("t1", "t2")]
    quotes[0].focus()
    page.keyboard.press("Tab")
    expect(quotes[1]).to_be_focused()
    page.keyboard.press("Alt+ArrowLeft")
    expect(quotes[1]).to_be_focused()
    assert [one["id"] for one in form.saved()["touchpoints"]] == ["t2", "t1", "t3"]


def test_an_empty_board_says_nothing_of_keys(form: FormPage) -> None:
    form.open(form_state([one for one in all_kinds() if one["name"] == "touchpoints"], {}))
    expect(form.page.get_by_text("By keyboard")).to_be_hidden()
