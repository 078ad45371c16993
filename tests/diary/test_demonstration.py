from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from lupusdiary.demonstration import STORIES, story
from lupusdiary.diary import Diary, Secret, create_demonstration, create_diary, open_diary
from lupusdiary.diary.demonstration_diary import heal_demonstration
from lupusdiary.domain.change import Change
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.records import TreatmentEvent, Visit
from lupusdiary.language import Refusal
from tests.conftest import StandingClock
from tests.protection import derived

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_demonstration_holds_its_story(
    tmp_path: Path, clock: StandingClock, name: str, language: str
) -> None:
    with create_demonstration(tmp_path / "a", name, clock, language) as diary:
        assert diary.contents() == story(name, TODAY, language)
        assert diary.demonstration == name
        assert not diary.history.can_undo
    with open_diary(tmp_path / "a", None, clock) as again:
        assert again.demonstration == name
        assert again.check().ok


def test_a_story_may_be_told_beyond_today(tmp_path: Path, clock: StandingClock) -> None:
    until = date(2028, 2, 29)
    with create_demonstration(tmp_path / "a", "mild", clock, until=until) as diary:
        assert diary.contents() == story("mild", until)
        assert (diary.days.last() or TODAY) > TODAY


def test_an_unknown_story_leaves_no_file(tmp_path: Path, clock: StandingClock) -> None:
    with pytest.raises(Refusal, match="no story"):
        create_demonstration(tmp_path / "a", "moonlight", clock)
    assert list(tmp_path.iterdir()) == []


def test_a_demonstration_never_replaces_a_file(tmp_path: Path, clock: StandingClock) -> None:
    (tmp_path / "a").write_text("kept", encoding="utf-8")
    with pytest.raises(Refusal, match="already exists"):
        create_demonstration(tmp_path / "a", "mild", clock)
    assert (tmp_path / "a").read_text(encoding="utf-8") == "kept"


def _turn_everything(diary: Diary) -> None:
    diary.days.record_many(TODAY, {"fatigue": 1, "joint_pain": 9}, "edited")
    diary.days.add_timed(date(2026, 11, 3), TimedEntry(time(8), 37.7))
    diary.days.set_note(diary.days.first() or TODAY, None)
    diary.labs.remove(diary.labs.all()[3].id)
    diary.events.add(TreatmentEvent(TODAY, "other", "added"))
    diary.visits.add(Visit(TODAY, ("added?",)))
    diary.flares.remove(diary.flares.all()[0].id)
    diary.symptoms.add_own("added", "nrs")
    diary.contacts.remove(diary.contacts.all()[0].id)


@pytest.mark.parametrize("secret", [None, derived], ids=["plain", "protected"])
def test_an_edited_story_is_put_back_in_one_step(
    tmp_path: Path, clock: StandingClock, secret: Callable[[], Secret] | None
) -> None:
    given = secret() if secret else None
    with create_demonstration(tmp_path / "a", "mild", clock, "en", secret=given) as diary:
        original = diary.contents()
        _turn_everything(diary)
        edited = diary.contents()
        heard: list[Change] = []
        diary.subscribe(heard.append)
        clock.move(days=40)
        diary.reset_demonstration()
        assert diary.contents() == original
        assert len(heard) == 1
        diary.reset_demonstration()
        assert len(heard) == 1
        diary.history.undo()
        assert diary.contents() == edited


def test_a_persons_diary_is_never_reset(diary: Diary) -> None:
    diary.days.record(TODAY, "fatigue", 1)
    with pytest.raises(Refusal, match="not a demonstration"):
        diary.reset_demonstration()
    assert diary.days.day(TODAY).readings == {"fatigue": 1}


def test_what_an_older_program_left_of_a_demonstration_is_laid_aside(
    tmp_path: Path, clock: StandingClock
) -> None:
    path = tmp_path / "d"
    create_diary(path, None, clock).close()
    left = path.read_bytes()
    assert heal_demonstration(path, clock)
    assert not path.exists()
    assert (tmp_path / "d.empty1").read_bytes() == left
    create_demonstration(path, "mild", clock).close()
    assert not heal_demonstration(path, clock)
    assert path.exists()


@pytest.mark.parametrize("what", ["entry", "step", "draft"])
def test_a_diary_in_which_something_was_entered_is_never_laid_aside(
    what: str, tmp_path: Path, clock: StandingClock
) -> None:
    path = tmp_path / "d"
    with create_diary(path, None, clock) as diary:
        if what == "draft":
            diary.drafts.keep("note", "a", {"note": "x"})
        else:
            diary.days.record(TODAY, "fatigue", 3)
        if what == "step":
            diary.days.record(TODAY, "fatigue", None)
    assert not heal_demonstration(path, clock)
    assert path.exists()


def test_a_demonstration_that_is_interrupted_while_it_is_told_leaves_nothing(
    tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lupusdiary.diary.demonstration_story.merge", interrupted)
    with pytest.raises(KeyboardInterrupt):
        create_demonstration(tmp_path / "d", "mild", clock)
    assert list(tmp_path.iterdir()) == []
