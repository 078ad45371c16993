"""Whatever name is chosen, whatever is saved: no diary is ever replaced, open or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary
from tests.conftest import StandingClock
from tests.end_to_end.session import Session

PASSPHRASE = "correct horse battery"


def _save(session: Session, what: str) -> None:
    """One of the ways in which the window writes a file whose name a person chooses."""
    if what == "export_json":
        session.choose(what)
    elif what == "recovery":
        session.choose(what)
        session.click("save_recovery_sheet")
        session.click("recovery_done")
    elif what == "summary":
        session.go("visit")
        session.click("save_pdf")
    elif what == "picture":
        session.go("timeline")
        session.click("preset_energy")
        session.settle()
        session.choose_of("keep_picture", 0)
    else:
        # Handouts, forms and records of sessions are shown and saved by the same view.
        session.go("urgent")
        session.click("safety_card")
        session.click("card_print")
        session.qtbot.waitUntil(session.find(QWidget, "save_paper").isEnabled)
        session.click("save_paper")


@pytest.mark.parametrize("what", ["export_json", "recovery", "summary", "picture", "paper"])
def test_no_save_of_the_window_replaces_a_diary(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, what: str
) -> None:
    hers = tmp_path / "hers"
    own, other, unnamed = hers / "data" / "diary.lupusdiary", hers / "b.lupusdiary", hers / "b.pdf"
    own.parent.mkdir(parents=True)
    create_diary(own, Secret.passphrase(PASSPHRASE), clock).close()
    create_diary(other, None, clock).close()
    unnamed.write_bytes(own.read_bytes())
    session = Session(qtbot, hers, clock)
    session.type(PASSPHRASE)
    session.click("unlock")
    session.wait_for_diary()
    session.type("564")
    for place in (own, other, unnamed):
        if what == "picture" and place.suffix != ".png":
            # A picture's own ending is added to any other name.
            place = place.with_name(place.name + ".png")
            place.write_bytes(other.read_bytes())
        before = place.read_bytes()
        session.person.save_to = place
        told = len(session.person.told)
        _save(session, what)
        assert place.read_bytes() == before
        assert "diary" in session.person.told[told]
        assert "Nothing was replaced" in session.person.told[told]
    session.close()
