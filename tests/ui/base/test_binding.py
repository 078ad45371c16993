"""The binding counts the references of what goes through it: one that does not ends the program at any time.

Seen in a release of the binding: 200 signals took 400 references of None and 200 of True, until Python
stopped with "deallocating None".
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

TIMES = 3000
# What Python itself and its caches may take or give back meanwhile.
DRIFT = 100


class Speaker(QObject):
    """Every kind of signal and slot that the window uses."""

    plain = Signal()
    truth = Signal(bool)
    thing = Signal(object)
    both = Signal(str, object)

    @Slot(bool)
    def take(self, truth: bool) -> None:
        """A slot that Qt knows."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A virtual function that answers with a truth value."""
        return event.type() == QEvent.Type.User


class Passing:
    """Passes values through the binding again and again."""

    def __init__(self, qtbot: QtBot, value: object) -> None:
        self.value = value
        self.speaker = Speaker()
        self.button, self.box = QPushButton(), QCheckBox()
        self.widget = QWidget()
        for widget in (self.button, self.box, self.widget):
            qtbot.addWidget(widget)
        self.widget.installEventFilter(self.speaker)
        self.button.clicked.connect(lambda checked=False: None)
        self.speaker.truth.connect(self.speaker.take)
        for signal in (self.speaker.plain, self.speaker.truth, self.speaker.thing, self.speaker.both):
            signal.connect(lambda *_: None)

    def signals(self) -> None:
        """Signals without, with plain and with Python's own values."""
        self.speaker.plain.emit()
        self.speaker.truth.emit(True)
        self.speaker.truth.emit(False)
        self.speaker.thing.emit(self.value)
        self.speaker.both.emit("day", self.value)
        self.button.click()

    def getters(self) -> None:
        """Getters that answer yes, no or nothing."""
        assert self.widget.isVisible() is False
        assert self.widget.isEnabled() is True
        assert self.widget.parentWidget() is None
        assert self.widget.property("missing") is None

    def setters(self) -> None:
        """Setters that take yes or no, and answer nothing."""
        self.box.setChecked(True)
        self.box.setChecked(False)
        self.widget.setEnabled(True)
        self.widget.setProperty("kept", self.value)

    def virtuals(self) -> None:
        """Functions of ours that Qt calls."""
        assert QCoreApplication.sendEvent(self.widget, QEvent(QEvent.Type.User)) is True
        QCoreApplication.sendEvent(self.widget, QEvent(QEvent.Type.MaxUser))


def drifts(call: Callable[[], None], *values: object) -> list[int]:
    """By how much the references of each value change in some thousand calls."""
    for _ in range(50):
        call()
    gc.collect()
    before = [sys.getrefcount(value) for value in values]
    for _ in range(TIMES):
        call()
    gc.collect()
    return [sys.getrefcount(value) - count for value, count in zip(values, before, strict=True)]


@pytest.mark.parametrize("kind", ["signals", "getters", "setters", "virtuals"])
def test_what_goes_through_the_binding_keeps_its_references(qtbot: QtBot, kind: str) -> None:
    """From Python 3.12 on None, True and False live for ever and Python does not count them; the binding is
    built for older ones too and still does: there only an object of ours can tell."""
    own = object()
    passing = Passing(qtbot, own)
    counted = [own] if sys.version_info >= (3, 12) else [None, True, False, own]
    changed = drifts(getattr(passing, kind), *counted)
    assert [change for change in changed if abs(change) > DRIFT] == [], changed


def test_a_binding_that_takes_a_reference_at_each_call_would_be_seen() -> None:
    own, taken = object(), []
    assert drifts(lambda: taken.append(own), own)[0] >= TIMES
