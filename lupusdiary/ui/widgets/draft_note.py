"""Says that what stands in a form was typed before and is not saved yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftedForm
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import line_label


class DraftNote(QWidget):
    """Hidden until something was put back; `given_up` is sent when the person throws it away."""

    given_up = Signal()

    def __init__(self, form: DraftedForm, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._now = now
        self._at: datetime | None = None
        self._tr: Translator | None = None
        self._words = line_label("note", "draft_words")
        self._words.setParent(self)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._drop = QPushButton(self)
        self._drop.setObjectName("drop_draft")
        self._drop.setProperty("role", "quiet")
        self._drop.clicked.connect(self.given_up)
        line = FlowLayout(spacing=10)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words)
        line.addWidget(self._drop)
        self.setLayout(line)
        form.offered.connect(self._show)
        self.hide()

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        self._drop.setText(tr.text("Throw away what was typed"))
        if self._at is None:
            return
        now, at = self._now(), self._at.astimezone(self._now().tzinfo)
        if at.date() == now.date():
            self._words.setText(tr.text("Not saved yet, from {time}", time=tr.time(at.time())))
        else:
            day = tr.date(at.date(), "short")
            self._words.setText(
                tr.text("Not saved yet, from {day}, {time}", day=day, time=tr.time(at.time()))
            )

    @classmethod
    def on(
        cls,
        form: DraftedForm,
        now: Callable[[], datetime],
        context: UiContext,
        give_up: Callable[[], None],
        parent: QWidget,
    ) -> DraftNote:
        """One that follows the language of the window by itself; `give_up` throws away what was typed."""
        note = cls(form, now, parent)
        note._context = context
        note.given_up.connect(give_up)
        context.ui_language.changed.connect(note._follow)
        note._follow()
        return note

    _context: UiContext | None = None

    def _follow(self) -> None:
        if self._context is not None:
            self.retranslate(self._context.tr)

    def _show(self, at: datetime | None) -> None:
        self._at = at
        if self._tr is not None:
            self.retranslate(self._tr)
        self.setVisible(at is not None)
