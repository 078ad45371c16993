from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from lupusdiary.diary import Secret
from lupusdiary.language import Refusal
from lupusdiary.storage.changes import log_pruning
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.opening import open_file
from lupusdiary.storage.schema import LOGGED
from lupusdiary.storage.table import Row, Table

# A full row of each table that is undone, with the values that images lose most easily.
ROWS: dict[str, Row] = {
    "profile": {"name": "김가상", "birth_date": "1982-10-05", "sex": None, "hospital_number": "0012"},
    "reading": {
        "day": "2026-11-22", "symptom": "fatigue", "number": 0.1 + 0.2, "yes": None, "diastolic": None,
        "how": None, "entered_at": "2026-11-22T12:04:00+00:00", "zone": "Asia/Seoul",
    },
    "day_note": {
        "day": "2026-11-22", "note": '"quoted"\n\ttab \U0001f98b', "how": "later",
        "entered_at": "", "zone": "",
    },
    "timed_entry": {
        "day": "2026-11-22", "at": "08:05", "fever": 37.9, "note": None,
        "how": None, "entered_at": "", "zone": "",
    },
    "tracked_symptom": {"symptom": "x", "tracked": 1, "position": 3, "name": "n", "retired": 0},
    "lab_result": {
        "collected_on": "2026-11-22", "analyte": "c3", "value_text": "<1.3", "kind": "quantity",
        "comparator": "<", "value": 1.3, "low": 1e-300, "high": 1.7976931348623157e300,
        "code": None, "unit": "mg/dL",
        "range_text": None, "range_low": -0.0, "range_high": 5.0, "laboratory": "가", "method": None,
        "note": "'--",
    },
    "own_analyte": {"analyte": "own_1", "name": "n", "value_type": "quantity", "unit": None},
    "sheet_row": {"laboratory": None, "position": 0, "analyte": "c3", "label": None, "unit_answer": "mg/g"},
    "event": {"day": "2026-11-22", "kind": "other", "title": None, "note": "n"},
    "flare": {"start_day": "2026-11-01", "end_day": None, "note": None},
    "visit": {"day": "2026-11-22", "note": None},
    "visit_question": {"position": 0, "text": "?"},
    "contact": {"name": "n", "number": "1"},
    "setting": {"key": "k", "value": "v"},
    "article_progress": {"article": "a", "anchor": None, "fraction": 0.1 + 0.2, "finished": 0},
    "article_mark": {"article": "a", "bookmarked": 1, "note": "n"},
    "quiz_answer": {"day": "2026-11-22", "article": "a", "item": 0, "correct": 1},
    "teach_back": {"day": "2026-11-22", "article": "a", "action": None},
    "teach_back_result": {"position": 0, "said": 0, "words": "n"},
    "trash": {"batch": 1, "at": "2026-11-20T00:00:00+00:00", "label": "x", "step": None, "undone": 0,
              "table": "event", "row": 1, "json": "{}"},
    "safety_card": {"whom": None, "signs": "fever", "notes": "n"},
    "medicine": {"code": "med_1", "name": "소론도정", "ingredient": "prednisolone", "sensitive": 1},
    "medicine_plan": {"plan": "p1", "text": "60 mg", "left_on": None},
    "dose_period": {
        "start_day": "2026-11-22", "end_day": None, "planned": 1, "kind": "weekdays", "weekdays": '["mon"]',
        "supply_days": 28.0, "most": 0.1 + 0.2,
    },
    "intake": {"day": "2026-11-22", "state": "late", "intake": "morning", "at": "13:10"},
    "dose_part": {"strength": 2.5, "unit": "mg", "amount": 0.25, "at": '["morning", "08:00"]'},
    "allergy": {"name": "설파제", "reactions": '["발진"]', "first_on": None},
    "side_effect": {"what": "불면", "start_day": "2026-11-01", "end_day": None},
    "visit_agreement": {"position": 0, "text": "5 mg", "kind": "heard", "day": None, "state": "placed"},
    "visit_page": {"day": "2026-11-22", "department": None, "made_on": "2026-11-21", "data": "{}"},
    "open_question": {"text": "?", "department": None, "added_on": "2026-11-22"},
    "check_up": {"kind": "eyes", "name": None, "last_on": "2026-11-22"},
}  # fmt: skip
_OWNERS = {
    "visit_question": ("visit", "visit"),
    "visit_agreement": ("visit", "visit"),
    "teach_back_result": ("teach_back", "teach_back"),
    "medicine_plan": ("medicine", "medicine"),
    "dose_period": ("medicine", "medicine"),
    "intake": ("medicine", "medicine"),
    "side_effect": ("medicine", "medicine"),
    "dose_part": ("period", "dose_period"),
}


