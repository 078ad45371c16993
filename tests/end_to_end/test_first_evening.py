"""The evening check-in, from the first start: passphrase, recovery sheet, a day, and yesterday's slip."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, is_encrypted, open_diary
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from tests.conftest import StandingClock
from tests.end_to_end.session import CTRL, SHIFT, Session

Key = Qt.Key
PASSPHRASE = "butterfly and wolf"
TODAY = date(2026, 11, 22)
EVENING = {
    "global": 5, "fatigue": 6, "joint_pain": 4, "morning_stiffness": 30, "malar_rash": 1,
    "oral_ulcer": 0, "hair_loss": 0, "leg_swelling": 0, "foamy_urine": 1,
}  # fmt: skip


def first_start(session: Session, sheet: Path) -> str:
    """Makes a protected diary and saves its recovery sheet; returns the key that the sheet shows."""
    session.click("welcome_next")
    session.click("protected")
    session.fill("passphrase", PASSPHRASE)
    session.fill("passphrase_again", PASSPHRASE)
    session.click("make_diary")
    page = session.window.shown
    assert isinstance(page, RecoveryPage)
    key = " ".join(page.groups)
    session.person.save_to = sheet
    session.click("save_recovery_sheet")
    session.click("recovery_done")
    session.wait_for_diary()
    return key


def evening(session: Session) -> None:
    """The ten usual items by digits, the temperature passed over."""
    session.type("564")
    session.type("30")
    session.keys(Key.Key_Return)
    session.type("100")
    session.keys(Key.Key_Down)
    session.type("01")


def test_first_start_check_in_recovery_key_and_yesterdays_click_undone(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    session = Session(qtbot, tmp_path, clock)
    sheet = tmp_path / "sheet.pdf"
    key = first_start(session, sheet)
    printed = " ".join(PdfReader(sheet).pages[0].extract_text().split())
    assert all(group in printed for line in key.splitlines() for group in line.split())
    evening(session)
    own = session.own
    session.close()
    assert is_encrypted(own)
    assert PASSPHRASE.encode() not in own.read_bytes()

    with open_diary(own, Secret.passphrase(PASSPHRASE), clock) as diary:
        assert diary.days.day(TODAY).readings == EVENING

    clock.move(days=1)
    next_day = Session(qtbot, tmp_path, clock)
    next_day.click("other_way")
    next_day.type(key)
    next_day.keys(Key.Key_Return)
    next_day.wait_for_diary()
    # The last click of yesterday: foamy urine.
    next_day.keys(Key.Key_Z, held=CTRL)
    next_day.close()
    with open_diary(own, Secret.recovery_key(key), clock) as diary:
        kept = dict(diary.days.day(TODAY).readings)
        assert kept == {code: value for code, value in EVENING.items() if code != "foamy_urine"}


def test_typing_and_the_diary_go_back_and_forth_in_order_while_a_field_has_the_keyboard(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    session = Session(qtbot, tmp_path, clock)
    session.click("welcome_next")
    session.click("plain")
    session.wait_for_diary()
    evening(session)
    note = session.find(QPlainTextEdit, "note")
    assert session.focus() is note
    session.type("tired")
    assert session.window.view is not None
    days = session.window.view.diary.days
    without = {code: value for code, value in EVENING.items() if code != "foamy_urine"}

    session.keys(Key.Key_Z, held=CTRL)
    assert (note.toPlainText(), days.day(TODAY).readings) == ("", EVENING)
    session.keys(Key.Key_Z, held=CTRL)
    assert (note.toPlainText(), days.day(TODAY).readings) == ("", without)
    session.keys(Key.Key_Z, held=CTRL | SHIFT)
    assert (note.toPlainText(), days.day(TODAY).readings) == ("", EVENING)
    session.keys(Key.Key_Z, held=CTRL | SHIFT)
    assert (note.toPlainText(), days.day(TODAY).readings) == ("tired", EVENING)


def test_the_demonstration_is_offered_before_anything_is_made_and_makes_no_own_diary(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    session = Session(qtbot, tmp_path, clock)
    session.click("try_demonstration")
    assert session.window.view is not None
    assert session.window.view.diary.demonstration == "mild"
    assert not session.own.exists()
    session.click("own_diary")
    assert session.window.view is None
    assert not session.own.exists()


def test_the_recovery_sheet_can_be_made_later_from_the_menu_and_from_settings(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    session = Session(qtbot, tmp_path, clock)
    first_start(session, tmp_path / "first.pdf")
    for name in ("menu.pdf", "settings.pdf"):
        session.person.save_to = tmp_path / name
        if name == "menu.pdf":
            session.choose("recovery")
        else:
            session.go("settings")
            session.click("settings_recovery_sheet")
        session.click("save_recovery_sheet")
        session.click("recovery_done")
        assert len(PdfReader(tmp_path / name).pages) >= 1
