"""Whatever stands in the place of the preferences, the window starts, and what can be kept is kept."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.article_folder import own_articles
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.lock_minutes import lock_minutes
from lupusdiary.ui.base.open_numbers import shown_numbers
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.presenter.playlists import PlaylistDrafts

HALF, BEYOND = '"\\ud800"', "9" * 400
CONTENTS = {
    "nested": "[" * 200_000,
    "nested objects": '{"a":' * 100_000,
    "no number": '{"scale": NaN, "lock_minutes": NaN, "own_articles_checked": NaN}',
    "without end": '{"scale": 1e400, "lock_minutes": -1e400, "own_articles_checked": 1e400}',
    "huge": f'{{"scale": {BEYOND}, "lock_minutes": {BEYOND}, "own_articles_checked": {BEYOND}}}',
    "more digits than are read": f'{{"scale": {"9" * 5000}}}',
    "half a character": f'{{"language": {HALF}, "own_articles": {HALF}, {HALF}: 1, "diary": {HALF}}}',
    "NUL": '{"own_articles": "a\\u0000b", "diary": "\\u0000"}',
    "other kinds": '{"scale": "x", "lock_minutes": [], "own_articles": 5, "urgent_numbers": {"a": 1}}',
    "true": '{"scale": true, "lock_minutes": true, "own_articles": true, "urgent_numbers": true}',
    "no object": "[1]",
    "null": "null",
    "empty": "",
    "too large": '{"a": "' + "x" * 5_000_000 + '"}',
}


def used(preferences: Preferences) -> None:
    """Everything that is asked for at a start, and one thing remembered."""
    assert preferences.number("scale", 1.0) in (1.0, 0.5)
    assert preferences.word("language") in ("", "ko")
    assert lock_minutes(preferences) == 30
    own_articles(preferences)
    shown_numbers(preferences)
    assert Path(preferences.word("diary")).exists() in (True, False)
    preferences.remember("language", "ko")


@pytest.mark.parametrize("name", CONTENTS)
def test_whatever_the_file_holds_is_read_and_written_anew(tmp_path: Path, name: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(CONTENTS[name], encoding="utf-8")
    used(Preferences(path))
    assert Preferences(path).word("language") == "ko"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices as files")
@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "circle"])
def test_what_is_no_file_holds_no_start(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "preferences.json"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if kind == "device" else path)
    preferences = Preferences(path)
    used(preferences)
    assert preferences.word("language") == "ko", "it holds for as long as the program runs"


def test_what_a_newer_version_remembers_stays_for_it(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    newer = {"version": 9, "layout": {"left": [1, 2]}, "nothing": None}
    path.write_text(json.dumps(newer), encoding="utf-8")
    Preferences(path).remember("language", "ko")
    assert json.loads(path.read_text(encoding="utf-8")) == newer | {"language": "ko"}


def test_what_cannot_be_written_is_not_remembered(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    preferences = Preferences(path)
    preferences.remember("a", "\ud800")
    preferences.remember("b", float("inf"))
    preferences.remember("c", "x")
    assert json.loads(path.read_text(encoding="utf-8")) == {"c": "x"}


class _Page(QWidget):
    def __init__(self, store: PlaylistDrafts) -> None:
        super().__init__()
        self.keeper = DraftKeeper(store, self)
        self.taken: list[Any] = []
        self.form = self.keeper.join("list", lambda: "new", lambda: None, self.put_back)

    def put_back(self, values: Any) -> None:
        self.taken.append(values["name"].strip())


@pytest.mark.parametrize(
    ("values", "at", "offered"),
    [
        ({"name": "a"}, "2026-11-22T12:00:00+00:00", True),
        ({"name": "a"}, "yesterday", True),
        ({"name": "a"}, 5, True),
        ({"other": "a"}, "2026-11-22T12:00:00+00:00", False),
        ({"name": 5}, "2026-11-22T12:00:00+00:00", False),
    ],
)
def test_a_draft_of_another_shape_is_left_where_it_is(
    qtbot: QtBot, tmp_path: Path, values: dict[str, Any], at: Any, offered: bool
) -> None:
    drafts = [{"form": "list", "key": "new", "at": at, "values": values}]
    (tmp_path / "playlist_drafts.json").write_text(json.dumps(drafts), encoding="utf-8")
    page = _Page(PlaylistDrafts(tmp_path, lambda: datetime(2026, 11, 22, tzinfo=UTC)))
    qtbot.addWidget(page)
    assert page.form.look() is offered
    assert json.loads((tmp_path / "playlist_drafts.json").read_text()) == drafts