def put(file: DiaryFile, name: str) -> int:
    row = dict(ROWS[name])
    if name in _OWNERS:
        column, parent = _OWNERS[name]
        row[column] = put(file, parent)
    return Table(file, name).insert(row)


def state(file: DiaryFile) -> dict[str, list[Row]]:
    """What a person entered: the trash has tests of its own."""
    return {name: Table(file, name).find() for name in LOGGED if name != "trash"}


def test_every_logged_table_has_a_row_here() -> None:
    assert set(ROWS) == set(LOGGED)


@pytest.mark.parametrize("name", sorted(LOGGED.keys() - {"trash"}))
def test_insert_change_and_removal_of_any_row_go_back_and_forth(file: DiaryFile, name: str) -> None:
    states = [state(file)]
    with file.writing("test.insert"):
        id = put(file, name)
    states.append(state(file))
    text = next(column for column, value in ROWS[name].items() if isinstance(value, str))
    with file.writing("test.update"):
        Table(file, name).update(id, {text: "2020-02-29"})
    states.append(state(file))
    with file.writing("test.delete"):
        Table(file, name).delete(id)
    states.append(state(file))
    assert all(one != other for one, other in pairwise(states))
    for wanted in reversed(states[:-1]):
        change = file.undo()
        assert change is not None
        assert LOGGED[name].noun in change.nouns
        assert state(file) == wanted
    assert file.undo() is None
    for wanted in states[1:]:
        assert file.redo() is not None
        assert state(file) == wanted
    assert file.redo() is None


def test_a_parent_and_its_children_come_back_together(file: DiaryFile) -> None:
    with file.writing("test.insert"):
        put(file, "visit_question")
    before = state(file)
    with file.writing("test.delete"):
        Table(file, "visit_question").delete(1)
        Table(file, "visit").delete(1)
    file.undo()
    assert state(file) == before
    file.undo()
    file.redo()
    assert state(file) == before


def test_steps_stay_after_a_restart(file: DiaryFile, secret: Secret | None, clock: Clock) -> None:
    with file.writing("test.insert"):
        put(file, "contact")
    with file.writing("test.insert"):
        put(file, "event")
    file.undo()
    file.close()
    again = open_file(file.path, secret, clock)
    assert again.redo() is not None
    assert Table(again, "event").count() == 1
    assert again.undo() is not None
    assert again.undo() is not None
    assert Table(again, "contact").count() == 0
    again.close()


def test_a_new_write_ends_what_could_be_done_again(file: DiaryFile) -> None:
    for name in ("contact", "event", "flare"):
        with file.writing("test.insert"):
            put(file, name)
    file.undo()
    file.undo()
    with file.writing("test.insert"):
        put(file, "setting")
    assert file.redo() is None
    file.undo()
    assert Table(file, "setting").count() == 0
    assert Table(file, "contact").count() == 1
    file.undo()
    assert Table(file, "change_step").count() == 2


def test_a_write_that_changes_nothing_leaves_what_can_be_done_again(file: DiaryFile) -> None:
    with file.writing("test.insert"):
        put(file, "contact")
    file.undo()
    with file.writing("test.nothing"):
        pass
    assert file.redo() is not None
    assert Table(file, "contact").count() == 1


CRAFTED = {
    "a table of ours that is not logged": ("insert", "demonstration", 1, None, {"id": 1, "story": "x"}),
    "a table of SQLite": ("delete", "sqlite_schema", 1, {"id": 1}, None),
    "a statement for a table": ("delete", "contact; DROP TABLE contact", 1, {"id": 1}, None),
    "an unknown verb": ("attach", "contact", 1, {"id": 1}, None),
    "an unknown column": ("update", "contact", 1, {"id": 1, "name = 'x' --": "y"}, {"id": 1}),
    "a list for a value": ("update", "contact", 1, {"name": [1]}, {"name": "외래"}),
    "no object": ("update", "contact", 1, [1], {"name": "외래"}),
    "a row that is not there": ("delete", "contact", 99, {"id": 99}, None),
}


