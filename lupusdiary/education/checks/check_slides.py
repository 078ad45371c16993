"""Checks what an article says for its slides: few words, one thought a line, a caveat beside a number."""

from __future__ import annotations

from collections.abc import Iterator

from lupusdiary.domain.urgency import urgency
from lupusdiary.education.checks.checked import CheckedArticle
from lupusdiary.education.checks.numbers import numbers_in
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.sentences import sentences
from lupusdiary.language import Refusal

# What can be read on a slide from the back row, in characters.
_ROOM = {"says": 110, "more": 110, "caveat": 90}
# A headline in Hangul stands on two lines, in syllables.
_HEADLINE = 34
# Of a slide that is taught from: the headline says one thought, and the line below it one more.
_THOUGHTS = ("says", "more")


def check_slides(checked: CheckedArticle) -> Iterator[ContentFault]:
    """What is wrong with the slides that there are."""
    article = checked.article
    anchors = {section.anchor for section in article.sections}
    for nth, slide in enumerate(article.slides):
        head = checked.key_line("slides", nth)
        if slide.section not in anchors:
            why = Refusal("The article has no section “{section}”.", section=slide.section[:60])
            yield checked.fault(head, why)
        for name, limit in _ROOM.items():
            if len(getattr(slide, name)) > limit:
                yield checked.fault(checked.key_line(name, after=head), shorten(name, limit))
        if article.language == "ko" and _syllables(slide.says) > _HEADLINE:
            why = Refusal("Shorten “{name}”: {limit} syllables are enough.", name="says", limit=_HEADLINE)
            yield checked.fault(checked.key_line("says", after=head), why)
        for name in _THOUGHTS:
            if len(sentences(getattr(slide, name))) > 1:
                why = Refusal("Write one sentence as “{name}”: make another slide of the rest.", name=name)
                yield checked.fault(checked.key_line(name, after=head), why)


def wanted_of_slides(checked: CheckedArticle) -> Iterator[ContentFault]:
    """What the slides lack to be taught from: they are not there, or a number stands without its caveat."""
    if not checked.article.slides:
        why = Refusal(
            "Say the slides of this article, each below a line {table}: a session shows only its three "
            "messages, its figures and its warnings.",
            table="[[slides]]",
        )
        yield checked.fault(checked.key_line("slides"), why)
    for nth, slide in enumerate(checked.article.slides):
        if not slide.caveat and numbers_in(f"{slide.says}\n{slide.more}").keys() - _to_call():
            why = Refusal("This slide has a number: write as “{name}” what it does not say.", name="caveat")
            yield checked.fault(checked.key_line("slides", nth), why)


def _to_call() -> set[str]:
    """Numbers that one calls: nothing has to be said beside them."""
    return {level.number for level in urgency().levels}


def shorten(name: str, limit: int) -> Refusal:
    """Said of a text that has no room where it is shown; `limit` in characters."""
    return Refusal("Shorten “{name}”: {limit} characters are enough.", name=name, limit=limit)


def _syllables(text: str) -> int:
    """How many signs are read aloud, about as many syllables as they are in Korean."""
    return sum(sign.isalnum() for sign in text)
