"""What stands for what: the same name is always replaced by the same words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from cxkit.language import Lang, translator
from cxkit.language import mark as _
from cxkit.report.anonymise.finding import (
    CODE,
    EMAIL,
    PHONE,
    WEB,
    companies_in,
    people_in,
    telling_words,
)

_PATTERNS = (
    (EMAIL, _("email {number}")),
    (WEB, _("address {number}")),
    (CODE, _("code {number}")),
    (PHONE, _("phone {number}")),
)
_PERSON, _COMPANY = _("Name {number}"), _("Company {number}")


@dataclass
class Pseudonyms:
    """Learns the names of one workbook with `learn`, then replaces them with `hide`.

    Examples
    --------
    >>> names = Pseudonyms("en")
    >>> names.learn("Carla Monti: carla@example.org")
    >>> names.hide("Ask Carla Monti (carla@example.org). Monti knows the mountains.")
    'Ask Name 1 (email 1). Name 1 knows the mountains.'
    """

    lang: Lang
    # Whole names count in any spelling; a part of one only with its capital: Monti, not monti.
    _whole: dict[str, str] = field(default_factory=dict)
    _parts: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _pattern: re.Pattern[str] | None = None

    def company(self, name: str) -> None:
        """Take `name` for a company's, and its telling words for the company."""
        self._give(name, _COMPANY, telling_words(name))

    def person(self, name: str, parts: Iterable[str] = ()) -> None:
        """Take `name` for a person's or a team's."""
        self._give(name, _PERSON, list(parts))

    def learn(self, text: str) -> None:
        """Find the names in a text."""
        for company in companies_in(text):
            self.company(company)
        for person in people_in(text):
            self.person(person.written, person.parts)

    def hide(self, text: str) -> str:
        """Return a text with every name that was learned, and every address, replaced."""
        for pattern, words in _PATTERNS:
            text = pattern.sub(partial(self._address, words), text)
        return self._names().sub(lambda found: self._known(found[0]), text)

    def tells(self, text: str) -> bool:
        """Say whether any part of a name is in a text that was folded, such as an id."""
        words = set(re.findall(r"[^\W\d_]{3,}", text.casefold()))
        known = {*self._whole, *(part.casefold() for part in self._parts)}
        return bool(words & {word for name in known for word in name.split()})

    def _known(self, name: str) -> str:
        name = " ".join(name.split())
        return self._parts.get(name) or self._whole[name.casefold()]

    def _give(self, name: str, words: str, parts: list[str]) -> None:
        name = " ".join(name.split())
        if not name:
            return
        known = [self._parts[part] for part in parts if part in self._parts]
        # Who was named by first name and surname may be called by either; two may share one.
        alone = len(parts) < 2 or words == _COMPANY
        stand_in = known[0] if known and alone else self._stand_in(name, words)
        self._whole[name.casefold()] = stand_in
        for part in parts:
            self._parts.setdefault(part, stand_in)
            self._parts.setdefault(part.upper(), stand_in)
        self._pattern = None

    def _address(self, words: str, found: re.Match[str]) -> str:
        return self._stand_in(found[0], words)

    def _stand_in(self, name: str, words: str) -> str:
        known = self._whole.get(name.casefold())
        if known is None:
            number = self._counts[words] = self._counts.get(words, 0) + 1
            known = translator(self.lang)(words).format(number=number)
            self._whole[name.casefold()] = known
            self._pattern = None
        return known

    def _names(self) -> re.Pattern[str]:
        if self._pattern is None:
            whole, parts = _either(self._whole), _either(self._parts)
            self._pattern = re.compile(rf"(?<!\w)(?:(?i:{whole})|{parts})(?!\w)")
        return self._pattern


def _either(names: Iterable[str]) -> str:
    """Return a pattern of all names, the longest first; one that finds nothing for none."""
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first) or "(?!)"