@pytest.mark.parametrize("what", CRAFTED)
def test_an_image_that_no_write_leaves_is_refused_and_nothing_changes(file: DiaryFile, what: str) -> None:
    with file.writing("test.insert"):
        put(file, "contact")
    before = state(file)
    verb, table, row, old, new = CRAFTED[what]
    file.run("INSERT INTO change_step (id, label, at) VALUES (2, 'x', '')")
    file.run(
        'INSERT INTO change_image (step, verb, "table", row, old, new) VALUES (2, ?, ?, ?, ?, ?)',
        verb, table, row, *(None if image is None else json.dumps(image) for image in (old, new)),
    )  # fmt: skip
    file.log._own.add(2)
    # What undoing would do to a removed row is to insert it; one that was inserted is removed.
    if verb == "delete" and row == 99:
        file.run("UPDATE change_image SET verb = 'insert' WHERE step = 2")
    with pytest.raises(Refusal, match="cannot be undone"):
        file.undo()
    assert state(file) == before
    assert Table(file, "demonstration").count() == 0


@pytest.mark.parametrize("text", ["{", "[" * 20_000, "null", "3"])
def test_an_image_that_is_no_json_object_is_refused(file: DiaryFile, text: str) -> None:
    with file.writing("test.insert"):
        put(file, "contact")
    with file.writing("test.update"):
        Table(file, "contact").update(1, {"name": "x"})
    file.run("UPDATE change_image SET old = ? WHERE step = 2", text)
    with pytest.raises(Refusal, match="cannot be undone"):
        file.undo()


def test_the_log_keeps_the_newest_steps(file: DiaryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_pruning, "KEPT_STEPS", 50)
    for number in range(100):
        with file.writing("test.insert"):
            Table(file, "contact").insert({"name": str(number), "number": "1"})
    undone = 0
    while file.undo() is not None:
        undone += 1
    assert undone == 50
    assert Table(file, "contact").count() == 50
    assert Table(file, "change_image").count() == 50


def test_the_log_keeps_the_newest_step_whatever_its_size(
    file: DiaryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_pruning, "KEPT_IMAGES", 10)
    for _ in range(19):
        with file.writing("test.insert"):
            put(file, "contact")
    with file.writing("test.insert"):
        for _ in range(30):
            put(file, "contact")
    assert file.undo() is not None
    assert Table(file, "contact").count() == 19
    assert file.undo() is None


def test_a_large_step_leaves_the_log_slice_by_slice(file: DiaryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_pruning, "KEPT_IMAGES", 10)
    monkeypatch.setattr(log_pruning, "_SLICE", 30)
    with file.writing("test.insert"):
        for _ in range(100):
            put(file, "contact")
    for _ in range(19):
        with file.writing("test.insert"):
            put(file, "event")
    assert Table(file, "change_image").count() == 100 + 19 - 30
    with file.writing("test.insert"):
        put(file, "event")
    assert Table(file, "change_image").count() == 100 + 20 - 60
    undone = 0
    while file.undo() is not None:
        undone += 1
    assert undone == 11
    assert Table(file, "contact").count() == 100
    for _ in range(3):
        with file.writing("test.insert"):
            put(file, "event")
    assert Table(file, "change_image").count() == 3
    assert Table(file, "change_step").count() == 3


def test_what_was_undone_leaves_with_the_next_write(file: DiaryFile) -> None:
    with file.writing("test.insert"):
        put(file, "contact")
    file.undo()
    with file.writing("test.insert"):
        put(file, "event")
    assert Table(file, "change_step").count() == 1
    assert Table(file, "change_image").count() == 1


def test_a_removed_word_does_not_stay_in_a_shortened_log(
    tmp_path: Path, file: DiaryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_pruning, "KEPT_STEPS", 1)
    with file.writing("test.insert"):
        Table(file, "setting").insert({"key": "Unforgettable", "value": "1"})
    with file.writing("test.delete"):
        Table(file, "setting").delete(1)
    for _ in range(20):
        with file.writing("test.insert"):
            put(file, "event")
    file.close()
    assert b"Unforgettable" not in file.path.read_bytes()


def test_what_goes_on_joins_only_a_step_on_the_same_rows(file: DiaryFile) -> None:
    notes = Table(file, "day_note")
    stamped = {"entered_at": "2026-11-22T12:00:00+00:00", "zone": "Asia/Seoul"}

    def note(day: str, text: str, *, goes_on: bool) -> None:
        with file.writing("days.note", goes_on=goes_on):
            kept = notes.one({"day": day})
            if kept is None:
                notes.insert({"day": day, "note": text, **stamped})
            else:
                notes.update(int(str(kept["id"])), {"note": text})

    def shown() -> list[object]:
        return [row["note"] for row in notes.find(order=("day",))]

    note("2026-11-22", "a", goes_on=False)
    note("2026-11-22", "ab", goes_on=True)
    note("2026-11-23", "another day", goes_on=False)
    note("2026-11-22", "abc", goes_on=True)
    file.undo()
    assert shown() == ["ab", "another day"]
    file.undo()
    assert shown() == ["ab"]
    file.undo()
    assert shown() == []
