"""What is typed in a form with a Save button outlives every way out; nothing closes over what is unsaved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Diary, create_diary, open_diary
from lupusdiary.diary.validation import NOTE_LIMIT
from lupusdiary.domain.records import Profile, SheetRow, SheetTemplate, TreatmentEvent, Visit
from lupusdiary.language import Refusal
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.labs.sheet.model import RANGE, VALUE
from lupusdiary.ui.presenter.playlist_editor import SessionEditor
from lupusdiary.ui.presenter.playlists import PlaylistDrafts
from lupusdiary.ui.widgets.draft_note import DraftNote
from tests.conftest import StandingClock
from tests.ui.shell import Shell

TODAY = date(2026, 11, 22)
TYPED = "이 글은 아직 저장하지 않았다"
ARTICLE = "kidneys-and-lupus"


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    made.own.parent.mkdir()
    with create_diary(made.own, None, clock) as diary:
        diary.labs.set_sheet(SheetTemplate("병원", (SheetRow("c3"), SheetRow("ana"))))
        diary.events.add(TreatmentEvent(TODAY, "other", "first words"))
    qtbot.addWidget(made.window)
    made.window.resize(1093, 614)
    made.controller.enter(made.own)
    return made


def view_of(shell: Shell) -> DiaryView:
    assert shell.window.view is not None
    return shell.window.view


def show(shell: Shell, name: str) -> Page:
    view_of(shell).show_route(Route(name))
    return view_of(shell).page(name)


def field(place: QWidget, name: str) -> QLineEdit | QPlainTextEdit:
    found = [
        each for each in place.findChildren(QWidget, name) if isinstance(each, QLineEdit | QPlainTextEdit)
    ]
    assert len(found) == 1, (name, len(found))
    return found[0]


def sheet(page: Page) -> QWidget:
    page._begin()
    page.form.table.go(0)
    field = page.form.table.editor()
    assert field is not None
    return field


def timed(page: Page) -> QWidget:
    if page.notes.timed.editor is None or page.notes.timed.editor.isHidden():
        page.notes.timed.add.click()
    return page.notes.timed.editor.note


def flare(page: Page) -> QWidget:
    page._choose("about_flare")
    return page.flare_form.note


def event_that_is_changed(page: Page) -> QWidget:
    page._choose("about_event")
    event = page.diary.events.all()[0]
    if page.event_form._editing != event.id:
        page.event_form.edit(event)
    return page.event_form.note


def new_event(page: Page) -> QWidget:
    page._choose("about_event")
    return page.event_form.name


def own_item(page: Page) -> QWidget:
    page._choose_items()
    return page.chooser.form.name


def own_test(page: Page) -> QWidget:
    page._choose("\0another")
    if page.chooser.own.isHidden():
        page.chooser.own.begin()
    return page.chooser.own.name


def rows(page: Page) -> QWidget:
    page._choose("\0another")
    return page.chooser.name


def article(page: Page) -> None:
    for _ in range(200):
        if page.library is not None:
            break
        QTest.qWait(50)
    if page.reader.article is None:
        page.open(page.library.ids()[0])


def question(page: Page) -> QWidget:
    article(page)
    return page.reader.foot.ask.question


def teach_back(page: Page) -> QWidget:
    article(page)
    if page.teach_back.article is None:
        page._begin_teach_back(page.reader.article)
    return page.teach_back.messages[0].words


def contact(page: Page) -> QWidget:
    if page.form.isHidden():
        page.form.begin()
    return page.form.name


def new_visit(page: Page) -> QWidget:
    if page.form.isHidden():
        page._edit(None)
    return page.form.doctor


def check_up(page: Page) -> QWidget:
    card = page.before.check_ups
    if card.form.isHidden():
        card._begin(None)
        card.kind.setCurrentIndex(card.kind.findData("own"))
        card._ask_name()
    return card.name


def agreed(page: Page) -> QWidget:
    if not page.diary.visits.all():
        page.diary.visits.add(Visit(TODAY))
    page.switch.buttons["after"].click()
    return page.after.agreed.line


def answer(page: Page) -> QWidget:
    if not page.diary.visits.all():
        page.diary.visits.add(Visit(TODAY, ("?",)))
    page.switch.buttons["after"].click()
    return page.after.answers.rows[0].answer


FORMS: dict[str, tuple[str, Callable[[Page], QWidget]]] = {
    "sheet": ("labs", sheet),
    "rows": ("labs", rows),
    "own_test": ("labs", own_test),
    "timed": ("today", timed),
    "own_item": ("today", own_item),
    "event": ("treatment", new_event),
    "medicine": ("treatment", lambda page: page.quick.line),
    "event changed": ("treatment", event_that_is_changed),
    "flare": ("treatment", flare),
    "visit": ("visit", new_visit),
    "open_question": ("visit", lambda page: page.before.questions.line),
    "check_up": ("visit", check_up),
    "agreed": ("visit", agreed),
    "question": ("learn", question),
    "teach_back": ("learn", teach_back),
    "contact": ("urgent", contact),
    "profile": ("settings", lambda page: page.birth_date),
}


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    if isinstance(widget, QPlainTextEdit):
        widget.insertPlainText(text)
    else:
        assert isinstance(widget, QLineEdit)
        widget.selectAll()
        widget.insert(text)


def stands(widget: QWidget) -> str:
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()  # type: ignore[attr-defined]


def another_page(shell: Shell, page: str) -> None:
    view_of(shell).show_route(Route("calendar"))


def the_rail(shell: Shell, page: str) -> None:
    view_of(shell).show_start(page)


def the_demonstration(shell: Shell, page: str) -> None:
    shell.controller.show_demonstration("mild")
    shell.controller.enter(shell.own)


def closing_the_window(shell: Shell, page: str) -> None:
    shell.window.close()
    shell.controller.enter(shell.own)
    shell.window.show()


def a_kill(shell: Shell, page: str) -> None:
    """Two seconds after the last key the program is gone: what the file holds then is all there is."""
    view_of(shell).page(page).keeper._keep_seen()
    left = shell.own.with_name("left.lupusdiary")
    left.write_bytes(shell.own.read_bytes())
    shell.window.close()
    left.replace(shell.own)
    shell.controller.enter(shell.own)
    shell.window.show()


WAYS = (another_page, the_rail, the_demonstration, closing_the_window, a_kill)


@pytest.mark.parametrize("name", FORMS)
def test_what_is_typed_is_there_again_after_every_way_out(shell: Shell, name: str) -> None:
    where, reach = FORMS[name]
    type_into(reach(show(shell, where)), TYPED)
    for way in WAYS:
        way(shell, where)
        page = show(shell, where)
        assert stands(reach(page)) == TYPED, way.__name__
    said = [note for note in page.findChildren(DraftNote) if note.isVisibleTo(page)]
    texts = [label.text() for note in said for label in note.findChildren(QLabel)]
    assert all(text == "Not saved yet, from 21:04" for text in texts)
    assert shell.person.asked == []


def test_every_form_with_a_save_button_has_joined(shell: Shell) -> None:
    names = set()
    for where in ("today", "labs", "treatment", "visit", "learn", "urgent", "settings"):
        page = show(shell, where)
        page.complete()
        if where == "today":
            page._choose_items()
        names |= {form._form for form in page.keeper.forms}
    wanted = {name for name in FORMS if name != "event changed"}
    assert names - wanted == {"answers", "note", "article_note", "teach_question", "safety_card"}
    assert wanted <= names


def test_what_is_saved_or_given_up_is_no_draft_any_more(shell: Shell) -> None:
    page = show(shell, "treatment")
    type_into(page.event_form.name, TYPED)
    page.keep()
    assert page.diary.drafts.all()
    page.event_form.kind.setCurrentIndex(3)
    page.event_form.save.click()
    assert page.diary.drafts.all() == []
    type_into(page.flare_form.note, TYPED)
    closing_the_window(shell, "treatment")
    page = show(shell, "treatment")
    assert page.flare_form.isVisible()
    page.flare_form._note.findChild(QPushButton, "drop_draft").click()
    assert page.flare_form.note.text() == ""
    assert page.diary.drafts.all() == []


def test_a_sheet_that_is_not_saved_is_offered_above_the_table(shell: Shell) -> None:
    page = show(shell, "labs")
    type_into(sheet(page), TYPED)
    assert not page.unsaved.isVisible()
    view_of(shell).show_start("labs")
    assert page.unsaved.isVisible()
    closing_the_window(shell, "labs")
    page = show(shell, "labs")
    assert page.unsaved.isVisible()
    page.unsaved.click()
    assert page.form.draft.entries[0].value == TYPED
    shell.person.says_yes = True
    page.form.discard.click()
    assert not page.unsaved.isVisible()


def test_ranges_methods_and_notes_count_as_typed(shell: Shell) -> None:
    page = show(shell, "labs")
    page._begin()
    for part in ("range", "method", "note"):
        page.form.table.sheet.write(0, VALUE, "52")
        page.diary.labs.all()
        page.form._save()
        page.open_sheet(TODAY, "병원")
        assert not page.form.draft.is_touched
        if part == "range":
            page.form.table.sheet.write(0, RANGE, "90-180")
        else:
            getattr(page.form.details, part).setFocus()
            QTest.keyClicks(getattr(page.form.details, part), "90-180")
        assert page.form.draft.is_touched, part
        page.form._end()
        page._begin()


def test_a_note_that_is_too_long_is_kept_as_it_was_typed(shell: Shell) -> None:
    page = show(shell, "today")
    page.notes.note.setPlainText("가" * (NOTE_LIMIT + 1))
    page.notes.note.document().setModified(True)
    closing_the_window(shell, "today")
    page = show(shell, "today")
    assert len(page.notes.note.toPlainText()) == NOTE_LIMIT + 1
    page.notes.note.setPlainText("kurz")
    page.notes.note.document().setModified(True)
    page.keep()
    assert page.diary.days.day(TODAY).note == "kurz"
    assert page.diary.drafts.all() == []


def test_a_field_of_settings_that_is_being_typed_in_is_kept_at_closing(shell: Shell) -> None:
    page = show(shell, "settings")
    page.name.setFocus()
    page.name.insert("김가상")
    shell.window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shell.person.told == []
    with open_diary(shell.own, None, lambda: datetime.now().astimezone()) as diary:
        assert diary.profile.get() == Profile("김가상")


@pytest.mark.parametrize("where", ["today", "labs", "treatment", "visit", "learn", "urgent", "settings"])
def test_no_event_reaches_a_diary_that_is_closed(
    shell: Shell, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(shell, where)
    page.complete()
    if where == "urgent":
        page._open_card()
    elif where == "labs":
        sheet(page)
    lines = [each for each in page.findChildren(QLineEdit) if each.isVisible() and not each.isReadOnly()]
    view = view_of(shell)
    view.close_diary()
    shell.window.view = None
    tried = []
    for each in [*lines, *page.findChildren(QPlainTextEdit)]:
        each.setFocus()
        each.insert("x") if isinstance(each, QLineEdit) else each.insertPlainText("x")
        QApplication.sendEvent(each, QEvent(QEvent.Type.WindowDeactivate))
        each.clearFocus()
        if isinstance(each, QLineEdit):
            each.editingFinished.emit()
            each.returnPressed.emit()
        tried.append(each)
    assert tried
    assert shell.person.told == []
    page.hide()


class Broken:
    """A diary whose disk is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch

    def begins(self) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise Refusal("The disk is full. Nothing was changed.")

        self._patch.setattr("lupusdiary.storage.diary_file.DiaryFile._transaction", refuse)

    def ends(self) -> None:
        self._patch.undo()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Broken:
    return Broken(monkeypatch)


