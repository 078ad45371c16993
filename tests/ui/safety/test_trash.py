"""The trash and a day's earlier versions in the window, and a damaged diary said to be one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary, open_diary
from lupusdiary.diary.changes.replaced import Replaced
from lupusdiary.diary.changes.trash import NAMES, Removed
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.side_effect import SideEffect
from lupusdiary.domain.records import Contact, TreatmentEvent, Visit
from lupusdiary.domain.visits import CheckUp, OpenQuestion
from lupusdiary.language import Refusal, translator
from lupusdiary.storage.changes.replaced_rows import OF_DAY, THINGS
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.safety.removed_words import RemovedWords
from lupusdiary.ui.safety.restore_page import RestorePage
from lupusdiary.ui.safety.trash_dialog import DayHistory, TrashDialog
from tests.conftest import StandingClock
from tests.ui.shell import Shell

DAY = date(2026, 11, 22)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    create_diary(made.own, None, clock, parents=True).close()
    made.controller.enter(made.own)
    return made


def test_what_was_removed_is_put_back(qtbot: QtBot, shell: Shell) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    added = diary.contacts.add(Contact("night ward", "02-765-4321"))
    diary.contacts.remove(added.id)
    shell.controller.do(Verb.TRASH)
    dialog = shell.window.findChild(TrashDialog)
    assert dialog is not None
    assert "night ward" in dialog.list.item(0).text()
    dialog.restore.click()
    assert [each.name for each in diary.contacts.all()] == ["night ward"]
    assert dialog.list.count() == 0
    assert not dialog.restore.isEnabled()


def test_what_was_removed_is_told_in_the_words_of_its_page(shell: Shell) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    entry = diary.days.add_timed(DAY, TimedEntry(time(8, 30), 38.0, "shivers", entered="100.4 [degF]"))
    c3 = diary.labs.catalogue().get("c3")
    result = diary.labs.add(lab_result(date(2026, 11, 3), c3, "<52", "mg/dL", laboratory="Central"))
    event = diary.events.add(TreatmentEvent(date(2026, 11, 4), "kidney_biopsy", "the second"))
    question = diary.open_questions.add(OpenQuestion("why do my ankles swell", "kidneys"))
    check_up = diary.check_ups.add(CheckUp("eyes", last_on=date(2026, 5, 1)))
    diary.medicines.add(Medication("haloxin", "Haloxin"))
    effect = diary.side_effects.add(SideEffect("haloxin", "itching", date(2026, 11, 5)))
    own = diary.symptoms.add_own("tingling hands", "nrs")
    diary.days.record(DAY, own, 3)
    diary.symptoms.delete(own)
    diary.days.remove_timed(DAY, entry.id)
    diary.labs.remove(result.id)
    diary.events.remove(event.id)
    diary.open_questions.remove(question.id)
    diary.check_ups.remove(check_up.id)
    diary.side_effects.remove(effect.id)
    shell.controller.do(Verb.TRASH)
    dialog = shell.window.findChild(TrashDialog)
    assert dialog is not None
    told = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    when = "Sun 22 Nov 2026 21:04"
    assert told == [
        f"{when} · a side effect · Haloxin · itching · Thu 5 Nov 2026",
        f"{when} · a check-up · Eye examination · Fri 1 May 2026",
        f"{when} · a question for the doctor · why do my ankles swell · kidneys",
        f"{when} · an event · Kidney biopsy · the second · Wed 4 Nov 2026",
        f"{when} · a laboratory result · Complement C3 · <52 mg/dL · Central · Tue 3 Nov 2026",
        f"{when} · an entry at a time of the day · 08:30 · 100.4 °F · shivers · Sun 22 Nov 2026",
        f"{when} · an item of your own · tingling hands · 1 entry",
    ]


def test_what_was_changed_is_told_and_put_back(qtbot: QtBot, shell: Shell) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    visit = diary.visits.add(
        Visit(DAY, ("why do my ankles swell", "may I swim"), "tired", department="kidneys")
    )
    diary.visits.change(replace(visit, questions=("why do my ankles swell",)))
    diary.visits.change(replace(visit, questions=("why do they swell",), note="rested"))
    c3 = diary.labs.catalogue().get("c3")
    result = diary.labs.add(lab_result(date(2026, 11, 3), c3, "<52", "mg/dL", laboratory="Central"))
    diary.labs.change(replace(result, note="by hand"))
    diary.labs.change(replace(result, note=None))
    diary.medicines.add(
        Medication(
            "h", "Haloxin", periods=(DosePeriod(DAY, DosePattern("daily"), parts=(DosePart(5, "mg", 2),)),)
        )
    )
    (dose,) = diary.medicines.named("Haloxin").periods
    diary.medicines.change_period("h", replace(dose, parts=(DosePart(5, "mg", 1),)))
    diary.learning.set_note("lupus_nephritis", "ask about salt")
    diary.learning.set_note("lupus_nephritis", None)
    diary.safety_card.set(SafetyCard(whom="my sister"))
    diary.safety_card.set(SafetyCard(whom="my brother"))
    shell.controller.do(Verb.TRASH)
    dialog = shell.window.findChild(TrashDialog)
    assert dialog is not None
    when = "Sun 22 Nov 2026 21:04"
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        f"{when} · a question for the doctor · may I swim · Sun 22 Nov 2026",
    ]
    dialog.switch.buttons["changed"].click()
    assert dialog.what.text() == "How things stood before they were changed stays here for 30 days."
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        f"Until {when}: the safety card: my sister",
        f"Until {when}: a note on an article: ask about salt",
        f"Until {when}: a dose of a medicine: Haloxin · 10 mg a day · Sun 22 Nov 2026",
        f"Until {when}: a laboratory result: Complement C3 · <52 mg/dL · Central · by hand · Tue 3 Nov 2026",
        f"Until {when}: a laboratory result: Complement C3 · <52 mg/dL · Central · Tue 3 Nov 2026",
        f"Until {when}: a visit: kidneys · tired · why do my ankles swell · Sun 22 Nov 2026",
    ]
    dialog.list.setCurrentRow(5)
    dialog.restore.click()
    (visit,) = diary.visits.all()
    assert (visit.questions, visit.note) == (("why do my ankles swell",), "tired")
    assert dialog.list.count() == 7
    diary.history.undo()
    assert diary.visits.all()[0].note == "rested"
    dialog.switch.buttons["removed"].click()
    dialog.restore.click()
    assert diary.visits.all()[0].questions == ("why do they swell", "may I swim")
    # Nothing is listed: no empty list, no button, and what would stand here.
    assert dialog.what.text() == (
        "Nothing was removed in the last 30 days. "
        "What was removed stays here for 30 days and can be put back."
    )
    assert not dialog.list.isVisible()
    assert not dialog.restore.isVisible()


@pytest.mark.parametrize("kind", sorted(THINGS.keys() - {OF_DAY}))
def test_a_version_that_holds_anything_is_told_all_the_same(
    shell: Shell, kind: str, clock: StandingClock
) -> None:
    assert shell.window.view is not None
    words = RemovedWords(shell.window.view.diary, translator("en"))
    names = ("day", "start_day", "kind", "printed", "name", "note", "value", "plan", "dates", "weekdays")
    for value in (None, "", "2026-99-99", 10**40, float("inf"), -1, "x" * 5000, "a\nb", "[" * 5000, "[1]"):
        image = dict.fromkeys(names, value)
        version = Replaced(1, clock(), kind, image, (("dose_part", image),), (value,), "m")
        assert len(words.replaced(version).splitlines()) == 1


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_a_row_of_the_trash_that_holds_anything_is_told_all_the_same(
    shell: Shell, kind: str, clock: StandingClock
) -> None:
    assert shell.window.view is not None
    words = RemovedWords(shell.window.view.diary, translator("en"))
    columns = (
        "day",
        "at",
        "fever",
        "entered",
        "kind",
        "analyte",
        "value_text",
        "unit",
        "name",
        "note",
        "what",
    )
    for value in (None, "", "2026-99-99", 10**40, float("inf"), -1, "x" * 5000, "a\nb"):
        line = words.removed(Removed(1, clock(), kind, dict.fromkeys(columns, value)))
        assert len(line.splitlines()) == 1


def test_a_day_says_how_it_stood_before(qtbot: QtBot, shell: Shell) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    diary.days.record(DAY, "fatigue", 6)
    diary.days.record(DAY, "fatigue", 2)
    diary.days.record(DAY, "hair_loss", 2)
    diary.days.record(DAY, "hair_loss", None)
    diary.days.record(DAY, "fever", 37.0, entered="98.6 [degF]")
    diary.days.record(DAY, "fever", 38.0)
    entry = diary.days.add_timed(DAY, TimedEntry(time(8, 30), 38.2))
    diary.days.change_timed(DAY, replace(entry, fever=38.4))
    diary.medicines.add(Medication("h", "Haloxin"))
    amount = DosePart(None, None, 2, "tablet")
    diary.intakes.record(Intake(DAY, "h", "taken", "evening", parts=(amount,), note="with milk"))
    diary.intakes.record(Intake(DAY, "h", "skipped", "evening"))
    shell.controller.do(Verb.DAY_HISTORY)
    dialog = shell.window.findChild(DayHistory)
    assert dialog is not None
    assert dialog.browser.toPlainText().splitlines()[1:] == [
        "Until Sun 22 Nov 2026 21:04: Haloxin: evening · taken · 2 tablets · with milk",
        "Until Sun 22 Nov 2026 21:04: Entry at a time: 08:30 · 38.2 °C",
        "Until Sun 22 Nov 2026 21:04: Body temperature: 98.6 °F",
        "Until Sun 22 Nov 2026 21:04: Hair loss: moderate",
        "Until Sun 22 Nov 2026 21:04: Fatigue: 6",
    ]


def test_a_fault_of_a_damaged_file_is_called_damage_and_leads_to_a_new_diary(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    diary.days.set_note(DAY, "still there")
    assert not shell.controller.safety.damage.meet(ValueError("ours"))
    monkeypatch.setattr(diary, "damage_behind", lambda _fault: Refusal("It is damaged."))
    shell.person.chooses = [1]
    shell.person.save_to = tmp_path / "rescued.lupusdiary"
    assert shell.controller.safety.damage.meet(ValueError("of the file"))
    qtbot.waitUntil(lambda: bool(shell.person.told))
    assert "Lost: 0" in shell.person.told[-1]
    with open_diary(tmp_path / "rescued.lupusdiary", None, clock) as rescued:
        assert rescued.days.day(DAY).note == "still there"


def test_where_nothing_can_be_rescued_the_backups_are_offered(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    diary.days.set_note(DAY, "still there")
    diary.backups.back_up("manual")
    data = bytearray(shell.own.read_bytes())
    # Neither the list of tables nor what one of a backup would point at.
    data[100:] = bytes(len(data) - 100)
    shell.own.write_bytes(data)
    monkeypatch.setattr(diary, "damage_behind", lambda _fault: Refusal("It is damaged."))
    shell.person.chooses = [1]
    shell.person.save_to = tmp_path / "rescued.lupusdiary"
    assert shell.controller.safety.damage.meet(ValueError("of the file"))
    qtbot.waitUntil(lambda: isinstance(shell.window.shown, RestorePage))
    assert "newest whole backup" in shell.person.asked[-1]
    assert not (tmp_path / "rescued.lupusdiary").exists()


def test_a_diary_whose_file_was_moved_says_so_and_offers_a_copy(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path
) -> None:
    view = shell.window.view
    assert view is not None
    view.diary.days.set_note(DAY, "still there")
    watch = shell.controller.safety._place
    watch.look()
    assert view.notices.key is None
    shell.own.rename(shell.own.with_name("elsewhere.lupusdiary"))
    watch.look()
    assert view.notices.key == "misplaced"
    shell.person.save_to = tmp_path / "copy.lupusdiary"
    button = view.findChild(QAbstractButton, "notice_misplaced_0")
    assert button is not None
    button.click()
    with open_diary(tmp_path / "copy.lupusdiary", None, clock) as copy:
        assert copy.days.day(DAY).note == "still there"
    assert view.notices.key is None
