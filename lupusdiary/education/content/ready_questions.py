"""Questions for the doctor that are ready below an article, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lupusdiary.language import Translator
from lupusdiary.resources import clinical


@dataclass(frozen=True, slots=True)
class ReadyQuestion:
    """One question in both languages; it asks and states nothing."""

    ko: str
    en: str

    def text(self, tr: Translator) -> str:
        """The question in this language."""
        return tr.pick(self.ko, self.en)


def ready_questions(article: str) -> tuple[ReadyQuestion, ...]:
    """Those of an article, the first one first; a hospital's own articles have none."""
    return tuple(ReadyQuestion(**each) for each in clinical("ready_questions")["articles"].get(article, ()))


def in_language(question: str, tr: Translator) -> str:
    """A question as a page in this language prints it: a ready one in that language, a typed one as typed."""
    ready = _by_words().get(question)
    return question if ready is None else ready.text(tr)


@cache
def _by_words() -> Mapping[str, ReadyQuestion]:
    every = [
        ready for article in clinical("ready_questions")["articles"] for ready in ready_questions(article)
    ]
    return {words: ready for ready in every for words in (ready.ko, ready.en)}
