"""The sheets of the Learn page: what they are called, and how they are made."""

from __future__ import annotations

from lupusdiary.domain.learning import TeachBack
from lupusdiary.education.article import Article
from lupusdiary.education.library import Library
from lupusdiary.language import Translator
from lupusdiary.ui.paper_view import Paper


def handout(library: Library, article: Article, tr: Translator) -> Paper:
    """The article on one or two pages; it holds nothing of the person."""

    def make(languages: tuple[Translator, ...]) -> bytes:
        from lupusdiary.report.handout import write_pdf

        return write_pdf([library.article(article.id, each.code) for each in languages], library, languages)

    title = tr.text("Handout: {title}", title=article.title)
    return Paper(title, article.title, make, own=False)


def teach_back_card(library: Library, article: Article, said: TeachBack | None, tr: Translator) -> Paper:
    """What was said in own words, or two empty forms to be filled in by hand."""

    def make(languages: tuple[Translator, ...]) -> bytes:
        from lupusdiary.report.teach_back_card import write_pdf

        return write_pdf([library.article(article.id, each.code) for each in languages], said, languages)

    title = tr.text("In your own words: {title}", title=article.title)
    return Paper(title, title, make, own=said is not None)
