"""The line above an article: back, the text's own size, bookmark, contents, print and copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from lupusdiary.education.content.article import Section
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_tip


class ReaderToolbar(QWidget):
    """Above the text; `resized` is 1 for larger text and -1 for smaller, `section_requested` carries an
    anchor."""

    back_requested = Signal()
    resized = Signal(int)
    bookmark_requested = Signal(bool)
    section_requested = Signal(str)
    paper_requested = Signal()
    slides_requested = Signal()
    copy_requested = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.to_list = QPushButton()
        self.to_list.setObjectName("back_to_list")
        self.to_list.clicked.connect(self.back_requested)
        self.smaller = self._letter("A−", "smaller_text", -1)
        self.larger = self._letter("A+", "larger_text", 1)
        self.marked = IconButton("bookmark", "bookmark", self, quiet=False)
        self.marked.setCheckable(True)
        self.marked.clicked.connect(self.bookmark_requested)
        self.contents = QPushButton()
        self.contents.setObjectName("contents")
        self._menu = QMenu(self)
        self.contents.setMenu(self._menu)
        self.print = IconButton("printer", "handout", self, quiet=False)
        self.print.clicked.connect(self.paper_requested)
        self.present = QPushButton()
        self.present.setObjectName("present_article")
        self.present.clicked.connect(self.slides_requested)
        self.copied = IconButton("copy", "copy_article", self, quiet=False)
        self.copied.clicked.connect(self.copy_requested)
        gap = QWidget()
        gap.setSizePolicy(gap.sizePolicy().Policy.Expanding, gap.sizePolicy().verticalPolicy())
        tools = QWidget()
        inside = QHBoxLayout(tools)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for tool in (
            self.present,
            self.contents,
            self.smaller,
            self.larger,
            self.marked,
            self.print,
            self.copied,
        ):
            inside.addWidget(tool)
        row = FlowLayout()
        for widget in (self.to_list, gap, tools):
            row.addWidget(widget)
        self.setLayout(row)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Lists the headings."""
        self._menu.clear()
        for section in sections:
            action = self._menu.addAction(section.heading.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(section.anchor)
            action.triggered.connect(
                lambda _=False, anchor=section.anchor: self.section_requested.emit(anchor)
            )

    def show_place(self, anchor: str | None) -> None:
        """Ticks the section that is being read."""
        for action in self._menu.actions():
            action.setChecked(action.data() == anchor)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.to_list.setText(tr.text("All articles"))
        for button, words in (
            (self.smaller, tr.text("Smaller text in articles")),
            (self.larger, tr.text("Larger text in articles")),
        ):
            button.setToolTip(plain_tip(words))
            button.setAccessibleName(words)
        self.marked.say(
            tr.text("Remove the bookmark") if self.marked.isChecked() else tr.text("Put a bookmark here")
        )
        self.contents.setText(tr.text("Contents"))
        self.present.setText(tr.text("As slides"))
        self.print.say(tr.text("Print or save as a handout"))
        self.copied.say(tr.text("Copy the text"))

    def show_bookmark(self, on: bool) -> None:
        """Shows whether the article is bookmarked."""
        self.marked.setChecked(on)
        self.retranslate()

    def restyle(self) -> None:
        """Fits buttons to the text size and theme."""
        theme = self._context.theme
        for button in (self.marked, self.print, self.copied):
            button.restyle(theme)
        for letter in (self.smaller, self.larger):
            letter.setFixedHeight(target(theme.scale))

    def _letter(self, text: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.clicked.connect(lambda: self.resized.emit(step))
        return button
