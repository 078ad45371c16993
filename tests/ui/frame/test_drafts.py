"""What is typed in a form with a Save button outlives every way out; nothing closes over what is unsaved."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import lupusdiary.ui
from lupusdiary.diary import Diary, create_diary, open_diary
from lupusdiary.diary.validation import NOTE_LIMIT
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.records import Profile, SheetRow, SheetTemplate, TreatmentEvent, Visit
from lupusdiary.language import Refusal
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.labs.sheet.model import RANGE, VALUE
from lupusdiary.ui.presenter.playlist_editor import PlaylistEditor
from lupusdiary.ui.presenter.playlists import PlaylistDrafts
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.number_field import NumberField
from lupusdiary.ui.widgets.search_field import SearchField
from tests.conftest import StandingClock
from tests.ui.shell import Shell

TODAY = date(2026, 11, 22)
TYPED = "저장 전의 글"
ARTICLE = "kidneys-and-lupus"


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    made.own.parent.mkdir()
    with create_diary(made.own, None, clock) as diary:
        diary.labs.set_sheet(SheetTemplate("병원", (SheetRow("c3"), SheetRow("ana"))))
        diary.events.add(TreatmentEvent(TODAY, "other", "first words"))
        diary.visits.add(Visit(TODAY - timedelta(30), agreed=("UPCR in May",)))
        diary.visits.add(Visit(TODAY, ("?",)))
        days = DosePeriod(TODAY - timedelta(99), DosePattern("daily"), parts=(DosePart(amount=1.0),))
        diary.medicines.add(Medication("", "가상정", periods=(days,)))
        diary.symptoms.add_own("눈 떨림", "nrs")
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


def day(page: Page) -> Page:
    page._stack.show_day()
    return page


def timed(page: Page) -> QWidget:
    day(page)
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


def rename(page: Page) -> QWidget:
    page._choose_items()
    code = next(each.id for each in page.diary.symptoms.catalogue().all if each.own)
    return field(page, f"rename_{code}")


def own_test(page: Page) -> QWidget:
    page._choose("\0another")
    if page.chooser.own.isHidden():
        page.chooser.own.begin()
    return page.chooser.own.name


def rows(page: Page) -> QWidget:
    page._choose("\0another")
    return page.chooser.name


def article(page: Page) -> None:
    for _ in range(1200):
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


def teach_action(page: Page) -> QWidget:
    teach_back(page)
    page.teach_back.steps.go_to(3)
    return page.teach_back.action


def medicine_answer(page: Page) -> QWidget:
    line = now(page).quick.line
    if line.text() != "소론도정 4정 2주, 3정 2주":
        type_into(line, "소론도정 4정 2주, 3정 2주")
    return page.quick.question.field


def contact(page: Page) -> QWidget:
    page._stack.setCurrentIndex(0)
    if page.form.isHidden():
        page.form.begin()
    return page.form.name


def new_visit(page: Page) -> QWidget:
    if page.form.isHidden():
        page._edit(None)
    return page.form.doctor


def before(page: Page) -> Page:
    page.switch.buttons["before"].click()
    return page


def check_up(page: Page) -> QWidget:
    before(page)
    card = page.before.check_ups
    if card.form.isHidden():
        card._begin(None)
        card.kind.setCurrentIndex(card.kind.findData("own"))
        card._ask_name()
    return card.name


def agreed(page: Page) -> QWidget:
    page.switch.buttons["after"].click()
    return page.after.agreed.line


def answer(page: Page) -> QWidget:
    page.switch.buttons["after"].click()
    return page.after.answers.rows[0].answer


def article_note(page: Page) -> QWidget:
    article(page)
    return page.reader.foot.note


def teach_question(page: Page) -> QWidget:
    teach_action(page)
    return page.teach_back.ask.question


def outcome(page: Page) -> QWidget:
    page.switch.buttons["after"].click()
    return page.after.last_time.outcomes[0]


def safety_card(page: Page) -> QWidget:
    page._open_card()
    return page.safety_card.whom


def now(page: Page) -> Page:
    page._choose("view_now")
    return page


def side_effect(page: Page) -> QWidget:
    now(page)
    page.reactions._choose("about_side_effect")
    return page.reactions.side_effect.what


def allergy(page: Page) -> QWidget:
    now(page).reactions._choose("about_allergy")
    return page.reactions.line


def plan(page: Page) -> QWidget:
    return of_a_medicine(page, "plan", page.medicines.plan_form).line


def stop(page: Page) -> QWidget:
    return of_a_medicine(page, "stop", page.medicines.stop_form).day.line


def of_a_medicine(page: Page, act: str, form: QWidget) -> QWidget:
    now(page)
    if form.isHidden():
        page.medicines._act(act, page.diary.medicines.all()[0].code, "")
    return form


def pasted_list(page: Page) -> QWidget:
    now(page)
    if page.list_import.isHidden():
        page.list_import.begin()
    return page.list_import.text


FORMS: dict[str, tuple[str, Callable[[Page], QWidget]]] = {
    "sheet": ("labs", sheet),
    "rows": ("labs", rows),
    "own_test": ("labs", own_test),
    "timed": ("today", timed),
    "own_item": ("today", own_item),
    "rename": ("today", rename),
    "event": ("treatment", new_event),
    "medicine": ("treatment", lambda page: now(page).quick.line),
    "medicine answer": ("treatment", medicine_answer),
    "event changed": ("treatment", event_that_is_changed),
    "flare": ("treatment", flare),
    "visit": ("visit", new_visit),
    "open_question": ("visit", lambda page: before(page).before.questions.line),
    "check_up": ("visit", check_up),
    "agreed": ("visit", agreed),
    "question": ("learn", question),
    "teach_back": ("learn", teach_back),
    "teach_back action": ("learn", teach_action),
    "contact": ("urgent", contact),
    "answers": ("visit", answer),
    "outcomes": ("visit", outcome),
    "article_note": ("learn", article_note),
    "teach_question": ("learn", teach_question),
    "safety_card": ("urgent", safety_card),
    "allergy": ("treatment", allergy),
    "side_effect": ("treatment", side_effect),
    "plan": ("treatment", plan),
    "stop": ("treatment", stop),
    "list": ("treatment", pasted_list),
    "scores": ("today", lambda page: day(page).items.row("fever").answer.field.line),
    "note": ("today", lambda page: day(page).notes.note),
    "profile": ("settings", lambda page: page.birth_date),
}


# What these hold is saved while it is typed; a draft is for what could not be.
SAVE_THEMSELVES = ("rename", "answers", "outcomes", "article_note", "safety_card", "note")
# These are saved when typing pauses or the keyboard leaves, without a button.
WRITTEN = {
    "note",
    "article_note",
    "card_notes",
    "handout_numbers",
    "number_fever",
    "number_morning_stiffness",
}
# Nothing is entered here: the list or the page beside it follows each key.
LOOKED_UP = {
    "find_medicine",
    "search_library",
    "search_tests",
    "search_rows",
    "settings_search",
    "search_days",
}
# Each with its reason.
KEPT_OTHERWISE = {
    "labs/analyte_side.py": "a search",
    "calendar/head.py": "a search",
    "presenter/playlist_offers.py": "a search",
    "timeline/date_range.py": "what is looked at, not entered",
    "visit/options.py": "the period of the page: saved with each change",
    "frame/recovery_key.py": "a secret is never kept",
    "frame/unlock.py": "a secret is never kept",
    "frame/welcome.py": "a secret is never kept, and there is no diary yet",
    "safety/passphrase_page.py": "a secret is never kept",
    "safety/restore_page.py": "a secret is never kept",
    "labs/sheet/row_details.py": "fields of the sheet, which has joined",
    "labs/sheet_header.py": "fields of the sheet, which has joined",
    "learn/teach_back_message.py": "fields of the teach-back, which has joined",
    "today/timed_editor.py": "fields of the day's entries, which have joined",
    "treatment/line_question.py": "kept with the line that it asks about",
    "today/number_answer.py": "kept with the answers that were refused",
    "presenter/hands_bar.py": "a count on a stage, of nobody's diary",
    "presenter/session_record.py": "said there: nothing of it is kept",
    "settings/article_folder_card.py": "kept in the preferences of this computer",
    "widgets/cell_editor.py": "a cell of a sheet, which has joined",
    "widgets/date_field.py": "a part of a field",
    "widgets/number_field.py": "a part of a field",
}


def text_fields() -> set[str]:
    """Whatever a person types in, by name: every kind of line and of text that there is, except a search,
    and what holds one in itself."""
    kinds: set[type[object]] = {QLineEdit, QPlainTextEdit, QTextEdit}
    waiting = list(kinds)
    while waiting:
        below = set(waiting.pop().__subclasses__()) - kinds - {SearchField, QTextBrowser}
        kinds |= below
        waiting += below
    return {kind.__name__ for kind in (*kinds, DateField, NumberField)}


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    if isinstance(widget, QPlainTextEdit):
        widget.selectAll()
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
    reopened_as_it_is(shell)


def reopened_as_it_is(shell: Shell) -> None:
    """What closing writes is not there afterwards. The file is replaced, not written over: the backup that
    closing makes reads the other one to its end."""
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
    said = notes_on(page)
    texts = [label.text() for note in said for label in note.findChildren(QLabel)]
    assert texts == ([] if name in SAVE_THEMSELVES else ["Not saved yet, from 21:04"])
    assert shell.person.asked == []


@pytest.mark.parametrize("name", [name for name in FORMS if name not in SAVE_THEMSELVES])
def test_what_is_offered_again_can_be_thrown_away(shell: Shell, name: str) -> None:
    where, reach = FORMS[name]
    before = stands(reach(show(shell, where)))
    type_into(reach(show(shell, where)), TYPED)
    closing_the_window(shell, where)
    page = show(shell, where)
    assert stands(reach(page)) == TYPED
    note = notes_on(page)[0]
    note.findChild(QPushButton, "drop_draft").click()
    assert not note.isVisibleTo(page)
    assert page.diary.drafts.all() == []
    assert stands(reach(page)) == before


@pytest.mark.parametrize("name", SAVE_THEMSELVES)
def test_what_saves_itself_is_offered_again_where_it_could_not(shell: Shell, name: str, disk: Broken) -> None:
    where, reach = FORMS[name]
    field = reach(show(shell, where))
    page = view_of(shell).page(where)
    # Before the first key: what is typed saves itself after a while.
    disk.begins()
    type_into(field, TYPED)
    field.clearFocus()
    page.leave()
    disk.ends()
    # Later there is room for what was typed, but not for saving it: the note says from when it is.
    assert page.keeper.keep() == []
    reopened_as_it_is(shell)
    page = show(shell, where)
    field = reach(page)
    assert stands(field) == TYPED
    said = notes_on(page)
    texts = [label.text() for note in said for label in note.findChildren(QLabel)]
    assert texts == ["Not saved yet, from 21:04"]
    # Nor does it save itself in a moment, before she has read that.
    assert [timer for timer in field.findChildren(QTimer) if timer.isActive()] == []


def test_every_form_with_a_save_button_has_joined_and_says_so(shell: Shell) -> None:
    joined = set()
    for where in {where for where, _ in FORMS.values()}:
        page = show(shell, where)
        page.complete()
        for each, reach in FORMS.values():
            if each == where:
                reach(page)
        forms = page.keeper.forms
        joined |= {form._form for form in forms}
        assert {note.form for note in page.findChildren(DraftNote)} == set(forms), where
    assert joined == {name.split()[0] for name in FORMS}


def kept(shell: Shell) -> bytes:
    """All that the diary and the preferences hold on the disk."""
    drafts = "\n".join(str(dict(draft.values)) for draft in view_of(shell).diary.drafts.all())
    return shell.own.read_bytes() + (shell.home / "preferences.json").read_bytes() + drafts.encode()


def notes_on(page: QWidget) -> list[DraftNote]:
    """What a person sees of them, once what is made late has its place."""
    QApplication.processEvents()
    return [note for note in page.findChildren(DraftNote) if note.isVisibleTo(page)]


def texts_of(page: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Every field of a page that something can be typed into."""
    found = [each for each in page.findChildren(QWidget) if isinstance(each, QLineEdit | QPlainTextEdit)]
    return [each for each in found if not each.isReadOnly() and each.objectName() not in LOOKED_UP]


