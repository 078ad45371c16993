"""A long evening sends many signals; the interpreter must outlive them."""

from __future__ import annotations

import subprocess
import sys

import lupusdiary.ui as ui

_MANY_SIGNALS = """
import lupusdiary.ui
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    sent = Signal()

sender = Sender()
for _ in range(20_000):
    sender.sent.emit()
print("still here")
"""


def test_twenty_thousand_signals_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", _MANY_SIGNALS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "still here", "")


_MANY_CALLS = """
import lupusdiary.ui
from PySide6.QtCore import QObject

quiet = QObject()
for _ in range(60_000):
    quiet.blockSignals(True)
    quiet.setObjectName("")
print("still here")
"""


def test_sixty_thousand_calls_without_a_result_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", _MANY_CALLS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "still here", "")


def test_importing_the_window_again_adds_nothing() -> None:
    before = sys.getrefcount(True)
    ui.keep_true()
    assert sys.getrefcount(True) - before < 100
