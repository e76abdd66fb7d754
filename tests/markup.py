"""Reads a picture as a browser would, strictly."""

from html.parser import HTMLParser

from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise

VOID = {"img", "br", "hr", "meta", "link", "input"}


class Markup(HTMLParser):
    """Collects tags, ids and text; fails where tags do not match."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.ids, self.text, self.roots = [], [], [], [], 0
        self.attributes = []
        self.feed(html)
        self.close()
        assert not self.open, f"not closed: {self.open}"
        assert self.roots == 1, "a picture is one element"
        assert len(self.ids) == len(set(self.ids)), "ids are unique"

    def handle_starttag(self, tag, attrs):
        self.roots += not self.open
        self.tags.append(tag)
        self.attributes += attrs
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>"
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes the wrong element"

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.text.append(data)


def words_of(html):
    """Return a picture's text as one line."""
    return " ".join(" ".join(Markup(html).text).split())


def assert_safe(html):
    """Fail when user text became markup, a handler or an address."""
    markup = Markup(html)
    assert not {"script", "iframe", "object", "link", "base", "form"} & set(markup.tags)
    for name, value in markup.attributes:
        assert not name.startswith("on"), name
        assert name not in ("href", "action", "style"), name
        if name == "src":
            assert value.startswith("data:image/")


def assert_only_text(picture, text):
    """Fail when `text` became anything but text, or is not shown."""
    assert_safe(picture.html)
    assert " ".join(text.split()) in words_of(picture.html)


def assert_steady(answers, lang, written):
    """Fail when an answer's picture is not well formed, or another one the second time."""
    context = Context(lang, written, answers={answer.exercise: answer for answer in answers})
    for answer in answers:
        draw = find_exercise(answer.exercise).draw
        picture = draw(answer, context)
        Markup(picture.html)
        assert picture.lang == lang
        assert picture == draw(answer, context)
