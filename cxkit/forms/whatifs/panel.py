"""A what-if on the page: ipywidgets' plain controls above, what follows below, at once."""

from typing import Any

import ipywidgets

from cxkit.core.template import render
from cxkit.forms.whatifs.length import LENGTH
from cxkit.forms.whatifs.parts import Choice, Question, Reading, Speaker, Turn
from cxkit.forms.whatifs.sizes import CHANGE, EXACTNESS, SAMPLE
from cxkit.language import Lang, page_lang
from cxkit.language import mark as _
from cxkit.stats.words import refusal

WHAT_IFS: dict[str, Question] = {
    "sample-size": SAMPLE,
    "margin": EXACTNESS,
    "change": CHANGE,
    "length": LENGTH,
}
"""The what-ifs by name."""


class WhatIf(ipywidgets.VBox):  # type: ignore[misc]
    """A what-if as a widget.

    Parameters
    ----------
    question : Question
        What can be turned, and how it is answered.
    lang : {"it", "en"}
        Language of its words.

    Examples
    --------
    >>> panel = WhatIf(SAMPLE, "en")
    >>> "1,534 answers" in panel.result.value
    True
    >>> panel.inputs["margin"].value = 10
    >>> "382 answers" in panel.result.value
    True
    """

    def __init__(self, question: Question, lang: Lang) -> None:
        self.question = question
        self.say = Speaker(lang)
        self.inputs = {field.name: self._input(field) for field in question.fields}
        self.result = ipywidgets.HTML()
        fields = ipywidgets.Box(list(self.inputs.values()))
        fields.add_class("cx-whatif-fields")
        title = self.say.word(question.title)
        head = render("whatif-head.html.j2", package="forms", lang=lang, title=title)
        super().__init__([ipywidgets.HTML(head), fields, self.result])
        self.add_class("cx-whatif")
        for control in self.inputs.values():
            control.observe(self._turned, "value")
        self._turned()

    def _input(self, field: Turn | Choice) -> Any:
        words = self.say.word(field.label)
        control: Any
        if isinstance(field, Choice):
            options = [(self.say.word(label), value) for value, label in field.options]
            control = ipywidgets.Dropdown(options=options, description=words)
        else:
            control = ipywidgets.BoundedIntText(
                value=field.value, min=field.low, max=field.high, step=field.step,
                description=words, continuous_update=True,
            )  # fmt: skip
        control.layout.width = "auto"
        return control

    def _turned(self, _change: object = None) -> None:
        values = {name: control.value for name, control in self.inputs.items()}
        try:
            reading = self.question.read(values, self.say)
        except ValueError as error:
            reading = Reading("", "", str(error))
        self.result.value = render(
            "whatif.html.j2", package="forms", lang=self.say.lang, reading=reading,
            title=self.say.word(self.question.title),
        )  # fmt: skip


def what_if(name: str, *, lang: Lang | None = None) -> WhatIf:
    """Show a what-if: numbers to turn, and what follows from them.

    Parameters
    ----------
    name : {"sample-size", "margin", "change", "length"}
        How many answers are needed; how exact some are; how many show a change; what a long
        questionnaire costs.
    lang : {"it", "en"}, optional
        Language; default: that of the page.

    Raises
    ------
    ValueError
        When there is no such what-if.

    Examples
    --------
    >>> what_if("margin", lang="en").inputs["answers"].value
    200
    """
    lang = lang or page_lang()
    if name not in WHAT_IFS:
        raise refusal(
            _("There is no what-if “{value}”; there are: {known}."),
            value=str(name), known=", ".join(WHAT_IFS),
        )  # fmt: skip
    return WhatIf(WHAT_IFS[name], lang)