def write_a_note(shell: Shell, text: str) -> Page:
    page = show(shell, "today")
    page.notes.note.setPlainText(text)
    page.notes.note.document().setModified(True)
    return page


def test_with_a_full_disk_the_window_stays_open_and_says_so(shell: Shell, disk: Broken) -> None:
    write_a_note(shell, TYPED)
    disk.begins()
    shell.person.chooses = [2]
    shell.window.close()
    assert shell.window.isVisible()
    assert shell.person.asked == [
        "What you typed last could not be saved, so the diary stays open. The disk is full. "
        "Nothing was changed."
    ]
    assert QGuiApplication.clipboard().text() == TYPED
    disk.ends()
    shell.window.close()
    assert not shell.window.isVisible()
    with open_diary(shell.own, None, lambda: datetime.now().astimezone()) as diary:
        assert diary.days.day(TODAY).note == TYPED


def test_what_cannot_be_saved_is_saved_elsewhere_or_tried_again(
    shell: Shell, disk: Broken, tmp_path: Path
) -> None:
    write_a_note(shell, TYPED)
    disk.begins()
    shell.person.save_to = tmp_path / "note.txt"
    shell.person.chooses = [0, 1]
    shell.window.close()
    assert not shell.window.isVisible()
    assert (tmp_path / "note.txt").read_text(encoding="utf-8") == TYPED


