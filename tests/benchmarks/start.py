"""A child process that opens a window and says when it could be used, and how much memory it took.

    python -m tests.benchmarks.start empty            an empty Qt window: the floor
    python -m tests.benchmarks.start DIARY            the program's window with the Today page of a diary

Prints seconds since the process began, and its resident memory in MiB.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

BEGAN = time.time()


def _since_exec() -> float:
    """Seconds since the kernel started this process; the interpreter's own start counts too."""
    try:
        ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[19])
        up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
        return up - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):
        return time.time() - BEGAN


def _memory() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, ValueError):
        return float("nan")


def main(what: str) -> None:
    if what != "empty":
        from lupusdiary.app import build
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    if what == "empty":
        window = QMainWindow()
        window.show()
    else:
        import tempfile
        from datetime import datetime
        from zoneinfo import ZoneInfo

        from lupusdiary.ui.preferences import Preferences
        from lupusdiary.ui.prompts import Prompts

        app.setStyle("Fusion")
        now = datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))
        home = Path(tempfile.mkdtemp())
        window, desk = build(
            Preferences(home / "preferences.json"), Prompts(), "ko", Path(what), home / "stories", lambda: now
        )
        window.show()
        desk.enter(Path(what))
    app.processEvents()
    window.grab()
    usable = _since_exec()
    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)
    loop.exec()
    print(f"{usable:.3f} {_memory():.1f}", flush=True)
    # Leaving by the front door would measure Qt's farewell, and Python's.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
