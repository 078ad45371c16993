"""A child process that opens a window and says when it could be used, and how much memory it took.

    python -m tests.benchmarks.start empty            an empty Qt window: the floor
    python -m tests.benchmarks.start DIARY            the program, as its command starts it, with a diary

Prints the processor seconds since the process began, the seconds by the clock, and its resident memory in
MiB. The first is what is judged: a machine that is busy does not change it much.
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


def _measure() -> int:
    """Takes the place of the event loop: what is shown is painted, then waits for what comes after."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    processor, clock = time.process_time(), _since_exec()
    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)
    loop.exec()
    print(f"{processor:.3f} {clock:.3f} {_memory():.1f}", flush=True)
    # Leaving by the front door would measure Qt's farewell, and Python's.
    os._exit(0)


def main(what: str) -> None:
    """Shows the window and measures it."""
    if what == "empty":
        from PySide6.QtWidgets import QApplication, QMainWindow

        app = QApplication([])
        window = QMainWindow()
        window.show()
        assert app is not None
        _measure()
        return
    import lupusdiary.app
    from lupusdiary.cli import main as command

    lupusdiary.app.QApplication.exec = staticmethod(_measure)  # type: ignore[method-assign]
    command([what, "--language", "ko"])


if __name__ == "__main__":
    main(sys.argv[1])
