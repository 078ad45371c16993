"""A hospital's own folder: checked in the settings, read in Learn and in sessions, and left again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.ui.learn_page import LearnPage
from lupusdiary.ui.own_articles import library_of, own_articles, use
from lupusdiary.ui.route import Route
from lupusdiary.ui.settings_page import SettingsPage
from tests.conftest import StandingClock
from tests.education import own_folder
from tests.ui.daily import Daily, child
from tests.ui.learning import person, reader, shown
from tests.ui.teaching import Teacher

OWN = "our_clinic"


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return own_folder.write(tmp_path / "ward <b>3")


def press(page: SettingsPage, daily: Daily, name: str) -> None:
    button = child(page, QPushButton, f"own_articles_{name}")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def words(page: SettingsPage, name: str) -> str:
    return child(page, QLabel, f"own_articles_{name}").text()


def checked(daily: Daily, page: SettingsPage, folder: Path) -> str:
    """Chooses a folder, has it checked, and reads what is said."""
    person(daily).chooses_folder = folder
    press(page, daily, "choose")
    press(page, daily, "check")
    daily.qtbot.waitUntil(lambda: not page._articles._background.busy, timeout=20_000)
    return words(page, "state")


def cards(page: LearnPage) -> list[str]:
    return [card.id for card in page.list.shelf.cards]


def read_again(daily: Daily, page: LearnPage) -> None:
    """Comes back to a page that was shown before."""
    page.hide()
    page.show()
    daily.qtbot.waitUntil(lambda: page.library is not None, timeout=20_000)
    QApplication.processEvents()


def test_articles_of_a_good_folder_stand_in_learn_under_their_own_heading(daily: Daily, folder: Path) -> None:
    learn = shown(daily)
    assert OWN not in cards(learn)
    settings = daily.show(SettingsPage)
    assert not child(settings, QPushButton, "own_articles_check").isEnabled()
    assert checked(daily, settings, folder) == "1 article, nothing to correct. In use."
    assert words(settings, "place").replace("\u200b", "") == str(folder)
    assert not settings._articles.findings.isVisible()
    learn.visit(Route("learn", article=OWN))
    read_again(daily, learn)
    assert learn.reader.article is not None
    assert learn.reader.article.id == OWN
    learn.show_shelf()
    assert cards(learn)[-1] == OWN
    headings = [label.text() for label in learn.findChildren(QLabel) if label.isVisible()]
    assert "From your hospital" in headings
    assert not learn.list.left_out.isVisible()


def test_a_faulty_folder_is_not_used_and_file_and_line_are_said(daily: Daily, folder: Path) -> None:
    article = folder / "en" / f"{OWN}.md"
    text = article.read_text(encoding="utf-8")
    line = text[: text.index("figure:clinic_way")].count("\n") + 1
    article.write_text(text.replace("figure:clinic_way", "figure:clinic_wya"), encoding="utf-8")
    settings = daily.show(SettingsPage)
    said = checked(daily, settings, folder)
    assert "The folder is not used." in said
    findings = settings._articles.findings
    assert findings.isVisible()
    assert any(each.startswith(f"en/{OWN}.md:{line}: ") for each in findings.text().split("\n"))
    assert "clinic_wya" in findings.text()
    assert findings.textFormat() == Qt.TextFormat.PlainText
    assert own_articles(daily.around.preferences).folder is None
    assert OWN not in library_of(daily.around.preferences).ids()
    daily.around.language.switch("ko")
    settings.retranslate()
    assert "이 폴더는 사용하지 않습니다" in words(settings, "state")
    article.write_text(text, encoding="utf-8")
    press(settings, daily, "check")
    daily.qtbot.waitUntil(lambda: not settings._articles._background.busy, timeout=20_000)
    assert OWN in library_of(daily.around.preferences).ids()


def test_a_faulty_folder_leaves_the_good_one_in_use(daily: Daily, folder: Path, tmp_path: Path) -> None:
    settings = daily.show(SettingsPage)
    checked(daily, settings, folder)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "not used" in checked(daily, settings, empty)
    assert "holds no articles" in settings._articles.findings.text()
    assert own_articles(daily.around.preferences).folder == folder


def test_only_the_first_findings_are_listed_and_the_others_counted(daily: Daily, tmp_path: Path) -> None:
    many = tmp_path / "many" / "en"
    many.mkdir(parents=True)
    for number in range(30):
        (many / f"empty_{number:02}.md").write_text("", encoding="utf-8")
    settings = daily.show(SettingsPage)
    checked(daily, settings, many.parent)
    lines = settings._articles.findings.text().split("\n")
    assert len(lines) == 21
    assert lines[-1].startswith("And ")


def test_a_folder_that_is_not_wanted_any_more_leaves_learn(daily: Daily, folder: Path) -> None:
    use(daily.around.preferences, folder)
    learn = shown(daily)
    learn.visit(Route("learn", article=OWN))
    assert learn.reader.article is not None
    settings = daily.show(SettingsPage)
    press(settings, daily, "stop")
    assert not child(settings, QPushButton, "own_articles_stop").isVisible()
    assert words(settings, "place") == "No folder is chosen."
    read_again(daily, learn)
    assert learn.list.isVisible()
    assert OWN not in cards(learn)
    assert len(cards(learn)) > 20


@pytest.mark.parametrize("gone", [True, False])
def test_learn_says_calmly_that_a_folder_vanished_or_became_faulty(
    daily: Daily, folder: Path, gone: bool
) -> None:
    use(daily.around.preferences, folder)
    if gone:
        folder.rename(folder.with_name("elsewhere"))
    else:
        (folder / "ko" / f"{OWN}.md").unlink()
    learn = shown(daily)
    assert OWN not in cards(learn)
    assert len(cards(learn)) > 20
    assert learn.list.left_out.isVisible()
    assert "ward <b>3" in learn.list.left_out.text()
    daily.around.language.switch("ko")
    learn.retranslate()
    assert "병원 글" in learn.list.left_out.text()


def test_buttons_can_be_hit_and_have_names(daily: Daily, folder: Path) -> None:
    use(daily.around.preferences, folder)
    settings = daily.show(SettingsPage)
    card = settings._articles
    for button in (card.choose, card.check, card.stop):
        assert button.height() >= 40
        assert button.text()
    assert card.findings.accessibleName() == "What to correct"


def test_a_session_is_held_with_the_articles_of_the_hospital(
    qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime], folder: Path
) -> None:
    teacher = Teacher(qtbot, tmp_path / "home", clock)
    desk = teacher.shell.desk.sessions
    assert OWN not in desk.library.ids()
    use(teacher.shell.preferences, folder)
    desk.present(OWN)
    assert desk.presenter is not None
    assert OWN in desk.library.ids()
    desk.stop()
