"""A page that is opened reads the diary once: not again for its language, its style, and its start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.places import PAGES, quiet
from tests.ui.shell import Shell

# What fills a page, where its language and style fill it too.
_FILLS = {"treatment": "_fill"}


@pytest.mark.parametrize("name", [page for page in PAGES if page != "today"])
def test_a_page_is_filled_once_when_it_is_opened(
    qtbot: QtBot,
    tmp_path: Path,
    clock: Callable[[], datetime],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    shell.enter_new_diary()
    view = shell.window.view
    assert view is not None
    kind = getattr(import_module(f"lupusdiary.ui.{name}.page"), f"{name.title()}Page")
    fill = getattr(kind, _FILLS.get(name, "refresh"))
    filled: list[str] = []
    monkeypatch.setattr(kind, fill.__name__, lambda page: (filled.append(name), fill(page))[1])
    view.show_start(name)
    # The library of articles is read beside the window and shown when it is there.
    assert len(filled) == 1
    quiet()
    view.show_start("settings" if name != "settings" else "urgent")
    filled.clear()
    view.show_start(name)
    assert filled == []
