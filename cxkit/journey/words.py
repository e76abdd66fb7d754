"""Words that give away whose eyes somebody looks through, in both languages."""

import re
from collections.abc import Iterable, Sequence

from cxkit.core.phrases import quoted
from cxkit.language import Lang

_INTERNAL: dict[Lang, tuple[str, ...]] = {
    "it": (
        "acquisizione", "adeguata verifica", "antiriciclaggio",
        "back office", "caricamento", "censimento", "conversione", "data entry", "delibera",
        "erogazione", "escalation", "evasione", "gestione", "istruttoria", "kyc", "lavorazione",
        "lead", "onboarding", "post vendita", "prevendita", "processo", "provisioning",
        "ticketing", "workflow", "crm",
    ),
    "en": (
        "acquisition", "back office", "case management", "compliance", "conversion",
        "crm", "data entry", "due diligence", "escalation", "fulfilment", "intake", "kyc",
        "lead generation", "onboarding", "presales", "processing", "provisioning", "ticketing",
        "underwriting", "upsell", "workflow",
    ),
}  # fmt: skip

_COMPANY_ACTS: dict[Lang, str] = {
    "it": (
        r"noi|inviamo|mandiamo|proponiamo|offriamo|comunichiamo|gestiamo|verifichiamo|facciamo|"
        r"il nostro|la nostra|l['’](?:azienda|ufficio|operatore)|la (?:banca|societ[àa]|sede)|"
        r"il (?:sistema|reparto|back office)"
    ),
    "en": (
        r"we|our|the (?:company|bank|system|department|firm|back office)|"
        r"(?:staff|system|back office) (?:sends?|checks?|calls?|enters?)"
    ),
}

_BLAME: dict[Lang, str] = {
    "it": (
        r"pigr\w+|incompeten\w+|incapac\w+|maleducat\w+|sgarbat\w+|svogliat\w+|fannullon\w+|"
        r"demotivat\w+|poco motivat\w+|(?:scarsa|poca) (?:voglia|volont[àa]|motivazione)|"
        r"menefreghis\w+|non (?:si impegna\w*|hanno voglia|ha voglia)|negligen\w+"
    ),
    "en": (
        r"lazy|laziness|incompeten\w+|incapable|careless\w*|rude\w*|unmotivated|sloppy|"
        r"negligen\w+|(?:do(?:es)? not|don[’']t|doesn[’']t) (?:care|try)|bad attitude|stupid\w*"
    ),
}

_MISSING_SOLUTION: dict[Lang, str] = {
    "it": (
        r"(?:manca(?:no)?|non c[’']è|non abbiamo|serv(?:e|ono|irebbe)|ci vuole|bisogna|"
        r"occorre|mancanza di|assenza di)\b"
    ),
    "en": r"(?:we (?:need|lack|have no)|there is no|no|lack of|missing|should have)\b",
}

_NOBODY: dict[Lang, frozenset[str]] = {
    "it": frozenset({
        "tutti", "tutte", "ognuno", "ciascuno", "nessuno", "vari", "diversi", "noi", "il team",
        "team", "la squadra", "il reparto", "l'azienda", "da definire", "chi c'è", "?", "-", "–",
    }),
    "en": frozenset({
        "all", "all of us", "everyone", "everybody", "nobody", "various", "several", "we", "us",
        "team", "the team", "the department", "the company", "tbd", "to be defined", "n/a", "?",
        "-", "–",
    }),
}  # fmt: skip


def internal_word(text: str, lang: Lang) -> str:
    """Return the first word of the company's own jargon in a text; empty when there is none.

    Examples
    --------
    >>> internal_word("Onboarding of the lead", "en")
    'onboarding'
    >>> internal_word("Signing at the counter", "en")
    ''
    """
    found = (re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in _INTERNAL[lang])
    hits = [(hit.start(), -len(hit[0]), hit[0].lower()) for hit in found if hit]
    return min(hits)[2] if hits else ""


def company_subject(text: str, lang: Lang) -> str:
    """Return the words by which the company is the subject of a text; empty when it is not."""
    return _first(rf"^\W*({_COMPANY_ACTS[lang]})\b", text)


def blame(text: str, lang: Lang) -> str:
    """Return the words that put the blame on people; empty when there are none."""
    return _first(rf"\b({_BLAME[lang]})\b", text)


def starts_from_solution(text: str, lang: Lang) -> bool:
    """Say whether a text begins by naming something that is not there."""
    return bool(_first(rf"^\W*({_MISSING_SOLUTION[lang]})", text))


def is_nobody(owner: str, departments: Iterable[str], lang: Lang) -> bool:
    """Say whether an owner is no person or role, but everyone, nobody or a whole department."""
    plain = squeezed(owner).replace("’", "'")
    return plain in _NOBODY[lang] or plain in {squeezed(name) for name in departments}


def squeezed(text: str) -> str:
    """Return a text without differences of case, spaces and closing marks."""
    return " ".join(text.casefold().split()).rstrip(" .;,!")


def listed(names: Sequence[str], lang: Lang, most: int = 3) -> str:
    """Join names for a sentence; what is more than `most` becomes a count.

    Examples
    --------
    >>> listed(["A", "B", "C", "D", "E"], "it")
    '«A», «B», «C» (+2)'
    """
    return quoted(names, lang, most, count=True)


def _first(pattern: str, text: str) -> str:
    hit = re.search(pattern, text, re.IGNORECASE)
    return " ".join(hit[1].lower().split()) if hit else ""