@pytest.mark.parametrize("where", sorted({where for where, _ in FORMS.values()}))
def test_whatever_is_typed_into_any_field_of_a_page_is_kept_two_seconds_later(
    shell: Shell, where: str
) -> None:
    """A form that keeps no drafts, or forgets one of its fields, does not pass here."""
    page = show(shell, where)
    page.complete()
    tried: set[str] = set()
    for number, reach in enumerate(reach for each, reach in FORMS.values() if each == where):
        reach(page)
        QApplication.processEvents()
        typed = {}
        names = [each.objectName() for each in texts_of(page) if each.isVisibleTo(page)]
        for at, name in enumerate(names):
            for each in (each for each in texts_of(page) if each.objectName() == name):
                if name not in tried and each.isVisibleTo(page):
                    typed[name] = f"쓴글{number}-{at}"
                    type_into(each, typed[name])
                    break
        tried |= set(typed)
        page.keeper._keep_seen()
        assert {name for name, text in typed.items() if text.encode() not in kept(shell)} <= WRITTEN, reach
        assert view_of(shell).unkept() == []
        assert {name for name, text in typed.items() if text.encode() not in kept(shell)} == set(), reach
    kinds = {re.sub(r"_[1-9]$", "", name) for name in tried}
    assert {re.sub(r"_[1-9]$", "", each.objectName()) for each in texts_of(page)} - kinds == set()