def test_going_to_another_diary_asks_as_well(shell: Shell, disk: Broken) -> None:
    write_a_note(shell, TYPED)
    disk.begins()
    shell.controller.show_demonstration("mild")
    assert view_of(shell).diary.path == shell.own
    assert len(shell.person.asked) == 1
    disk.ends()


def test_a_note_that_two_programs_write_keeps_both_texts(shell: Shell, clock: StandingClock) -> None:
    page = write_a_note(shell, "mine")
    with open_diary(shell.own, None, clock) as other:
        other.days.set_note(TODAY, "from elsewhere")
    page.keep()
    assert page.diary.days.day(TODAY).note == "from elsewhere\n\nmine"
    assert page.notes.note.toPlainText() == "from elsewhere\n\nmine"
    assert "Both texts are kept" in page.findChild(QLabel, "problem").text()


def test_a_note_typed_without_a_pause_is_saved_while_it_is_typed(shell: Shell, qtbot: QtBot) -> None:
    page = show(shell, "today")
    note = page.notes.note
    note.setFocus()
    note._pause.setInterval(10_000)
    note._latest.setInterval(60)
    note.insertPlainText("never ")
    with qtbot.waitSignal(note.written, timeout=5000):
        note.insertPlainText("pausing")
    assert page.diary.days.day(TODAY).note == "never pausing"


