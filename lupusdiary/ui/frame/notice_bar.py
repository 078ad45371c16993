"""A quiet line above the pages for what the program has to say by itself, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from lupusdiary.language import Message, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

NOT_NOW = mark("Not now")
_WIDEST_TEXT = 620


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said under a `key`, what the person can do about it, and what happens when she puts it off;
    `pressing` comes before what waits."""

    key: str
    text: Message
    actions: tuple[tuple[Message, Callable[[], None]], ...] = ()
    put_off: Callable[[], None] | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    pressing: bool = False


_EDGE = 6


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._context = context
        self._notices: list[Notice] = []
        self._buttons: list[QPushButton] = []
        self.text: QLabel = plain_label("", "notice")
        self.text.setParent(self)
        # The buttons stand at the right as those of the strip that names a diary, or below the whole width.
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # Several lines keep away from the edges as one does.
        self.text.setContentsMargins(0, _EDGE, 0, _EDGE)
        self._flow = FlowLayout(spacing=12)
        self._flow.setContentsMargins(SIDE, 2, SIDE, 2)
        self._flow.addWidget(self.text)
        self.setLayout(self._flow)
        self.hide()

    @property
    def key(self) -> str | None:
        """Which notice is seen."""
        return self._notices[0].key if self._notices else None

    def holds(self, key: str) -> bool:
        """Whether it is said or waits."""
        return any(each.key == key for each in self._notices)

    def say(self, notice: Notice) -> None:
        """Says it now, or after what waits already."""
        self._notices = [each for each in self._notices if each.key != notice.key]
        self._notices.insert(0 if notice.pressing else len(self._notices), notice)
        self._show()

    def withdraw(self, key: str) -> None:
        """It is no longer so."""
        self._notices = [each for each in self._notices if each.key != key]
        self._show()

    def retranslate(self) -> None:
        """Sets every text."""
        self._show()

    def restyle(self) -> None:
        """Fits the text size."""
        self.text.setMinimumWidth(0)
        self._show()

    def _show(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        if not self._notices:
            self.hide()
            return
        notice, tr = self._notices[0], self._context.tr
        self.text.setText(tr.text(notice.text, **notice.values))
        self.text.ensurePolished()
        wanted = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4
        self.text.setMinimumWidth(min(wanted, round(_WIDEST_TEXT * self._context.theme.scale), 680))
        for name, act in (*notice.actions, (NOT_NOW, lambda: self._put_off(notice))):
            button = QPushButton(tr.text(name), self)
            button.setProperty("role", "link")
            button.setObjectName(f"notice_{notice.key}_{len(self._buttons)}")
            button.clicked.connect(act)
            self._flow.addWidget(button)
            self._buttons.append(button)
        self.show()

    def _put_off(self, notice: Notice) -> None:
        self.withdraw(notice.key)
        if notice.put_off is not None:
            notice.put_off()
