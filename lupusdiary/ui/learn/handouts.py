"""The sheets of the Learn page: what they are called, and how they are made."""

from __future__ import annotations

from lupusdiary.domain.learning import TeachBack
from lupusdiary.education.content.article import Article
from lupusdiary.education.content.library import Library
from lupusdiary.language import Translator
from lupusdiary.ui.pdf.document_view import PrintedDocument


def _written(
    library: Library, id: str, languages: tuple[Translator, ...]
) -> tuple[list[Article], tuple[Translator, ...]]:
    """The article in those languages in which it is there: one of a hospital may be there in one only."""
    found = [(library.article(id, each.code), each) for each in languages]
    there = [(article, each) for article, each in found if article.language == each.code] or found[:1]
    return [article for article, _ in there], tuple(each for _, each in there)


def handout(library: Library, article: Article, tr: Translator, numbers: str = "") -> PrintedDocument:
    """The article on one or two pages; it holds nothing of the person. `numbers` are the hospital's."""

    def make(languages: tuple[Translator, ...]) -> bytes:
        from lupusdiary.report.handout import write_pdf

        articles, spoken = _written(library, article.id, languages)
        return write_pdf(articles, library, spoken, numbers)

    title = tr.text("Handout: {title}", title=article.title)
    return PrintedDocument(title, article.title, make, own=False)


def teach_back_card(
    library: Library, article: Article, said: TeachBack | None, tr: Translator, numbers: str = ""
) -> PrintedDocument:
    """What was said in own words, or two empty forms; `numbers` are the hospital’s."""

    def make(languages: tuple[Translator, ...]) -> bytes:
        from lupusdiary.report.teach_back_card import write_pdf

        articles, spoken = _written(library, article.id, languages)
        return write_pdf(articles, said, spoken, numbers)

    title = tr.text("In your own words: {title}", title=article.title)
    return PrintedDocument(title, title, make, own=said is not None)