def test_an_answer_that_is_being_typed_is_kept_with_its_visit(shell: Shell, clock: StandingClock) -> None:
    page = show(shell, "visit")
    type_into(answer(page), TYPED)
    shell.window.close()
    with open_diary(shell.own, None, clock) as diary:
        assert [each.answer for each in diary.visits.all()[0].asked] == [TYPED]


def test_a_question_that_is_being_typed_is_kept_with_its_visit(shell: Shell, clock: StandingClock) -> None:
    view_of(shell).diary.visits.add(Visit(date(2026, 12, 1)))
    page = show(shell, "visit")
    type_into(field(page, "new_question"), TYPED)
    shell.window.close()
    with open_diary(shell.own, None, clock) as diary:
        assert kept_somewhere(diary)


def kept_somewhere(diary: Diary) -> bool:
    asked = [text for visit in diary.visits.all() for text in visit.questions]
    return TYPED in asked or any(TYPED in str(draft.values) for draft in diary.drafts.all())


def test_a_playlist_outlives_the_window_and_the_program(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    sessions = shell.controller.sessions
    sessions.choose()

    def editor() -> SessionEditor:
        sessions._edit(None)
        found = [each for each in sessions.chooser.findChildren(SessionEditor) if each.isVisible()]
        return found[-1]

    first = editor()
    first.name.setText(TYPED)
    first.buttons["add_step"].click()
    first.close()
    again = editor()
    assert again.name.text() == TYPED
    assert len(again.steps) == 1
    again.buttons["drop_playlist"].click()
    last = editor()
    assert last.name.text() == ""
    last.name.setText(TYPED)
    last._keeper.keep()
    folder = shell.preferences.folder / "playlists"
    kept = PlaylistDrafts(folder, lambda: datetime.now().astimezone()).all("playlist")
    assert [draft.values["name"] for draft in kept] == [TYPED]
