"""Rows that a person takes out before an import, of every list."""

from __future__ import annotations

from dataclasses import replace

from lupusdiary.diary import Diary
from lupusdiary.diary.importing.rows import facts, without
from lupusdiary.domain.records import DiaryContents
from tests.exchange.full_contents import learnt_life


def test_every_row_that_is_shown_can_be_taken_out(diary: Diary) -> None:
    life = replace(learnt_life(), day_ends_at="03:00")
    keys = [outcome.key for outcome in diary.merge(life, dry_run=True).outcomes]
    assert len({key[0] for key in keys}) > 15
    assert [key for key in keys if without(life, {key}) == life] == []
    assert without(life, keys) == DiaryContents()


def test_what_is_told_of_a_medicine_is_shown_with_its_name() -> None:
    life = learnt_life()
    assert facts(life, ("taken", 0)).item == "소론도정"
    assert facts(life, ("side_effects", 0)).value == "불면"
    assert facts(life, ("open_questions", 0)).value == "눈 검사?"
