"""Sessions are chosen, put together, saved, and carried to another laptop."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.education.sessions.session import ArticleStep, EducationSession
from lupusdiary.education.sessions.session_file import SUFFIX, read_session, write_session
from lupusdiary.ui.base.command import ChooseLanguage, ShowPage, Verb
from lupusdiary.ui.base.context import HANDOUT_NUMBERS
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.presenter.playlist_editor import PlaylistEditor
from lupusdiary.ui.presenter.session_chooser import SessionChooser
from tests.ui.frame.test_opened_is_whole import faults
from tests.ui.shell import Shell
from tests.ui.teaching import Teacher, session

GOOD = """id = "ward_three"
title_ko = "병동 교육"
minutes = 15
[[step]]
kind = "article"
article = "what_is_lupus"
sections = ["what"]
[[step]]
kind = "timeline"
series = ["joints"]
range = "year"
say_ko = "가상의 인물입니다."
"""


@pytest.fixture
def teacher(qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]) -> Teacher:
    return Teacher(qtbot, tmp_path, clock)


def chooser(teacher: Teacher) -> SessionChooser:
    teacher.shell.controller.do(Verb.SESSION)
    found = teacher.shell.controller.sessions.chooser
    assert found is not None
    return found


def test_the_ready_sessions_can_be_begun_from_the_menu(teacher: Teacher) -> None:
    actions = teacher.shell.window.menuBar().findChildren(QAction, "session")
    assert len(actions) == 1
    actions[0].trigger()
    dialog = teacher.shell.controller.sessions.chooser
    assert dialog is not None
    assert dialog.list.count() == 5
    dialog.list.setCurrentRow(1)
    assert "laboratory" in dialog.title.text()
    assert "1." in dialog.steps.text()
    teacher.click(dialog, "start_session")
    presenter = teacher.shell.controller.sessions.presenter
    assert presenter is not None
    assert presenter.progress.session.id == "kidneys_and_laboratory"


def test_a_playlist_is_made_saved_and_opened_on_another_laptop(teacher: Teacher, tmp_path: Path) -> None:
    dialog = chooser(teacher)
    teacher.click(dialog, "new_playlist")
    editor = dialog.findChild(PlaylistEditor)
    assert editor is not None
    teacher.click(editor, "keep_playlist")
    assert editor.problem.isVisible()
    teacher.qtbot.keyClicks(editor.name, "Evening group")
    for row in (2, 0):
        editor.choices.setCurrentIndex(row)
        teacher.click(editor, "add_step")
    teacher.click(editor, "step_up")
    editor.step_minutes.clear()
    teacher.qtbot.keyClicks(editor.step_minutes, "9")
    steps = list(editor.steps)
    assert steps[0].minutes == 9
    teacher.click(editor, "keep_playlist")
    assert dialog.chosen is not None
    assert dialog.chosen.title_en == "Evening group"
    assert list(dialog.chosen.steps) == steps
    teacher.shell.person.save_to = tmp_path / "evening"
    teacher.click(dialog, "save_playlist")
    saved = tmp_path / f"evening{SUFFIX}"
    assert saved.is_file()
    dialog.reject()
    (tmp_path / "playlists" / f"{dialog.chosen.id}{SUFFIX}").unlink()
    other = chooser(teacher)
    assert other.list.count() == 5
    teacher.shell.person.opens = saved
    teacher.click(other, "open_playlist")
    assert other.chosen is not None
    assert list(other.chosen.steps) == steps


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("what_is_lupus", "no_such_article", ("Step 1", "no_such_article")),
        ('["what"]', '["nowhere"]', ("Step 1", "nowhere")),
        ('["joints"]', '["made_up"]', ("Step 2", "made_up")),
        ('kind = "timeline"', 'kind = "dance"', (":8:", "kind")),
    ],
)
def test_a_faulty_file_says_where_and_changes_nothing(
    teacher: Teacher, tmp_path: Path, before: str, after: str, says: tuple[str, ...]
) -> None:
    path = tmp_path / f"ward{SUFFIX}"
    path.write_text(GOOD.replace(before, after), encoding="utf-8")
    dialog = chooser(teacher)
    teacher.shell.person.opens = path
    teacher.click(dialog, "open_playlist")
    assert dialog.list.count() == 5
    told = teacher.shell.person.told[-1]
    assert "ward" in told
    for words in says:
        assert words in told


def test_a_good_file_is_added(teacher: Teacher, tmp_path: Path) -> None:
    path = tmp_path / f"ward{SUFFIX}"
    path.write_text(GOOD, encoding="utf-8")
    dialog = chooser(teacher)
    teacher.shell.person.opens = path
    teacher.click(dialog, "open_playlist")
    assert dialog.list.count() == 6
    assert dialog.chosen is not None
    assert dialog.chosen.id == "ward_three"


def test_the_record_is_saved_as_a_file(teacher: Teacher, tmp_path: Path) -> None:
    teacher.begin("first_visit")
    teacher.press(Qt.Key.Key_Escape)
    papers = teacher.shell.controller.sessions.papers
    assert papers is not None
    teacher.shell.preferences.remember(HANDOUT_NUMBERS, "Clinic 02-000-0001")
    teacher.qtbot.keyClicks(papers.people, "7")
    teacher.click(papers, "session_papers")
    teacher.qtbot.waitUntil(lambda: bool(papers.paper.preview.pdf))
    teacher.shell.person.save_to = tmp_path / "record.pdf"
    teacher.click(papers, "save_paper")
    pages = PdfReader(tmp_path / "record.pdf").pages
    assert len(pages) == 2
    assert "7 people" in pages[0].extract_text()
    assert all("Clinic 02-000-0001" in page.extract_text() for page in pages)


def test_an_article_is_shown_as_slides_from_its_page(teacher: Teacher) -> None:
    shell = teacher.shell
    shell.controller.do(ShowPage("learn"))
    assert shell.window.view is not None
    page = shell.window.view.page("learn")
    teacher.qtbot.waitUntil(lambda: getattr(page, "library", None) is not None)
    page.open("lupus_nephritis")  # type: ignore[attr-defined]
    teacher.qtbot.mouseClick(page.findChild(QAbstractButton, "present_article"), Qt.MouseButton.LeftButton)
    presenter = shell.controller.sessions.presenter
    assert presenter is not None
    assert presenter.progress.frame.article == "lupus_nephritis"


def restarted(teacher: Teacher, clock: Callable[[], datetime]) -> SessionChooser:
    """The sessions after the program was closed and started again."""
    shell = teacher.shell
    shell.window.close()
    teacher.shell = Shell(shell.home, clock)
    teacher.qtbot.addWidget(teacher.shell.window)
    teacher.shell.controller.enter(shell.own)
    return chooser(teacher)


def named(dialog: SessionChooser, id: str) -> EducationSession | None:
    """The session of an id, marked in the list."""
    for row, each in enumerate(dialog.sessions):
        if each.id == id:
            dialog.list.setCurrentRow(row)
            return each
    return None


def test_playlists_stay_after_a_restart_and_in_no_diary(
    teacher: Teacher, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    path = tmp_path / f"ward{SUFFIX}"
    path.write_text(GOOD, encoding="utf-8")
    dialog = chooser(teacher)
    teacher.shell.person.opens = path
    teacher.click(dialog, "open_playlist")
    opened = dialog.chosen
    before = teacher.shell.own.read_bytes()
    dialog.reject()
    path.unlink()
    again = restarted(teacher, clock)
    assert named(again, "ward_three") == opened
    assert again.remove.isEnabled()
    assert "병동".encode() not in before
    teacher.shell.person.says_yes = False
    teacher.click(again, "remove_playlist")
    assert named(again, "ward_three") == opened
    teacher.shell.person.says_yes = True
    teacher.click(again, "remove_playlist")
    assert again.list.count() == 5
    again.reject()
    assert named(restarted(teacher, clock), "ward_three") is None


def test_a_session_of_the_program_is_changed_beside_it_never_in_its_place(
    teacher: Teacher, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    dialog = chooser(teacher)
    assert named(dialog, "first_visit") is not None
    assert not dialog.remove.isEnabled()
    path = tmp_path / f"mine{SUFFIX}"
    path.write_text(GOOD.replace("ward_three", "first_visit"), encoding="utf-8")
    teacher.shell.person.opens = path
    teacher.click(dialog, "open_playlist")
    assert dialog.list.count() == 6
    assert dialog.chosen is not None
    assert dialog.chosen.id.startswith("own_")
    kept = dialog.chosen
    dialog.reject()
    again = restarted(teacher, clock)
    assert named(again, kept.id) == kept
    ready = named(again, "first_visit")
    assert ready is not None
    assert ready.title_en == "First visit: what is lupus"


def test_a_kept_file_that_was_broken_is_said_once_and_the_others_stay(
    teacher: Teacher, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    folder = tmp_path / "playlists"
    folder.mkdir()
    (folder / f"ward_three{SUFFIX}").write_text(GOOD, encoding="utf-8")
    (folder / f"torn{SUFFIX}").write_text("id = ", encoding="utf-8")
    dialog = chooser(teacher)
    assert dialog.list.count() == 6
    (told,) = teacher.shell.person.told
    assert f"torn{SUFFIX}" in told
    dialog.reject()
    chooser(teacher)
    assert len(teacher.shell.person.told) == 1


def test_what_was_entered_in_the_demonstration_is_put_back_before_others_see_it(teacher: Teacher) -> None:
    shell = teacher.shell
    person, sessions = shell.person, shell.controller.sessions
    shell.controller.show_demonstration("mild")
    # Another language is nothing that anybody entered.
    shell.controller.do(ChooseLanguage("ko"))
    shell.controller.do(ChooseLanguage("en"))
    teacher.begin("how_to_use").end()
    assert person.asked == []
    assert shell.window.view is not None
    diary = shell.window.view.diary
    diary.days.set_note(diary.today(), "Mrs Kim's son is ill")
    diary.history.undo()

    person.says_yes = False
    sessions.begin(session("how_to_use"))
    assert sessions.presenter is None
    assert [question.partition(".")[0] for question in person.asked] == [
        "Something was entered in the demonstration diary"
    ]
    person.says_yes = True
    teacher.begin("how_to_use")
    assert shell.window.view is not None
    live = shell.window.view.diary
    assert not live.history.can_redo
    assert live.days.search_notes("Kim") == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_at_200_per_cent_every_step_of_a_session_can_be_read(teacher: Teacher, language: str) -> None:
    shell = teacher.shell
    shell.window.resize(1093, 614)
    shell.window.context.theme.set_scale(2.0)
    shell.window.context.ui_language.switch(language)
    dialog = chooser(teacher)
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        QApplication.processEvents()
        for label in (dialog.title, dialog.aim, dialog.steps, dialog.hint):
            assert label.height() >= label.heightForWidth(label.width()), label.objectName()
        assert dialog.told.viewport().height() > 100
        told = dialog.told.widget()
        assert told is not None
        assert told.width() <= dialog.told.viewport().width()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_at_200_per_cent_a_playlist_and_its_editor_are_whole_in_a_small_window(
    teacher: Teacher, language: str
) -> None:
    shell = teacher.shell
    shell.window.resize(1093, 614)
    shell.window.context.theme.set_scale(2.0)
    shell.window.context.ui_language.switch(language)
    dialog = chooser(teacher)
    least = target(2.0)

    def whole() -> None:
        rows = [dialog.list.item(at) for at in range(dialog.list.count())]
        for row in rows:
            room = dialog.list.visualItemRect(row)
            words = dialog.list.fontMetrics().boundingRect(
                room.adjusted(8, 0, -8, 1000), Qt.TextFlag.TextWordWrap, row.text()
            )
            assert room.height() >= max(words.height(), least - 8), row.text()
        assert faults(dialog) == []

    teacher.qtbot.waitUntil(whole)
    teacher.click(dialog, "change_playlist")
    editor = dialog.findChild(PlaylistEditor)
    assert editor is not None
    teacher.qtbot.waitUntil(lambda: faults(editor) == [])
    assert editor.list.viewport().height() >= 2 * least


def test_the_editor_of_a_playlist_may_be_higher_than_the_list_of_sessions(teacher: Teacher) -> None:
    teacher.shell.window.resize(1366, 768)
    dialog = chooser(teacher)
    teacher.click(dialog, "new_playlist")
    editor = dialog.findChild(PlaylistEditor)
    assert editor is not None
    assert dialog.height() < editor.height() <= teacher.shell.window.height()


def test_a_playlist_is_put_together_by_typing_with_a_section_a_story_and_its_minutes_summed(
    teacher: Teacher,
) -> None:
    dialog = chooser(teacher)
    teacher.click(dialog, "new_playlist")
    editor = dialog.findChild(PlaylistEditor)
    assert editor is not None
    whole = editor.choices.count()
    teacher.qtbot.keyClicks(editor.offers.search, "joint")
    assert 0 < editor.choices.count() < whole
    assert all("joint" in editor.choices.itemText(at).casefold() for at in range(editor.choices.count()))
    assert editor.choices.itemText(editor.choices.count() - 1) == "Own slide: joint · 1 min"
    teacher.click(editor, "add_step")
    (step,) = editor.steps
    assert isinstance(step, ArticleStep)
    section = editor.section.itemText(1)
    editor.section.setCurrentIndex(1)
    editor.section.activated.emit(1)
    (narrowed,) = editor.steps
    assert isinstance(narrowed, ArticleStep)
    assert len(narrowed.sections) == 1
    assert section in editor.list.item(0).text()
    editor.offers.search.setText("joint")
    teacher.click(editor, "add_step")
    planned = sum(each.minutes or 0 for each in editor.steps)
    assert editor.planned.text() == f"{planned} minutes in all steps"
    editor.story.setCurrentIndex(editor.story.findData("nephritis"))
    editor.story.activated.emit(editor.story.currentIndex())
    teacher.qtbot.keyClicks(editor.name, "Hands")
    teacher.click(editor, "keep_playlist")
    assert dialog.chosen is not None
    assert dialog.chosen.story == "nephritis"
    assert dialog.chosen.steps[0] == narrowed


def test_a_sentence_of_ones_own_is_a_slide_that_is_shown_and_kept(teacher: Teacher) -> None:
    dialog = chooser(teacher)
    teacher.click(dialog, "new_playlist")
    editor = dialog.findChild(PlaylistEditor)
    assert editor is not None
    editor.offers.search.setText("Coffee is at three o’clock zzz")
    assert editor.choices.count() == 1
    teacher.click(editor, "add_step")
    teacher.qtbot.keyClicks(editor.name, "Break")
    teacher.click(editor, "keep_playlist")
    session = dialog.chosen
    assert session is not None
    assert read_session(write_session(session), Path("x")) == session
    teacher.click(dialog, "start_session")
    presenter = teacher.shell.controller.sessions.presenter
    assert presenter is not None
    assert presenter.progress.frame.heading == "Coffee is at three o’clock zzz"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_title_is_shortened_and_each_step_stands_apart(teacher: Teacher, scale: float) -> None:
    teacher.shell.window.resize(1366, 768)
    teacher.shell.window.context.theme.set_scale(scale)
    dialog = chooser(teacher)
    QApplication.processEvents()
    sessions = dialog.list
    room = sessions.viewport().width()
    for row in range(sessions.count()):
        words = sessions.item(row).text()
        assert sessions.fontMetrics().horizontalAdvance(words) + 20 <= room, words
        sessions.setCurrentRow(row)
        assert dialog.chosen is not None
        assert dialog.steps.text().count("<p") == len(dialog.chosen.steps)
        assert not re.search(r"\d (min|분)</p>", dialog.steps.text())
