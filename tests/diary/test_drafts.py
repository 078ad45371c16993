from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, Secret, create_demonstration, open_diary
from lupusdiary.diary.drafts import LONGEST
from lupusdiary.domain.change import Change
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal
from tests.conftest import StandingClock


def test_a_draft_is_there_again_after_a_restart(
    diary: Diary, secret: Secret | None, clock: StandingClock
) -> None:
    diary.drafts.keep("visit", "new", {"day": "2026-12-0", "questions": ["왜", ""]})
    diary.drafts.keep("visit", "3", {"day": "x"})
    diary.drafts.keep("visit", "new", {"day": "2026-12-01", "questions": ["왜 부을까", ""]})
    diary.close()
    with open_diary(diary.path, secret, clock) as again:
        draft = again.drafts.read("visit", "new")
        assert draft is not None
        assert draft.values == {"day": "2026-12-01", "questions": ["왜 부을까", ""]}
        assert draft.at == "2026-11-22T12:04:00+00:00"
        assert [each.key for each in again.drafts.all()] == ["new", "3"]
        again.drafts.drop("visit", "new")
        again.drafts.drop("visit", "new")
        assert again.drafts.read("visit", "new") is None


def test_a_draft_is_no_entry(diary: Diary, heard: list[Change]) -> None:
    diary.days.record(diary.today(), "fatigue", 3)
    diary.history.undo()
    heard.clear()
    diary.drafts.keep("note", "2026-11-22", {"note": "half"})
    assert [change.nouns for change in heard] in ([], [frozenset()])
    assert diary.contents() == DiaryContents()
    assert diary.history.redo() is not None
    diary.history.undo()
    assert diary.drafts.read("note", "2026-11-22") is not None
    assert diary.history.undo() is None


def test_what_is_too_long_for_an_entry_is_kept_as_a_draft(diary: Diary) -> None:
    diary.drafts.keep("note", "a", {"note": "가" * 1_000_000})
    kept = diary.drafts.read("note", "a")
    assert kept is not None
    assert len(kept.values["note"]) == 1_000_000
    with pytest.raises(Refusal, match="too much text"):
        diary.drafts.keep("note", "a", {"note": "가" * LONGEST})
    assert diary.drafts.read("note", "a") == kept


@pytest.mark.parametrize("text", ["", "[1]", "{", "[" * 50_000, "null"])
def test_a_draft_that_no_form_can_show_is_passed_over(diary: Diary, text: str) -> None:
    diary.drafts.keep("note", "a", {"note": "x"})
    diary.drafts.keep("note", "b", {"note": "y"})
    diary._file.run("UPDATE draft SET json = ? WHERE key = 'a'", text)
    assert diary.drafts.read("note", "a") is None
    assert [each.key for each in diary.drafts.all("note")] == ["b"]


def test_a_draft_whose_time_is_damaged_is_still_there(diary: Diary) -> None:
    diary.drafts.keep("note", "a", {"note": "x"})
    diary._file.run("UPDATE draft SET at = '[[]]'")
    draft = diary.drafts.read("note", "a")
    assert draft is not None
    assert draft.values == {"note": "x"}
    assert datetime.fromisoformat(draft.at).year == 1970


def test_putting_a_demonstration_back_drops_its_drafts(tmp_path: Path, clock: StandingClock) -> None:
    with create_demonstration(tmp_path / "d", "mild", clock) as diary:
        diary.drafts.keep("note", "a", {"note": "x"})
        diary.reset_demonstration()
        assert diary.drafts.all() == []
