"""A hospital's own folder: checked in the settings, read in Learn and in sessions, and left again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.language import translator
from lupusdiary.ui.base.article_folder import library_of, own_articles, use
from lupusdiary.ui.base.context import HANDOUT_NUMBERS
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.learn.handouts import handout
from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.settings.page import SettingsPage
from lupusdiary.ui.settings.writing_guide import WritingGuide
from tests.conftest import StandingClock
from tests.education import own_folder
from tests.ui.daily import Daily, child
from tests.ui.learning import look_for, person, reader, shown
from tests.ui.teaching import Teacher

P = TypeVar("P", bound=Page)
OWN = "our_clinic"


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return own_folder.write(tmp_path / "ward <b>3")


def press(page: SettingsPage, name: str) -> None:
    """Presses a button by the keyboard."""
    wanted = child(page, QPushButton, f"own_articles_{name}")
    wanted.setFocus()
    QTest.keyClick(wanted, Qt.Key.Key_Space)


def page_of(teacher: Teacher, name: str, kind: type[P]) -> P:
    """A page of the window, gone to by the rail."""
    teacher.shell.controller._show_page(name)
    page = teacher.shell.window.findChild(kind)
    assert page is not None
    return page


def words(page: SettingsPage, name: str) -> str:
    return child(page, QLabel, f"own_articles_{name}").text()


def checked(daily: Daily, page: SettingsPage, folder: Path) -> str:
    """Chooses a folder, has it checked, and reads what is said."""
    person(daily).chooses_folder = folder
    press(page, "choose")
    press(page, "check")
    daily.qtbot.waitUntil(lambda: not page._articles._background.busy)
    return words(page, "state")


def cards(page: LearnPage) -> list[str]:
    return page.list.articles.ids


def read_again(daily: Daily, page: LearnPage) -> None:
    """Comes back to a page that was shown before."""
    page.hide()
    page.show()
    daily.qtbot.waitUntil(lambda: page.library is not None)
    QApplication.processEvents()


def test_articles_of_a_good_folder_stand_in_learn_under_their_own_heading(daily: Daily, folder: Path) -> None:
    learn = shown(daily)
    assert OWN not in cards(learn)
    settings = daily.show(SettingsPage)
    assert not child(settings, QPushButton, "own_articles_check").isVisible()
    assert checked(daily, settings, folder) == "1 article, nothing to correct. In use."
    assert words(settings, "place").replace("\u200b", "") == str(folder)
    assert not settings._articles.findings.isVisible()
    learn.visit(Route("learn", article=OWN))
    read_again(daily, learn)
    assert learn.reader.article is not None
    assert learn.reader.article.id == OWN
    learn.show_list()
    assert cards(learn)[-1] == OWN
    headings = [row.title for row in learn.list.articles.model.rows if row.id is None]
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
    assert findings.text().split("\n") == [
        f"en/{OWN}.md",
        f"• Line {line}: There is no figure “clinic_wya” in the folder “figures”.",
        f"• Line {line}: This stands only here, not in the same place of the Korean article: "
        "figure:clinic_wya. Write it there too, or take it out here.",
        "",
        f"ko/{OWN}.md",
        f"• Line {line}: This stands only here, not in the same place of the English article: "
        "figure:clinic_way. Write it there too, or take it out here.",
    ]
    assert findings.textFormat() == Qt.TextFormat.PlainText
    assert own_articles(daily.around.preferences).folder is None
    assert OWN not in library_of(daily.around.preferences).ids()
    daily.around.ui_language.switch("ko")
    settings.retranslate()
    assert "이 폴더는 사용하지 않습니다" in words(settings, "state")
    assert f"• {line}번째 줄: " in findings.text()
    article.write_text(text, encoding="utf-8")
    press(settings, "check")
    daily.qtbot.waitUntil(lambda: not settings._articles._background.busy)
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
    assert len([line for line in lines if line.startswith("• ")]) == 20
    assert lines[-1] == "And 10 more."


def test_a_folder_on_a_stick_comes_back_with_it(daily: Daily, folder: Path) -> None:
    settings = daily.show(SettingsPage)
    checked(daily, settings, folder)
    away = folder.rename(folder.with_name("stick taken out"))
    settings.retranslate()
    press(settings, "check")
    daily.qtbot.waitUntil(lambda: not settings._articles._background.busy)
    assert "This folder is not there: put the stick or disk in again" in words(settings, "findings")
    assert OWN not in library_of(daily.around.preferences).ids()
    later = daily.show(SettingsPage)
    assert words(later, "state").startswith("The folder is not there now")
    away.rename(folder)
    assert OWN in library_of(daily.around.preferences).ids()
    later.retranslate()
    assert words(later, "state") == "Chosen. It is checked again whenever one of its files has changed."


def test_a_stick_taken_out_while_learn_is_open_ends_in_a_sentence(daily: Daily, folder: Path) -> None:
    use(daily.around.preferences, folder)
    learn = shown(daily)
    assert OWN in cards(learn)
    folder.rename(folder.with_name("stick taken out"))
    learn.visit(Route("learn", article=OWN))
    assert "This file is missing" in person(daily).told[-1]
    assert learn.list.isVisible()
    assert look_for(daily, learn, "lupus")


def test_an_article_that_takes_the_place_of_the_programs_is_named(daily: Daily, tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own", "emergency")
    own_folder.change(folder, "glossary.toml", "our_clinic", "emergency")
    settings = daily.show(SettingsPage)
    title = library_of(daily.around.preferences).card("emergency", "en").front.title
    said = checked(daily, settings, folder)
    assert said.endswith(f"In use. Shown in place of articles of the program: “{title}”.")
    assert library_of(daily.around.preferences).card("emergency", "en").front.title == "Our clinic"


def test_an_article_in_one_language_is_read_in_the_other_too(daily: Daily, folder: Path) -> None:
    (folder / "en" / f"{OWN}.md").unlink()
    own_folder.change(folder, f"ko/{OWN}.md", 'no_figure = ""', 'one_language = "우리 병동에서만 씁니다."')
    settings = daily.show(SettingsPage)
    assert checked(daily, settings, folder) == "1 article, nothing to correct. In use."
    learn = shown(daily)
    learn.visit(Route("learn", article=OWN))
    assert learn.reader.article is not None
    assert learn.reader.article.title == "우리 병원 안내"
    paper = handout(library_of(daily.around.preferences), learn.reader.article, translator("en"))
    both = PdfReader(BytesIO(paper.make((translator("ko"), translator("en")))))
    assert "".join(page.extract_text() for page in both.pages).count("저희는") == 1
    learn.show_list()
    assert look_for(daily, learn, "진료합니다")


def test_a_folder_that_is_not_wanted_any_more_leaves_learn(daily: Daily, folder: Path) -> None:
    use(daily.around.preferences, folder)
    learn = shown(daily)
    learn.visit(Route("learn", article=OWN))
    assert learn.reader.article is not None
    settings = daily.show(SettingsPage)
    press(settings, "stop")
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
    daily.around.ui_language.switch("ko")
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
    controller = teacher.shell.controller.sessions
    assert OWN not in controller.library.ids()
    use(teacher.shell.preferences, folder)
    controller.present(OWN)
    assert controller.presenter is not None
    assert OWN in controller.library.ids()
    controller.stop()


def test_from_the_example_to_learn_the_search_and_the_presenter(
    qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    """A nurse makes the example, has it checked, changes it by a text editor, and teaches with it."""
    teacher = Teacher(qtbot, tmp_path / "home", clock)
    teacher.shell.person.chooses_folder = tmp_path
    made = tmp_path / "Our articles"
    settings = page_of(teacher, "settings", SettingsPage)
    press(settings, "example")
    assert "press “Check and use”" in words(settings, "state")
    assert (made / "How to write.txt").is_file()
    press(settings, "see")
    assert teacher.shell.person.seen_folders == [made]
    assert own_articles(teacher.shell.preferences).folder is None
    press(settings, "check")
    qtbot.waitUntil(lambda: not settings._articles._background.busy)
    assert words(settings, "state") == "1 article, nothing to correct. In use."
    for file, before, after in (
        ("en/our_clinic.md", 'title = "Example: our lupus clinic"', 'title = "The zebra clinic"'),
        ("ko/our_clinic.md", 'title = "예시: 우리 병원 루푸스 외래"', 'title = "얼룩말 외래"'),
    ):
        own_folder.change(made, file, before, after)
    press(settings, "check")
    qtbot.waitUntil(lambda: not settings._articles._background.busy)
    learn = page_of(teacher, "learn", LearnPage)
    qtbot.waitUntil(lambda: learn.library is not None)
    assert cards(learn)[-1] == OWN
    learn.list.search.insert("zebra")
    qtbot.waitUntil(lambda: learn.list._searching.is_ready)
    QTest.keyClick(learn.list.search, Qt.Key.Key_Return)
    assert learn.list.results.rows
    QTest.keyClick(learn.list.results.rows[0], Qt.Key.Key_Return)
    assert learn.reader.article is not None
    assert learn.reader.article.title == "The zebra clinic"
    learn._present()
    presenter = teacher.shell.controller.sessions.presenter
    assert presenter is not None
    assert presenter.progress.session.articles == (OWN,)
    teacher.shell.controller.sessions.stop()


def test_the_guide_is_read_from_the_settings_in_both_languages(daily: Daily) -> None:
    settings = daily.show(SettingsPage)
    press(settings, "help")
    guide = settings.findChild(WritingGuide) or QApplication.activeWindow()
    assert isinstance(guide, WritingGuide)
    assert "Warning signs stand in a box" in guide.browser.toPlainText()
    daily.around.ui_language.switch("ko")
    assert guide.windowTitle() == "글 쓰는 법"
    assert "위험 신호는 상자에 넣습니다" in guide.browser.toPlainText()
    guide.accept()


def test_an_example_is_never_written_over_something(daily: Daily, tmp_path: Path) -> None:
    settings = daily.show(SettingsPage)
    person(daily).chooses_folder = tmp_path
    press(settings, "example")
    press(settings, "example")
    assert "nothing was changed" in person(daily).told[-1]
    assert own_articles(daily.around.preferences).folder is None
    person(daily).chooses_folder = None
    press(settings, "example")
    assert words(settings, "place").replace("\u200b", "") == str(tmp_path / "Our articles")


def test_numbers_of_a_hospital_are_kept_while_the_field_is_typed_in(daily: Daily, qtbot: QtBot) -> None:
    page = daily.show(SettingsPage)
    field = child(page, QLineEdit, "handout_numbers")
    field.setFocus()
    qtbot.keyClicks(field, "02-000-0001")
    preferences = daily.around.preferences
    qtbot.waitUntil(lambda: preferences.word(HANDOUT_NUMBERS) == "02-000-0001")
