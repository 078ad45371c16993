"""Run in a process of its own, on a laptop with a projector: a session held with keys; what stood where."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lupusdiary.app import build
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.ui.base.preferences import Preferences
from tests.ui.shell import Person

NOW = datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))


def place(widget: QWidget) -> list[int]:
    """Where a window lies on the desktop."""
    area: QRect = widget.geometry()
    return [area.x(), area.y(), area.width(), area.height()]


def main(home: Path) -> None:
    """Holds the session and prints what was seen as JSON."""
    app = QApplication([])
    window, controller = build(
        Preferences(home / "p.json"), Person(), "en", home / "own", home / "stories", lambda: NOW
    )
    window.show()
    controller.show_demonstration("mild")
    sessions = {each.id: each for each in ready_sessions()}
    controller.sessions.begin(sessions["first_visit"])
    presenter = controller.sessions.presenter
    assert presenter is not None
    stage, view = presenter.stage, presenter.view
    seen: dict[str, object] = {
        "displays": len(app.screens()),
        "stage": place(stage),
        "full": stage.isFullScreen(),
        "view": stage.screen().name() + "/" + view.screen().name(),
        "view_visible": view.isVisible(),
    }
    QTest.keyClick(stage, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    frames = presenter.progress.frames
    seen["at"] = presenter.progress.at
    seen["same"] = stage.slide.frame == view.current.frame == frames[2]
    seen["next"] = view.next.frame == frames[3]
    seen["notes"] = view.notes.toPlainText() == frames[2].notes
    seen["clock"] = view.clock.text()
    seen["elapsed"] = view.elapsed.text()
    mirrored = False
    while presenter.progress.frame.kind != "quiz":
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        # What is pressed while the timeline is drawn is done once it is there.
        QTest.qWait(20)
        mirrored = mirrored or (stage.shows_timeline and view.current._picture is not None)
    seen["mirrored"] = mirrored
    seen["slide_again"] = view.current._picture is None
    seen["hands_visible"] = view.hands.isVisible()
    QTest.keyClicks(view.hands.fields["o"], "14")
    QTest.keyClicks(view.hands.fields["x"], "5")
    QTest.keyClick(view, Qt.Key.Key_Space)
    seen["hands"] = [presenter.progress.hands.for_o, presenter.progress.hands.for_x]
    seen["revealed"] = stage.slide.shown.revealed
    laptop = app.screens()[:1]
    presenter._displays._screens = lambda: laptop
    app.screenRemoved.emit(app.screens()[1])
    seen["unplugged"] = [stage.screen().name(), stage.isFullScreen(), view.isVisible()]
    QTest.keyClick(stage, Qt.Key.Key_N)
    seen["notes_over_slide"] = presenter.notes.isVisible()
    presenter._displays._screens = app.screens
    app.screenAdded.emit(app.screens()[1])
    seen["plugged"] = [stage.screen().name(), view.isVisible(), presenter.notes.isVisible()]
    seen["still_there"] = stage.slide.shown.revealed
    QTest.keyClick(stage, Qt.Key.Key_Escape)
    seen["closed"] = not stage.isVisible() and not view.isVisible()
    controller.sessions.begin(sessions["how_to_use"])
    guided = controller.sessions.presenter
    assert guided is not None
    QTest.keyClick(guided.stage, Qt.Key.Key_PageDown)
    seen["live"] = window.screen().name()
    seen["slide_hidden"] = not guided.stage.isVisible()
    seen["notes_stay"] = guided.view.isVisible() and guided.view.screen().name() == "laptop"
    guided._displays._screens = lambda: laptop
    app.screenRemoved.emit(app.screens()[1])
    seen["live_unplugged"] = window.screen().name()
    guided._displays._screens = app.screens
    app.screenAdded.emit(app.screens()[1])
    seen["live_plugged"] = window.screen().name()
    QTest.keyClick(guided.view, Qt.Key.Key_Escape)
    seen["back"] = window.screen().name()
    window.close()
    print(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
