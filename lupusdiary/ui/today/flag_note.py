"""The fixed question beside an item, the same whatever is recorded, and the place where its signs stand."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.urgency import grouped
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.labels import plain_tip

_ICON = 16
# No line begins with the dot: the blanks before it do not break.
_DOT = "\u00a0\u00a0·  "


class FlagNote(QLabel):
    """A telephone and the most urgent sign of an item, or “When to call” where that has no room; `pressed`
    wants the whole text, for which the keyboard has F1 and the place below the items."""

    pressed = Signal()

    def __init__(self, name: str, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._sign = ""
        self._short = False
        self.setObjectName(name)
        self.setProperty("role", "flag")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, symptom: Symptom) -> None:
        """Shows the sign of an item in the language of the moment."""
        tr = self._context.tr
        self._sign = symptom.signs[0].short(tr)
        self.setAccessibleName(self._sign)
        self.setToolTip(plain_tip(symptom.red_flag(tr) or ""))
        self.setAccessibleDescription(symptom.red_flag(tr) or "")
        self.shorten(self._short)

    def shorten(self, short: bool) -> None:
        """Says no more than that there is a time to call, or the sign itself."""
        self._short = short
        self.setText(self._short_words if short else self._sign)

    @property
    def _short_words(self) -> str:
        return self._context.tr.text("When to call")

    @property
    def short_width(self) -> int:
        """What the few words need in pixels."""
        self.ensurePolished()
        return self.contentsMargins().left() + self.fontMetrics().horizontalAdvance(self._short_words) + 1

    def lines(self, width: int) -> int:
        """How many lines the sign needs in `width` pixels."""
        self.ensurePolished()
        # A label breaks its lines a little earlier than a text that is measured.
        metrics, room = self.fontMetrics(), width - self.contentsMargins().left() - 4
        if room < max(metrics.horizontalAdvance(word) for word in self._sign.split(" ")):
            return len(self._sign)
        wrapped = metrics.boundingRect(0, 0, room, 4000, int(Qt.TextFlag.TextWordWrap), self._sign)
        return wrapped.height() // metrics.lineSpacing()

    def restyle(self) -> None:
        """Leaves room for the telephone at the text size of the moment."""
        self.setContentsMargins(round(_ICON * self._factor) + 6, 0, 0, 0)
        self.update()

    @property
    def _factor(self) -> float:
        return 0.6 + 0.4 * self._context.theme.scale

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, side = QPainter(self), round(_ICON * self._factor)
        painter.drawPixmap(
            0, (self.height() - side) // 2, pixmap("phone", self._context.theme.colours.muted, side)
        )
        painter.end()


class FlagDock(QFrame):
    """Stands below the items, outside what scrolls, always as high: the signs of the item that was last used,
    and above them why something was not recorded. `requested` carries the item whose whole text is wanted."""

    requested = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "dock")
        self.setObjectName("flag_dock")
        self._context = context
        self._symptom: Symptom | None = None
        self._items: tuple[Symptom, ...] = ()
        self._room = 400
        self._phone = QLabel(self)
        self.text = QLabel(self)
        self.text.setObjectName("flag_line")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._refusal: Refusal | None = None
        self._of_row: str | None = None
        self.said = QLabel(self)
        self.said.setObjectName("problem")
        self.said.setProperty("role", "look")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.said.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.said)
        words.addWidget(self.text, 1)
        self.more = QPushButton(self)
        self.more.setObjectName("flag_more")
        self.more.setProperty("role", "plain_link")
        self.more.clicked.connect(lambda: self.requested.emit(self._symptom))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 6, 0)
        line.setSpacing(8)
        line.addWidget(self._phone)
        line.addLayout(words, 1)
        line.addWidget(self.more)

    def say(self, refusal: Refusal | None) -> None:
        """Says what the page refused; None when that is over."""
        self._refusal = refusal
        self._say()

    def say_of_row(self, words: str | None) -> None:
        """Says why a value was not recorded whose row has no room for it; None when none is left."""
        self._of_row = words
        self._say()

    @property
    def symptom(self) -> Symptom | None:
        """Whose signs stand here."""
        return self._symptom

    def show_items(self, asked: Iterable[Symptom], fallback: Symptom) -> None:
        """Makes room for the signs of every item that is asked; `fallback` stands here until one is used."""
        self._items = tuple(item for item in (*asked, fallback) if item.signs)
        if self._symptom not in self._items:
            self._symptom = fallback
        self.retranslate()

    def show_item(self, symptom: Symptom) -> None:
        """Shows the signs of an item; one without any leaves what stands here."""
        if symptom.signs and symptom != self._symptom:
            self._symptom = symptom
            self._say()

    def fit(self, width: int) -> None:
        """Takes `width` pixels, and two lines; more only where the most urgent sign of an item needs them."""
        for part in (self, self.text, self.more):
            part.ensurePolished()
        self._room = max(width - self.more.sizeHint().width() - self._phone.sizeHint().width() - 38, 60)
        tall = max(2 * self._line, *(self._height(self._parts(item)[0]) for item in self._items))
        self.setFixedHeight(max(tall + 4, target(self._context.theme.scale)))
        self._say()

    @property
    def _line(self) -> int:
        return self.text.fontMetrics().lineSpacing()

    def _parts(self, symptom: Symptom) -> list[str]:
        tr = self._context.tr
        return [f"{group.heading(tr)}: {group.line(tr)}" for group in grouped(symptom.signs)]

    def _words(self, symptom: Symptom, room: int) -> str:
        """Its signs by what is to be done, the most urgent first, as many as `room` pixels of height hold."""
        first, *others = self._parts(symptom)
        shown = first
        for at, part in enumerate(others):
            end = "" if at == len(others) - 1 else "  …"
            if self._height(f"{shown}{_DOT}{part}{end}") > room:
                return f"{shown}  …"
            shown = f"{shown}{_DOT}{part}"
        return shown

    def _height(self, text: str) -> int:
        flags = int(Qt.TextFlag.TextWordWrap)
        return self.text.fontMetrics().boundingRect(0, 0, self._room, 4000, flags, text).height()

    def _say(self) -> None:
        tr = self._context.tr
        said = self._of_row if self._refusal is None else tr.refusal(self._refusal)
        self.said.setText(said or "")
        self.said.setToolTip(plain_tip(said or ""))
        self.said.setVisible(said is not None)
        room = 2 * self._line
        if said is not None:
            tall = min(self._height(said), room)
            self.said.setFixedHeight(tall)
            room -= tall
        # The same signs stand behind the button beside it.
        self.text.setVisible(room > 0)
        self._draw(bool(said))
        if self._symptom is not None and room > 0:
            self.text.setText(self._words(self._symptom, room))
            self.text.setToolTip(plain_tip(self._symptom.name(tr)))
            self.text.setAccessibleName(self._symptom.name(tr))
            self.text.setAccessibleDescription(self._symptom.red_flag(tr) or "")

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.more.setText(tr.text("Full text (F1)"))
        self._say()

    def restyle(self) -> None:
        """Draws the telephone in the colours and size of the moment."""
        self._draw(self.said.isVisibleTo(self))

    def _draw(self, refused: bool) -> None:
        theme = self._context.theme
        side = round(18 * (0.6 + 0.4 * theme.scale))
        name, colour = (
            ("triangle-alert", theme.colours.on_note) if refused else ("phone", theme.colours.muted)
        )
        self._phone.setPixmap(pixmap(name, colour, side))
