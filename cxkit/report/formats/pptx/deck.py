"""A deck in the making: slides with title, message, notes and footer, in the brand's theme."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as PresentationType

from cxkit.core.answer import Answer
from cxkit.core.picture import Picture
from cxkit.core.wording import wording_of
from cxkit.language import Lang, Translator, translator
from cxkit.report.formats.pptx.slide import Slide
from cxkit.report.formats.pptx.theme import EDGE, ROOM, SERIF, dress
from cxkit.report.formats.texts import clean, cut_to, one_line, text_width
from cxkit.report.request import Request

_LOCALES: dict[Lang, str] = {"it": "it-IT", "en": "en-GB"}
_SIZES = (26, 22, 19)


@dataclass
class Deck:
    """The presentation, and what its slides need to know."""

    request: Request
    presentation: PresentationType
    footer: str
    _slides: list[Slide] = field(default_factory=list)

    @classmethod
    def new(cls, request: Request) -> "Deck":
        """Begin an empty deck."""
        presentation = Presentation()
        dress(presentation, request.brand)
        properties = presentation.core_properties
        properties.title = one_line(request.book.title)[:255]
        properties.author = properties.last_modified_by = one_line(request.brand.name) or "cxkit"
        properties.language = _LOCALES[request.lang]
        day = datetime.combine(request.date, time(), UTC).replace(tzinfo=None)
        properties.created = properties.modified = day
        footer = " · ".join(filter(None, (request.brand.name, request.book.title)))
        return cls(request, presentation, cut_to(one_line(footer), 8.6, 0.2, 10))

    @property
    def tr(self) -> Translator:
        """Translates page words into the language of the request."""
        return translator(self.request.lang)

    def cover(self) -> Slide:
        """Add the slide that the deck opens with."""
        return self._add("Title Slide")

    def slide(self, title: str, message: str = "", *, exercise: str = "", notes: str = "") -> Slide:
        """Add a slide.

        Parameters
        ----------
        title : str
            Its title.
        message : str
            One or two lines below: what the slide says.
        exercise : str
            Id of the exercise that it draws from, for the notes.
        notes : str
            What the notes say besides.
        """
        slide = self._add("Title Only")
        shown = one_line(title)
        size = next((s for s in _SIZES if text_width(shown, s) * SERIF <= ROOM), _SIZES[-1])
        slide.set_title(cut_to(shown, ROOM / SERIF, 0.62, size), size)
        if message:
            slide.text(EDGE, 1.08, ROOM, 0.42, cut_to(one_line(message), ROOM - 0.2, 0.45, 13),
                       size=13, colour="soft")  # fmt: skip
        self._foot(slide)
        source = ""
        if exercise:
            words = wording_of(exercise)
            source = f"{words.title.in_(self.request.lang)}: {words.purpose.in_(self.request.lang)}"
        slide.note(source, notes)
        return slide

    def picture(self, answer: Answer) -> Picture:
        """Draw an answer as the report does; the deck takes its title and description."""
        return self.request.book.picture(answer.exercise, self.request.lang)

    def finish(self) -> PresentationType:
        """Number the slides, say which language their texts are in, and return the presentation."""
        for slide in self._slides:
            slide.speak(_LOCALES[self.request.lang])
        return self.presentation

    def _add(self, layout: str) -> Slide:
        layouts = self.presentation.slide_layouts
        slide = Slide(self.presentation.slides.add_slide(layouts.get_by_name(layout)),
                      _LOCALES[self.request.book.lang])  # fmt: skip
        self._slides.append(slide)
        return slide

    def _foot(self, slide: Slide) -> None:
        """Put the deck's name and the slide's number where the master has them."""
        tree = slide.shapes._spTree
        for kind, index, body in (
            ("ftr", 11, f"<a:r>{_SMALL}<a:t/></a:r>"),
            ("sldNum", 12, f'<a:fld id="{_NUMBER}" type="slidenum">{_SMALL}<a:t>‹#›</a:t></a:fld>'),
        ):
            number = max(int(e.get("id")) for e in tree.iter("{*}cNvPr")) + 1
            shape: Any = parse_xml(
                f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
                f'<p:cNvPr id="{number}" name="{kind}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
                f'</p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr>'
                f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{body}</a:p>"
                f"</p:txBody></p:sp>"
            )
            if kind == "ftr":
                shape.find(".//{*}t").text = clean(self.footer)
            tree.append(shape)


_SMALL = '<a:rPr sz="1000"><a:latin typeface="+mn-lt"/></a:rPr>'
_NUMBER = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
