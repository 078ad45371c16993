"""A line of plain text that wraps, in one of the roles of the style sheet, and what such a line says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.base.line_breaks import unbroken

_NOTE = "note"
# Between the sign of a note and its words, in pixels.
_AFTER_SIGN = 8


def plain_tip(words: str) -> str:
    """A tooltip that is shown as it is written: Qt takes a name with markup in it for markup of ours."""
    if "<" not in words:
        return words
    from PySide6.QtGui import Qt as Markup

    return Markup.convertFromPlainText(words) if Markup.mightBeRichText(words) else words


class PlainLabel(QLabel):
    """Keeps together on its lines what is read as one; `text` is what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self._given = ""

    def setText(self, text: str, /) -> None:
        self._given = text
        super().setText(unbroken(text))

    def text(self) -> str:
        return self._given


class NoteLabel(PlainLabel):
    """What is to be looked at again: a sign in the colour of its words stands before them, for as long as
    its role is that of a note."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setContentsMargins(self._side + _AFTER_SIGN if self._is_note else 0, 0, 0, 0)

    @property
    def _is_note(self) -> bool:
        return bool(self.property("role") == _NOTE)

    @property
    def _side(self) -> int:
        return self.fontMetrics().ascent() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_note or not self._given.strip():
            return
        tall = self.heightForWidth(self.width()) if self.wordWrap() else self.sizeHint().height()
        above = 0 if self.alignment() & Qt.AlignmentFlag.AlignTop else (self.height() - tall) // 2
        # Beside the first of its lines, wherever they stand.
        top = above + (self.fontMetrics().lineSpacing() - self._side) // 2
        colour = self.palette().color(self.foregroundRole()).name()
        painter = QPainter(self)
        painter.drawPixmap(0, max(top, 0), pixmap("triangle-alert", colour, self._side))
        painter.end()


def line_label(role: str, name: str = "") -> QLabel:
    """An empty line that stays one; what it is given is never read as markup."""
    label = NoteLabel() if role == _NOTE else PlainLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def plain_label(role: str, name: str = "") -> QLabel:
    """As `line_label`, on as many lines as its words need."""
    label = line_label(role, name)
    label.setWordWrap(True)
    return label


def set_role(widget: QWidget, role: str) -> None:
    """Gives a widget that is seen already another look of the style sheet."""
    set_style_mark(widget, "role", role)


def set_style_mark(widget: QWidget, mark: str, value: object) -> None:
    """Sets a property that the style sheet asks for on a widget that is seen already."""
    widget.setProperty(mark, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    # A label finds the room of its frame again only now.
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def attempt(act: Callable[[], object], problem: QLabel, tr: Translator) -> bool:
    """Does what a person asked for; a refusal is said on the line `problem`, which is hidden otherwise.
    Whether it was done."""
    problem.hide()
    try:
        act()
    except Refusal as refusal:
        problem.setText(tr.refusal(refusal))
        problem.show()
        return False
    return True


class LateLabel(QVBoxLayout):
    """Takes no room and no time while it is silent; most rows of a day never refuse or explain anything."""

    def __init__(self, role: str, name: str) -> None:
        super().__init__()
        self._role = role
        self._name = name
        self._label: QLabel | None = None

    def say(self, text: str | None, more: str | None = None) -> None:
        """Shows the text; None hides the line. `more` is what a tip on it says."""
        if text is None:
            if self._label is not None:
                self._label.hide()
            return
        if self._label is None:
            self._label = QLabel(self.parentWidget())
            self._label.setObjectName(self._name)
            self._label.setProperty("role", self._role)
            self._label.setWordWrap(True)
            self.addWidget(self._label)
        self._label.setText(text)
        self._label.setToolTip(plain_tip(more or ""))
        self._label.setAccessibleDescription(more or "")
        self._label.show()


_TEXT = Qt.TextInteractionFlag.TextSelectableByMouse
_LINKS = Qt.TextInteractionFlag.TextBrowserInteraction


class RichLabel(QLabel):
    """`followed` carries the link and where on the screen what it opens may stand; `pointed` the link that
    the pointer is on, empty when it left."""

    followed = Signal(str, QPoint)
    pointed = Signal(str)

    def __init__(self, *, links: bool) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(_LINKS if links else _TEXT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.NoFocus)
        self._by_key = False
        self.linkActivated.connect(self._follow)
        self.linkHovered.connect(self.pointed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt would first stop at the whole line, which looks like nothing at all.
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        super().keyPressEvent(event)
        self._by_key = False

    def _follow(self, link: str) -> None:
        at = self.mapToGlobal(QPoint(0, self.height())) if self._by_key else QCursor.pos() + QPoint(0, 14)
        self.followed.emit(link, at)
