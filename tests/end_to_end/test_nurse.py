"""The education session: a nurse tells a fictional life, tries things in it, and puts it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary
from lupusdiary.exchange import json_format
from lupusdiary.ui.frame.banner import Banner
from tests.conftest import StandingClock
from tests.end_to_end.session import Session, seen_texts
from tests.report import pdf_text

PAGES = ("today", "calendar", "labs", "treatment", "timeline", "visit", "urgent", "settings")


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Session:
    """The nurse's own diary, plain, with one note; the window is open on it."""
    own = tmp_path / "data" / "diary.lupusdiary"
    own.parent.mkdir()
    with create_diary(own, None, clock) as diary:
        diary.days.set_note(diary.today(), "mine")
    return Session(qtbot, tmp_path, clock)


def banner(session: Session) -> str:
    return " ".join(text for _, text in seen_texts(session.find(Banner, "")))


def test_a_nurse_tells_the_story_changes_it_puts_it_back_and_her_own_diary_is_never_touched(
    session: Session,
) -> None:
    assert session.window.view is not None
    before = session.own.read_bytes(), session.own.stat().st_mtime_ns
    session.choose("demonstration_nephritis")
    story = session.window.view.diary
    assert story.demonstration == "nephritis"
    told = json_format.write(story.contents())
    for page in PAGES:
        session.go(page)
        assert "fictional" in banner(session)
        assert "differ from person to person" in banner(session)

    page = session.go("timeline")
    session.click("preset_kidney")
    session.click("range_all")
    shown = page.chart.shown  # type: ignore[attr-defined]
    assert shown.period.start.year <= 2011
    assert {"upcr", "c3", "anti_dsdna"} <= {panel.code for panel in shown.panels}
    assert {"cart_infusion"} & {mark.kind for mark in shown.events}

    session.go("today")
    fatigue = session.find(QWidget, "row_fatigue")
    session.press(next(cell for cell in fatigue.findChildren(QPushButton) if cell.text() == "10"))
    session.click("note")
    session.type("tried out")
    assert json_format.write(story.contents()) != told
    session.click("reset_demonstration")
    assert json_format.write(story.contents()) == told
    session.click("own_diary")
    assert session.window.view.diary.path == session.own
    assert session.find(QWidget, "note").toPlainText() == "mine"  # type: ignore[attr-defined]
    assert (session.own.read_bytes(), session.own.stat().st_mtime_ns) == before


def test_what_a_nurse_prints_and_saves_names_the_person_as_fictional(session: Session) -> None:
    session.choose("demonstration_nephritis")
    session.go("visit")
    for language, words in (
        ("en", ("fictional", "differ from person to person")),
        ("ko", ("가상", "사람마다 다릅니다")),
    ):
        session.click(f"language_{language}")
        session.settle()
        session.person.save_to = paper = session.home / f"{language}.pdf"
        session.click("save_pdf")
        pages = pdf_text.pages(paper.read_bytes())
        assert all(any(word in page for word in words[:1]) for page in pages)
        assert words[1] in " ".join(pages)
    page = session.go("timeline")
    session.person.save_to = picture = session.home / "story.svg"
    session.choose_of("keep_picture", 0)
    assert picture.exists()
    assert page.isVisible()


def test_an_export_of_a_demonstration_is_not_taken_into_the_own_diary(session: Session) -> None:
    assert session.window.view is not None
    before = session.own.read_bytes()
    session.choose("demonstration_mild")
    session.person.save_to = session.person.opens = session.home / "story.json"
    session.choose("export_json")
    session.click("own_diary")
    session.choose("import")
    session.qtbot.waitUntil(lambda: len(session.person.told) > 1)
    assert "demonstration" in session.person.told[-1]
    assert session.own.read_bytes() == before


def test_keys_alone_tell_the_story(session: Session) -> None:
    session.choose("demonstration_mild")
    assert session.window.view is not None
    for number, page in enumerate(("today", "calendar", "labs", "treatment", "timeline", "visit"), start=1):
        session.keys(Qt.Key(Qt.Key.Key_0 + number), held=Qt.KeyboardModifier.ControlModifier)
        assert session.window.view.current == page
