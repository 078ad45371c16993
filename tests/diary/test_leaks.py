"""Nothing readable of a protected diary lies anywhere: in the file, its journal, its backups or beside."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.diary import Diary, Secret, create_diary, open_diary
from lupusdiary.diary.backup.rescuing import rescue
from lupusdiary.diary.backup.restoring import restore_backup
from lupusdiary.diary.protection import change_protection
from lupusdiary.domain.records import Profile, TreatmentEvent
from tests.conftest import StandingClock
from tests.protection import PASSPHRASE, derived

PHRASE, NUMBER = "zebra crossing at dusk", "00120034560078"


def telling(*folders: Path) -> list[str]:
    """The files below some folders that hold phrase, number or passphrase, in any usual coding."""
    words = [
        text.encode(coding) for text in (PHRASE, NUMBER, PASSPHRASE) for coding in ("utf-8", "utf-16-le")
    ]
    files = [each for folder in folders for each in folder.rglob("*") if each.is_file()]
    assert files
    return [each.name for each in files if any(word in each.read_bytes() for word in words)]


@pytest.fixture
def protected(tmp_path: Path, clock: StandingClock) -> Diary:
    diary = create_diary(tmp_path / "d" / "a", derived(), clock, parents=True)
    diary.profile.set(Profile(name=PHRASE, hospital_number=NUMBER))
    diary.days.set_note(diary.today(), PHRASE)
    diary.events.add(TreatmentEvent(diary.today(), "other", PHRASE))
    diary.drafts.keep("note", "x", {"note": PHRASE})
    return diary


def test_no_sqlite_opens_it_and_sqlcipher_does_with_the_passphrase(protected: Diary) -> None:
    protected.close()
    plain = sqlite3.connect(protected.path)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT * FROM sqlite_schema")
    plain.close()
    tool = sqlite.connect(str(protected.path))
    tool.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert tool.execute("SELECT note FROM day_note").fetchall() == [(PHRASE,)]
    tool.close()


def test_the_journal_of_a_write_that_is_going_on_tells_nothing(protected: Diary, tmp_path: Path) -> None:
    file = protected._file
    file.run("PRAGMA cache_size = 10")
    with protected.writing("events.add"):
        for number in range(300):
            protected.events.put(TreatmentEvent(protected.today(), "other", f"{number}", PHRASE * 20))
        names = {each.name for each in protected.path.parent.iterdir()}
        assert names == {"a", "a-journal"}
        assert telling(tmp_path) == []
    protected.close()
    assert telling(tmp_path) == []


def test_neither_backups_nor_restore_nor_change_of_key_nor_rescue_leave_a_readable_word(
    protected: Diary, tmp_path: Path, home: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    made = protected.backups.back_up("manual")
    assert made is not None
    event = protected.events.all()[0]
    protected.events.remove(event.id)
    protected.close()
    restore_backup(made.path, protected.path, [derived()], clock)
    changed = change_protection(protected.path, derived(), Secret.passphrase("anders").derive(), clock)
    rescue(protected.path, changed, tmp_path / "new", clock)
    with open_diary(tmp_path / "new", changed, clock) as diary:
        assert diary.days.day(diary.today()).note == PHRASE
    assert telling(tmp_path, home) == []
    assert list(temporary.iterdir()) == []


def test_the_search_would_find_it(tmp_path: Path, clock: StandingClock) -> None:
    with create_diary(tmp_path / "plain", None, clock) as diary:
        diary.days.set_note(diary.today(), PHRASE)
    assert telling(tmp_path) == ["plain"]
