"""Importing in the window: shown row by row first, all or nothing, rows taken out by hand."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from lupusdiary import places
from lupusdiary.diary import Diary
from lupusdiary.diary.backup.backups import BackupJob, BackupMade
from lupusdiary.domain.day_record import DayRecord, TrackedSymptom
from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange.lists import csv_format
from lupusdiary.language import Refusal
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.frame.import_preview import ImportPreview
from tests.conftest import StandingClock
from tests.ui.shell import Shell

DAY = "2026-11-20"
DOCUMENT = {
    "format": "lupusdiary",
    "version": 1,
    "days": [
        {"day": DAY, "readings": {"fatigue": 4, "joint_pain": 11}},
        {"day": "2027-11-20", "readings": {"fatigue": 5}, "note": "typo year"},
    ],
    "labs": [{"collected_on": DAY, "analyte": "c3", "value_text": "62", "unit": "mg/dL"}],
}


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    made.enter_new_diary()
    return made


def diary_of(shell: Shell) -> Diary:
    assert shell.window.view is not None
    return shell.window.view.diary


def bring_in(
    qtbot: QtBot, shell: Shell, path: Path, hand: Callable[[ImportPreview], bool] = lambda _: True
) -> list[ImportPreview]:
    """Imports a file; `hand` is what the person does in the preview."""
    seen: list[ImportPreview] = []

    def in_dialog(dialog: QDialog) -> bool:
        assert isinstance(dialog, ImportPreview)
        seen.append(dialog)
        dialog.show()
        return hand(dialog)

    shell.person.in_dialog = in_dialog
    shell.person.opens = path
    told = len(shell.person.told)
    shell.controller.do(Verb.IMPORT)
    qtbot.waitUntil(lambda: len(shell.person.told) > told)
    return seen


def texts(preview: ImportPreview) -> list[list[str]]:
    model = preview.model
    return [
        [str(model.data(model.index(row, column))) for column in range(5)] for row in range(model.rowCount())
    ]


def write(folder: Path, document: object) -> Path:
    path = folder / "in.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_nothing_comes_in_while_a_row_is_refused_and_rows_can_be_taken_out(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    diary_of(shell).days.record(date(2026, 11, 20), "fatigue", 4)
    before = diary_of(shell).contents()

    def hand(preview: ImportPreview) -> bool:
        rows = texts(preview)
        assert sorted(row[2] for row in rows[:3]) == ["Fatigue", "Joint pain", "Note"]
        assert sum("future" in row[4] for row in rows) == 2
        assert any("whole number" in row[4] for row in rows)
        assert [row[4] for row in rows[3:]] == ["is new", "is here already"]
        assert rows[3][1:4] == ["20 Nov 2026", "C3", "62 mg/dL"]
        assert not preview.bring_in.isEnabled()
        assert diary_of(shell).contents() == before
        index = preview.model.index(0, 0)
        preview.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        assert not preview.bring_in.isEnabled()
        qtbot.mouseClick(preview.take_out, Qt.MouseButton.LeftButton)
        assert preview.bring_in.isEnabled()
        qtbot.mouseClick(preview.bring_in, Qt.MouseButton.LeftButton)
        return preview.result() == 1

    bring_in(qtbot, shell, write(tmp_path, DOCUMENT), hand)
    assert "New: 1. Already there: 1." in shell.person.told[-1]
    assert "Taken out: 3." in shell.person.told[-1]
    assert [result.value_text for result in diary_of(shell).contents().labs] == ["62"]
    assert [day.day for day in diary_of(shell).contents().days] == [date(2026, 11, 20)]
    diary_of(shell).history.undo()
    assert diary_of(shell).contents() == before


def test_a_row_that_could_come_in_is_left_out(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    def hand(preview: ImportPreview) -> bool:
        [which] = [at for at, row in enumerate(texts(preview)) if row[2] == "Fatigue"]
        index = preview.model.index(which, 0)
        return preview.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)

    days = [{"day": DAY, "readings": {"fatigue": 4, "joint_pain": 3}, "how": {"fatigue": "later"}}]
    bring_in(qtbot, shell, write(tmp_path, {"format": "lupusdiary", "version": 1, "days": days}), hand)
    assert diary_of(shell).contents().days == (DayRecord(date(2026, 11, 20), {"joint_pain": 3}),)


def test_a_medicine_is_left_out_with_what_was_taken_of_it(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    medicines = [{"id": "m1", "name": "소론도정"}, {"id": "m2", "name": "비타민"}]
    part = {"strength": 5, "unit": "mg", "amount": 1}
    taken = [{"day": DAY, "medicine": each["id"], "state": "extra", "parts": [part]} for each in medicines]
    document = {"format": "lupusdiary", "version": 1, "medicines": medicines, "taken": taken}
    document["side_effects"] = [{"medicine": "m1", "what": "불면"}]

    def hand(preview: ImportPreview) -> bool:
        model, rows = preview.model, texts(preview)
        assert [row[2] for row in rows if row[3] == "불면"] == ["소론도정"]
        [medicine] = [at for at, row in enumerate(rows) if row[3] == "소론도정"]
        [effect] = [at for at, row in enumerate(rows) if row[3] == "불면"]

        def tick(at: int, state: Qt.CheckState) -> None:
            model.setData(model.index(at, 0), state, Qt.ItemDataRole.CheckStateRole)

        tick(medicine, Qt.CheckState.Unchecked)
        assert preview.taken_out == 3
        # It cannot come back alone.
        tick(effect, Qt.CheckState.Checked)
        assert medicine not in model.out
        assert preview.taken_out == 1
        tick(medicine, Qt.CheckState.Unchecked)
        return True

    bring_in(qtbot, shell, write(tmp_path, document), hand)
    assert "Taken out: 3." in shell.person.told[-1]
    kept = diary_of(shell).contents()
    assert [medicine.name for medicine in kept.medicines] == ["비타민"]
    assert len(kept.taken) == 1
    assert kept.side_effects == ()


def test_the_folder_that_was_exported_comes_in_whole_by_any_of_its_lists(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    life = DiaryContents(
        days=(DayRecord(date(2026, 11, 20), {"own_hands": 2}, note="a"),),
        symptoms=(TrackedSymptom("own_hands", True, "손 저림", "severity"),),
    )
    csv_format.write(life, tmp_path / "out")
    bring_in(qtbot, shell, tmp_path / "out" / "readings.csv")
    assert "all of its lists" in " ".join(shell.person.asked)
    assert diary_of(shell).contents().days == life.days


def test_a_file_of_another_program_is_told(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "fhir.json"
    path.write_text('{"resourceType": "Bundle"}', "utf-8")
    assert bring_in(qtbot, shell, path) == []
    assert "FHIR" in shell.person.told[-1]


def test_the_backup_before_an_import_is_made_beside_the_window_and_without_it_nothing_comes_in(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary_of(shell).days.set_note(date(2026, 11, 1), "mine")
    made: list[bool] = []
    run = BackupJob.run

    def watched(job: BackupJob) -> BackupMade:
        made.append(threading.current_thread() is threading.main_thread())
        return run(job)

    monkeypatch.setattr(BackupJob, "run", watched)
    bring_in(qtbot, shell, write(tmp_path, {**DOCUMENT, "days": []}))
    assert "New: 1." in shell.person.told[-1]
    assert made == [False]
    assert len(list(places.backups().glob("*/*_import.lupusdiary"))) == 1
    before = diary_of(shell).contents()

    def fails(job: BackupJob) -> BackupMade:
        raise Refusal("The disk is full. Nothing was changed.")

    monkeypatch.setattr(BackupJob, "run", fails)
    other = write(tmp_path, {**DOCUMENT, "days": [{"day": "2026-11-19", "note": "theirs"}], "labs": []})
    bring_in(qtbot, shell, other)
    assert shell.person.told[-1] == "The disk is full. Nothing was changed."
    assert diary_of(shell).contents() == before
