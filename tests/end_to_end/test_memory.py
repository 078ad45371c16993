"""What stands in the memory of a window once a protected diary is open: never its passphrase."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lupusdiary.diary import Secret, create_diary
from tests.cli.calling import ROOT
from tests.conftest import StandingClock

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc/PID/mem")

PASSPHRASE = "xq7-Zebra!winter-lamp"
NOTE = "marker-of-a-note-9137"

# Types what comes in letter by letter, so that the whole stands nowhere but where the program puts it.
WINDOW = """
import gc, os, sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.ui.shell import Shell
shell = Shell(Path(sys.argv[1]), lambda: datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul")))
shell.controller.start()
door = shell.window.shown
while (letter := os.read(0, 1)) != b"\\n":
    QTest.keyClicks(door.secret, letter.decode())
door.unlock.click()
del door
while shell.window.view is None:
    app.processEvents()
QThreadPool.globalInstance().waitForDone()
app.processEvents()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
gc.collect()
os.write(1, b"open\\n")
os.read(0, 1)
"""


def found_in(process: int, words: dict[str, bytes]) -> dict[str, int]:
    """How often each of these stands in the readable memory of a process."""
    found = dict.fromkeys(words, 0)
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text("utf-8").splitlines():
            place, rights, *rest = line.split()
            if "r" not in rights or rest[-1].startswith("[v"):
                continue
            first, end = (int(each, 16) for each in place.split("-"))
            try:
                memory.seek(first)
                held = memory.read(end - first)
            except OSError:
                continue
            for name, word in words.items():
                found[name] += held.count(word)
    return found


def test_the_passphrase_is_in_no_memory_of_the_window_that_it_opened(
    tmp_path: Path, clock: StandingClock
) -> None:
    path = tmp_path / "data" / "diary.lupusdiary"
    with create_diary(path, Secret.passphrase(PASSPHRASE), clock, parents=True) as diary:
        diary.days.set_note(diary.today(), f"{NOTE} butterflies")
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as window:
        assert window.stdin is not None
        assert window.stdout is not None
        window.stdin.write(f"{PASSPHRASE}\n".encode())
        window.stdin.flush()
        assert window.stdout.readline() == b"open\n"
        codings = ("utf-8", "utf-16-le", "utf-32-le")
        words = {coding: PASSPHRASE.encode(coding) for coding in codings}
        found = found_in(window.pid, {**words, "note": NOTE.encode()})
        window.kill()
    # What is shown stands there, so this does look.
    assert found.pop("note") > 0
    assert found == dict.fromkeys(codings, 0)
