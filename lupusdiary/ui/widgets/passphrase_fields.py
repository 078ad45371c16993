"""Choosing a passphrase: typed twice, shown on wish, with what the keyboard does and how strong it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from lupusdiary.domain.passphrase import WORDS, strength
from lupusdiary.domain.two_set import keys_of
from lupusdiary.language import Translator, mark
from lupusdiary.ui.widgets.labels import plain_label

SHORTEST_PASSPHRASE = 8
CAPS, HANGUL = mark("Caps Lock is on."), mark("한/영 is on Hangul.")
SHIFT_SPACE = mark("Shift+Space was not typed: in some keyboards it switches 한/영.")


def typed_alike(first: QLineEdit, again: QLineEdit, say: Callable[[str], None], tr: Translator) -> bool:
    """Whether a new passphrase is long enough and was typed alike twice; says what is not, where it is."""
    if len(first.text()) < SHORTEST_PASSPHRASE:
        say(tr.text("Please choose a passphrase of 8 characters or more."))
        first.setFocus()
        return False
    # A hidden field takes no Hangul: the same keys are the same passphrase, as they are when it is opened.
    if keys_of(first.text()) != keys_of(again.text()):
        say(tr.text("The two passphrases differ. Please type the second one again."))
        again.clear()
        again.setFocus()
        return False
    return True


def reveal(fields: Iterable[QLineEdit], *, shown: bool) -> None:
    """Shows what is typed, or hides it."""
    for field in fields:
        field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class KeyboardState(QObject):
    """What the last key on a field says of Caps Lock and 한/영, which no platform tells; `label` shows it."""

    def __init__(self, fields: list[QLineEdit], tr: Callable[[], Translator]) -> None:
        super().__init__(fields[0])
        self._tr = tr
        self.label = plain_label("hint", "keyboard_state")
        self.label.hide()
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_Space and shifted and _hidden(watched):
                # It would enter the passphrase as a space that nobody sees.
                self.label.setText(self._tr().text(SHIFT_SPACE))
                self.label.show()
                return True
            self._look(event.text(), shifted=shifted)
        elif event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._look(event.commitString() or event.preeditString(), shifted=False)
        return super().eventFilter(watched, event)

    def _look(self, text: str, *, shifted: bool) -> None:
        if not text or not text[-1].isalpha():
            return
        sign = text[-1]
        latin = sign.isascii()
        caps = latin and sign.isupper() != shifted
        hangul = "\uac00" <= sign <= "\ud7a3" or "\u3131" <= sign <= "\u318e"
        state = CAPS if caps else HANGUL
        self.label.setText(self._tr().text(state) if caps or hangul else "")
        self.label.setVisible(caps or hangul)


def _hidden(field: QObject) -> bool:
    return isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal


class StrengthLine(QObject):
    """Says of `field` how hard its text is to guess; `label` shows it."""

    def __init__(self, field: QLineEdit, tr: Callable[[], Translator]) -> None:
        super().__init__(field)
        self._field = field
        self._tr = tr
        self.label = plain_label("hint", "strength")
        self.label.hide()
        field.textChanged.connect(self.retranslate)

    def retranslate(self) -> None:
        """Says it again."""
        text = self._field.text()
        self.label.setVisible(bool(text))
        if text:
            self.label.setText(self._tr().text(WORDS[strength(text)]))
