"""A workbook that nobody has named is called so in the language of whoever reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxkit.forms.session import Session
from cxkit.language import LANGS, Lang
from cxkit.store import OWNER, Store
from cxkit.workbook import default_title, title_for


@pytest.mark.parametrize("made_in", LANGS)
@pytest.mark.parametrize("read_in", LANGS)
def test_the_default_title_follows_the_reader(tmp_path: Path, made_in: Lang, read_in: Lang) -> None:
    with Store.create_or_upgrade(tmp_path / "cxworkbook.db") as store:
        made = store.create_workbook(default_title(made_in), made_in, person=OWNER)
        session = Session(store, made.id, OWNER, read_in)
        assert session.load()[0].title == default_title(read_in)
        assert session.read()[0].title == default_title(read_in)


@pytest.mark.parametrize("title", ["", "my workbook", "My workbook 2", "<b>Il mio quaderno</b>"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_title_that_somebody_gave_stays(title: str, lang: Lang) -> None:
    assert title_for(title, lang) == title
