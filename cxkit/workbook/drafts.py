"""Things that were written on the spot, as the target of a link, and are no more than a name yet."""

from collections.abc import Iterator

from cxkit.core.advice import ONLY_NAMED, Advice
from cxkit.core.answer import Answer, Item, Part
from cxkit.core.fields import shapes_of
from cxkit.core.phrases import brief, quoted
from cxkit.language import Lang


def only_named(part: Part, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Item]]:
    """Walk the items that are only named, each with the path to it; given lists name themselves."""
    for shape in shapes_of(type(part)):
        if shape.part is None or shape.kind.fixed:
            continue
        value = getattr(part, shape.name)
        for entry in value if isinstance(value, tuple) else (value,):
            inside = isinstance(entry, Item)
            where = (*path, shape.name, entry.id) if inside else (*path, shape.name)
            if inside and entry.is_only_named():
                yield where, entry
            yield from only_named(entry, where)


def check_drafts(answer: Answer, lang: Lang) -> list[Advice]:
    """Return one piece of advice on all that is only named, leading to the first.

    Examples
    --------
    >>> from cxkit.personas import Persona, Personas
    >>> [found] = check_drafts(Personas(personas=[Persona(id="p1", name="Anna")]), "en")
    >>> found.severity, found.where, found.worded("buyer-persona", "en").says
    ('problem', ('personas', 'p1'), 'So far there is only a name: “Anna”')
    """
    found = list(only_named(answer))
    if not found:
        return []
    names = quoted((brief(item.label_in(lang)) for _, item in found), lang)
    return [Advice(ONLY_NAMED, "problem", found[0][0], {"names": names})]
