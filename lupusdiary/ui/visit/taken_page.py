"""The page that was taken to a visit: what stood on it, without who it is about."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import KeptVisitPage
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.text_dialog import TextDialog

_HEADING = "heading"
_DEEPEST = 8


class TakenPageDialog(TextDialog):
    """The words and numbers of a kept page, heading by heading."""

    def __init__(self, parent: QWidget, context: UiContext, page: KeptVisitPage) -> None:
        self._page = page
        super().__init__(parent, context)

    def heading(self, tr: Translator) -> str:
        return tr.text("The page that was taken along on {day}", day=tr.date(self._page.day))

    def content(self, tr: Translator) -> Sequence[tuple[str, Sequence[str]]]:
        return kept_words(self._page.data, tr)


class TakenPageCard(QFrame):
    """Says when it was made, and opens it."""

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._page: KeptVisitPage | None = None
        self._title, self._words = plain_label("section"), plain_label("muted", "taken_page")
        self.open = QPushButton()
        self.open.setObjectName("open_taken_page")
        self.open.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_visit(self, visit: Visit | None) -> None:
        """Shows what is kept of the page for this visit."""
        self._page = None if visit is None else self._diary.visit_pages.of(visit)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr, page = self._context.tr, self._page
        self._title.setText(tr.text("The page that was taken along"))
        self._words.setText(
            tr.text("What you save or print before a visit is kept here, without who you are.")
            if page is None
            else tr.text(
                "Made on {day}. Its words and numbers stay as they were, without who you are.",
                day=tr.date(page.made_on),
            )
        )
        self.open.setText(tr.text("Open"))
        self.open.setVisible(page is not None)

    def _open(self) -> None:
        if self._page is not None:
            self._context.prompts.run(TakenPageDialog(self, self._context, self._page))


def kept_words(data: str, tr: Translator) -> list[tuple[str, list[str]]]:
    """Headings with their lines, from the JSON of a page: of the language of the window if it is there."""
    pages = [page for page in json.loads(data).get("pages", []) if isinstance(page, dict)]
    if not pages:
        return []
    page = next((each for each in pages if each.get("lang") == tr.code), pages[0])
    found: list[tuple[str, list[str]]] = []
    above = [str(page[key]) for key in ("under_title", "period", "length") if page.get(key)]
    found.append((str(page.get("title", "")), above))
    for part in page.values():
        if isinstance(part, dict) and part.get(_HEADING):
            found.append((str(part[_HEADING]), list(_lines(part, skip=_HEADING))))
    return found


def _lines(value: Any, *, skip: str = "", depth: int = 0) -> Iterator[str]:
    """The texts of one part, a row a line."""
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, dict):
        row = [each for key, each in value.items() if key != skip]
        flat = [word for each in row if not _has_rows(each) for word in _words(each, depth)]
        if flat:
            yield "  ·  ".join(flat)
        for each in row:
            if _has_rows(each):
                yield from _lines(each, depth=depth + 1)
    elif isinstance(value, list):
        for each in value:
            if _has_rows(each):
                yield from _lines(each, depth=depth + 1)
            else:
                yield "  ·  ".join(_words(each, depth))


def _has_rows(value: Any) -> bool:
    """Whether it holds rows: a list of objects or of lists."""
    if isinstance(value, dict):
        return any(_has_rows(each) for each in value.values())
    return isinstance(value, list) and any(isinstance(each, dict | list) for each in value)


def _words(value: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        if value.strip():
            yield value.strip()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each, depth + 1)
