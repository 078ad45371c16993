"""The beginning of an article: its title, how long it takes, who has read it, and what it says in short."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.education.content.article import Article
from lupusdiary.education.content.disclaimers import PEOPLE_DIFFER, differs
from lupusdiary.education.content.library import Library
from lupusdiary.ui.articles.rich_text import Typeface
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.learn.reader.footer import origin_words
from lupusdiary.ui.widgets.labels import RichLabel


class ReaderHeader(QWidget):
    """Where CAR-T shows, the sentence that people differ stands with the summary."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._article: Article | None = None
        self.title = RichLabel(links=False)
        self.title.setObjectName("article_title")
        self.about = QLabel()
        self.about.setObjectName("article_about")
        self.about.setProperty("role", "hint")
        self.about.setWordWrap(True)
        self.summary = RichLabel(links=False)
        self.summary.setObjectName("summary")
        self.people_differ = QLabel()
        self.people_differ.setObjectName("people_differ")
        self.people_differ.setProperty("role", "strong")
        self.people_differ.setWordWrap(True)
        box = QFrame()
        box.setProperty("role", "card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(18, 14, 18, 8)
        inside.addWidget(self.summary)
        inside.addWidget(self.people_differ)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.title, self.about, box):
            column.addWidget(widget)

    def show_article(self, article: Article, library: Library) -> None:
        """Shows an article's own words on itself."""
        self._article = article
        tr = self._context.tr
        number = library.minutes(article)
        parts = [tr.plural("about {count} minute", "about {count} minutes", number)]
        parts += origin_words(article, tr)
        if article.language != tr.code:
            parts.append(tr.text("Not there in English yet: shown in Korean."))
        self.about.setText(" · ".join(parts))
        self.people_differ.setText(tr.text(PEOPLE_DIFFER))
        self.people_differ.setVisible(differs(article))

    def restyle(self, points: float, looked_for: Sequence[re.Pattern[str]] = ()) -> None:
        """Dresses the words in the reader's size; `looked_for` is marked."""
        if self._article is None:
            return
        face = Typeface.of(self._context.theme.colours, points, looked_for)
        self.title.setText(_html(self._article.title, points * 1.7, face, bold=True))
        self.summary.setText(_html(self._article.summary, points, face, bold=False))


def _html(text: str, points: float, face: Typeface, *, bold: bool) -> str:
    weight, height = ("bold", 115) if bold else ("normal", 145)
    style = f"font-size:{points:.1f}pt; color:{face.text}; font-weight:{weight}"
    return f'<p style="margin:0; line-height:{height}%"><span style="{style}">{face.marked(text)}</span></p>'
