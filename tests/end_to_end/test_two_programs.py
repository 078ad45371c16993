"""A window and a command line on one diary: what one writes is seen in the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary
from tests.cli.calling import process
from tests.conftest import StandingClock
from tests.end_to_end.session import Session

TODAY = date(2026, 11, 22)
PASSPHRASE = "butterfly and wolf"


@pytest.mark.parametrize("secret", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_what_the_command_line_writes_appears_in_the_open_window(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, secret: str | None
) -> None:
    own = tmp_path / "data" / "diary.lupusdiary"
    own.parent.mkdir()
    create_diary(own, Secret.passphrase(secret) if secret else None, clock).close()
    known = {"LUPUSDIARY_PASSPHRASE": secret} if secret else {}
    session = Session(qtbot, tmp_path, clock)
    if secret:
        session.type(secret)
        session.click("unlock")
    session.wait_for_diary()
    session.type("5")

    page = session.settle()
    assert process("record", own, TODAY, "fatigue=7", "note=from the clinic", **known).status == 0
    items = page.items  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: items.row("fatigue").value == 7)
    assert session.find(QPlainTextEdit, "note").toPlainText() == "from the clinic"
    assert items.row("global").value == 5

    session.go("timeline")
    assert process("lab", own, TODAY, "upcr", "852", "mg/g", **known).status == 0
    chart = session.settle()
    session.click("preset_kidney")
    qtbot.waitUntil(
        lambda: "upcr" in {panel.code for panel in chart.chart.shown.panels}  # type: ignore[attr-defined]
    )
    done = process("export", own, "--format", "json", "--out", "-", **known)
    assert '"global": 5' in done.out
    assert '"fatigue": 7' in done.out
