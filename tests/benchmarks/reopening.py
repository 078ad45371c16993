"""What opening the same diary again and again costs in memory, every page of it shown each time."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from lupusdiary.ui.base.route import Route
from tests.benchmarks.windows import opened_with_controller, settle

PAGES = ("today", "calendar", "labs", "treatment", "timeline", "visit", "learn", "urgent", "settings")


def memory_of_reopening(diary: Path, times: int) -> tuple[float, float]:
    """MiB after so many openings more, and after the first three: what is loaded once is loaded then."""
    with opened_with_controller(diary) as (window, controller):

        def once() -> None:
            controller.enter(diary)
            assert window.view is not None
            for page in PAGES:
                window.view.show_route(Route(page))
                settle(1200 if page in {"timeline", "visit"} else 150)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()

        for _ in range(3):
            once()
        floor = _resident()
        for _ in range(times):
            once()
        return _resident(), floor


def _resident() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0