def test_no_module_makes_a_field_for_text_that_nobody_keeps() -> None:
    """Also what the other tests do not open: a window, a bar, a stage."""
    root = Path(lupusdiary.ui.__file__).parent
    for module in walk_packages(lupusdiary.ui.__path__, "lupusdiary.ui."):
        import_module(module.name)
    fields = text_fields()
    assert {"QLineEdit", "NoteEdit", "HintLine", "DateField", "NumberField", "CountField"} <= fields
    found = set()
    for path in sorted(root.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        made = {
            node.func.id
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        if made & fields and "eeper" not in text:
            found.add(path.relative_to(root).as_posix())
    assert found == set(KEPT_OTHERWISE)


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


def test_a_sheet_goes_on_behind_what_was_typed(shell: Shell) -> None:
    page = show(shell, "labs")
    page._begin()
    page.form.table.sheet.write(0, VALUE, "52")
    closing_the_window(shell, "labs")
    page = show(shell, "labs")
    page.unsaved.click()
    assert page.form.draft.entries[0].value == "52"
    assert page.form.table.currentIndex().row() == 1


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


def test_what_is_being_answered_to_a_question_is_put_back_with_its_answers(shell: Shell) -> None:
    page = now(show(shell, "treatment"))
    type_into(page.quick.line, "소론도정 2정")
    page.quick._answer("strength", "5")
    assert page.quick._answers == {"strength": "5"}
    closing_the_window(shell, "treatment")
    page = now(show(shell, "treatment"))
    assert page.quick._answers == {"strength": "5"}


def test_the_keyboard_comes_from_the_line_to_the_answers_of_a_question_and_on_to_the_day(
    shell: Shell,
) -> None:
    page = now(show(shell, "treatment"))
    type_into(page.quick.line, "소론도정 5mg 1정")
    answers = page.quick.question.findChildren(Chip)
    assert answers
    page.quick.line.setFocus()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), Chip):
            break
    assert QApplication.focusWidget() is answers[0]
    for _ in answers:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.quick.since.line


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
    with qtbot.waitSignal(note.written):
        note.insertPlainText("pausing")
    assert page.diary.days.day(TODAY).note == "never pausing"


def test_an_answer_that_is_being_typed_is_kept_with_its_visit(shell: Shell, clock: StandingClock) -> None:
    page = show(shell, "visit")
    type_into(answer(page), TYPED)
    shell.window.close()
    with open_diary(shell.own, None, clock) as diary:
        assert [each.answer for each in diary.visits.all()[-1].asked] == [TYPED]


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

    def editor() -> PlaylistEditor:
        sessions._edit(None)
        found = [each for each in sessions.chooser.findChildren(PlaylistEditor) if each.isVisible()]
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
