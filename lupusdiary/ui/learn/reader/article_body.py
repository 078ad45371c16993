"""The text of an article: headings, paragraphs, warning boxes and drawings below each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.education.content.article import Article, Block, Bullets, Figure, Paragraph, Plain, Warning
from lupusdiary.education.content.library import Library
from lupusdiary.ui.articles.figure import ArticleFigure
from lupusdiary.ui.articles.rich_text import (
    Typeface,
    bullets_html,
    has_links,
    paragraph_html,
    source_numbers,
)
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.widgets.labels import RichLabel


class ArticleBody(QWidget):
    """Made once an article; styled anew for another text size or theme."""

    followed = Signal(str, QPoint)
    pointed = Signal(str)

    def __init__(self, article: Article, library: Library) -> None:
        super().__init__()
        self._article = article
        self._library = library
        self._numbers = source_numbers(article)
        self.headings: dict[str, QLabel] = {}
        self.figures: list[ArticleFigure] = []
        self._lines: list[tuple[RichLabel, Block, int, bool]] = []
        self._signs: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for section in article.sections:
            self._column.addSpacing(14)
            heading = RichLabel(links=False)
            heading.setObjectName(f"section_{section.anchor}")
            self.headings[section.anchor] = heading
            self._column.addWidget(heading)
            for block in section.blocks:
                self._add(block)

    @property
    def stops(self) -> list[RichLabel]:
        """The lines with words or links to follow, where the Tab key stops."""
        return [label for label, block, _, _ in self._lines if has_links(block)]

    def restyle(
        self, colours: Colours, points: float, scale: float, looked_for: Sequence[re.Pattern[str]] = ()
    ) -> None:
        """Dresses every line: `points` is the size of the text, `scale` that of the program; `looked_for` is
        marked."""
        face = Typeface.of(colours, points, looked_for)
        large = Typeface.of(colours, points * 1.3, looked_for)
        for section in self._article.sections:
            words = Paragraph(spans=(_bold(section.heading),))
            self.headings[section.anchor].setText(paragraph_html(words.spans, large, {}))
        for label, block, at, warning in self._lines:
            shown = face.on_note(colours) if warning else face
            if isinstance(block, Bullets):
                label.setText(bullets_html(block, shown, self._numbers))
            elif isinstance(block, Paragraph):
                label.setText(paragraph_html(block.spans, shown, self._numbers))
            elif isinstance(block, Warning):
                label.setText(paragraph_html(block.paragraphs[at], shown, self._numbers))
        for sign in self._signs:
            sign.setPixmap(pixmap("triangle-alert", colours.on_note, round(points * 2)))
        for figure in self.figures:
            figure.restyle(colours, scale)

    def _add(self, block: Block) -> None:
        if isinstance(block, Figure):
            figure = ArticleFigure(block, self._library, self._article.language)
            self.figures.append(figure)
            self._column.addWidget(figure)
        elif isinstance(block, Warning):
            self._column.addWidget(self._warning(block))
        else:
            self._column.addWidget(self._line(block, 0, warning=False))

    def _warning(self, block: Warning) -> QFrame:
        box = QFrame()
        box.setProperty("role", "note")
        box.setObjectName("warning")
        sign = QLabel()
        sign.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._signs.append(sign)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(sign)
        for at in range(len(block.paragraphs)):
            inside.addWidget(self._line(block, at, warning=True))
        return box

    def _line(self, block: Block, at: int, *, warning: bool) -> RichLabel:
        label = RichLabel(links=has_links(block))
        label.followed.connect(self.followed)
        label.pointed.connect(self.pointed)
        self._lines.append((label, block, at, warning))
        return label


def _bold(text: str) -> Plain:
    return Plain(text, strong=True)
