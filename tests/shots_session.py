"""Pictures of an education session: projector, presenter's own display, live window, papers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.controller import AppController
from lupusdiary.ui.presenter.playlist_editor import PlaylistEditor
from lupusdiary.ui.presenter.presenter import Presenter

KINDS = ("title", "section", "figure", "warning", "timeline", "quiz", "teach_back", "sources")
_LAPTOP = (1440, 900)
Take = Callable[[QWidget, str], None]
Settle = Callable[[int], None]


def platform(folder: Path, projector: str) -> str:
    """The offscreen platform with a laptop and a projector of this size ("1280x720")."""
    width, height = (int(part) for part in projector.split("x"))
    places = (("laptop", 0, *_LAPTOP), ("projector", _LAPTOP[0], width, height))
    config = {
        "windowFrameMargins": False,
        "screens": [
            {"name": name, "x": x, "y": 0, "width": w, "height": h}
            | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
            for name, x, w, h in places
        ],
    }
    path = folder / "displays.json"
    path.write_text(json.dumps(config), encoding="utf-8")
    return f"offscreen:configfile={path}"


def shoot_session(controller: AppController, take: Take, settle: Settle) -> None:
    """What a nurse and the people before her see."""
    presenter = _begin(controller, "before_car_t")
    for kind in KINDS:
        go_to(presenter, kind)
        settle(3000 if kind == "timeline" else 150)
        take(presenter.stage, f"stage-{kind}")
        take(presenter.view, f"presenter-{kind}")
        if kind == "quiz":
            for key in (Qt.Key.Key_O, Qt.Key.Key_O, Qt.Key.Key_X, Qt.Key.Key_Space):
                QTest.keyClick(presenter.stage, key)
            take(presenter.stage, "stage-answer")
            take(presenter.view, "presenter-answer")
    presenter.notes.show()
    take(presenter.stage, "stage-notes")
    presenter.end()
    papers = controller.sessions.papers
    assert papers is not None
    take(papers, "session-ended")
    _click(papers, "session_papers")
    settle(4000)
    take(papers, "session-record")
    papers.close()
    presenter = _begin(controller, "how_to_use")
    settle(1500)
    take(presenter._guide._window, "live-step")
    presenter.end()
    for each in QApplication.topLevelWidgets():
        if each is controller.sessions.papers:
            each.close()
    controller.do(Verb.SESSION)
    chooser = controller.sessions.chooser
    assert chooser is not None
    settle(800)
    take(chooser, "session-chooser")
    _click(chooser, "change_playlist")
    editor = chooser.findChild(PlaylistEditor)
    assert editor is not None
    settle(300)
    take(editor, "session-editor")
    editor.close()
    chooser.close()
    settle(50)


def _begin(controller: AppController, id: str) -> Presenter:
    controller.sessions.begin(next(each for each in ready_sessions() if each.id == id))
    presenter = controller.sessions.presenter
    assert presenter is not None
    return presenter


def go_to(presenter: Presenter, kind: str) -> None:
    """Shows the first slide of a kind."""
    QTest.keyClick(presenter.stage, Qt.Key.Key_Home)
    for _ in presenter.progress.frames * 3:
        if presenter.progress.frame.kind == kind:
            return
        QTest.keyClick(presenter.stage, Qt.Key.Key_PageDown)


def _click(widget: QWidget, name: str) -> None:
    button = widget.findChild(QAbstractButton, name)
    assert button is not None
    button.click()
