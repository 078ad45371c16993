"""What a search looks through: a section of an article, a word of the glossary, a note."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from lupusdiary.education.content.article import Article, line_text, lines_of
from lupusdiary.education.content.library import Library
from lupusdiary.language import LANGUAGES, Refusal, Translator

SAME_NAME, _BEGINNING, _TITLE, _HEADING, _TEXT = range(5)
ARTICLE, TERM = "article", "term"
_BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Document:
    """One piece: its `title` is shown, `names` (title, other names, heading) are found before its `text`.
    `foreign` is 1 in the other language."""

    kind: str
    id: str
    anchor: str | None
    title: str
    names: str
    text: str
    foreign: int

    @property
    def searched(self) -> str:
        """Names and text as one string."""
        return f"{self.names}\n{self.text}"

    def rank(self, at: int, length: int) -> int:
        """How good a place in `searched` is: the smaller, the better."""
        if at > len(self.names):
            return _TEXT
        if self.anchor is not None:
            return _HEADING
        if at > 0 and self.names[at - 1] != "\n":
            return _TITLE
        ends = at + length == len(self.names) or self.names[at + length : at + length + 1] == "\n"
        return SAME_NAME if ends else _BEGINNING


def library_documents(library: Library, tr: Translator) -> list[Document]:
    """The pieces of a library, those of the reader's language and those of the other."""
    units: list[Document] = []
    for id in library.ids():
        title = library.card(id, tr.code).front.title
        for language in LANGUAGES:
            try:
                article = library.article(id, language)
            except Refusal:
                # On a stick that was taken out meanwhile: the others are found all the same.
                continue
            if article.language == language:
                units += _article(article, title, int(language != tr.code))
    for term in library.glossary.sorted(tr):
        name, other = term.name(tr), term.other_name(tr)
        own, foreign = (
            tr.pick(term.definition_ko, term.definition_en),
            tr.pick(term.definition_en, term.definition_ko),
        )
        # “신장(콩팥) 조직검사” is also looked for as “신장 조직검사”.
        bare = [_BRACKETS.sub("", each) for each in (name, other)]
        names = "\n".join(dict.fromkeys([name, other, term.said, *bare]))
        title = f"{name} ({other})"
        units.append(Document(TERM, term.id, None, title, names, own, 0))
        units.append(Document(TERM, term.id, None, title, "", foreign, 1))
    return units


def extra_documents(extra: Iterable[tuple[str, str, str, str]]) -> list[Document]:
    """Pieces from (kind, id, title, text), in the order in which they come."""
    return [
        Document(kind, id, None, title, unicodedata.normalize("NFC", title), text, 0)
        for kind, id, title, text in extra
    ]


def _article(article: Article, title: str, foreign: int) -> Iterable[Document]:
    yield Document(ARTICLE, article.id, None, title, article.title, article.summary, foreign)
    for section in article.sections:
        text = " ".join(line_text(line) for block in section.blocks for line in lines_of(block))
        yield Document(ARTICLE, article.id, section.anchor, title, section.heading, text, foreign)
