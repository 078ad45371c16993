"""Kills a program at random moments of one kind of work, and looks at what is left.

Each time a copy of this process, with everything loaded, does the work and is killed (SIGKILL) after a part
of the time that the work takes undisturbed. Prints how many kills there were, how many of them hit the work,
and the faults: python -m tests.storage.killing KIND TIMES SEED
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from lupusdiary.diary import Diary, Secret, create_demonstration, create_diary, open_diary
from lupusdiary.diary.backup.restoring import restore_backup
from lupusdiary.diary.protection import change_protection
from lupusdiary.domain.day_record import DayRecord
from lupusdiary.domain.records import Contact, DiaryContents
from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import READ_ME, backups_in
from lupusdiary.storage.backups.restore import opening_key
from lupusdiary.storage.checking.verification import prove
from tests.storage.schema_dump import load

OLD_KEY = Secret(None, bytes(range(32)), None)
NEW_KEY = Secret(None, bytes(range(32, 64)), None)
TODAY = date(2026, 11, 22)
IMPORTED = 400
HERE = Path(__file__).parent


def clock() -> datetime:
    return datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))


class Work:
    """One kind of work in a folder of its own. `do` is killed; `fault` says what is wrong afterwards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "d"
        self.folder.mkdir()
        self.path = self.folder / "a"
        self.root = folder / "backups"
        self.heard: list[int] = []

    def prepare(self) -> None:
        """Before each time."""

    def do(self, say: Callable[[int], None]) -> None:
        raise NotImplementedError

    def fault(self) -> str | None:
        raise NotImplementedError

    def open(self, secret: Secret | None = OLD_KEY) -> Diary:
        return open_diary(self.path, secret, clock, self.root)

    def left(self) -> str | None:
        names = sorted(each.name for each in self.folder.iterdir())
        return None if names in (["a"], []) else f"left {names}"


class Record(Work):
    """Scores and notes, each said to be there once its verb has come back."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        create_diary(self.path, OLD_KEY, clock).close()
        self.number = 0

    def do(self, say: Callable[[int], None]) -> None:
        with self.open() as diary:
            for number in range(self.number, self.number + 25):
                day = TODAY - timedelta(days=number)
                diary.days.record_many(day, {"fatigue": number % 11}, f"{number} " * (number % 90 + 1))
                say(number)

    def fault(self) -> str | None:
        with self.open() as diary:
            if not diary.check().ok:
                return "not whole"
            for number in self.heard:
                day = diary.days.day(TODAY - timedelta(days=number))
                if day.readings != {"fatigue": number % 11} or not (day.note or "").startswith(f"{number} "):
                    return f"{number} was acknowledged and is not there"
        self.number = max(self.heard, default=self.number) + 1
        return self.left()


class Import(Work):
    """All of an import or nothing."""

    def prepare(self) -> None:
        self.path.unlink(missing_ok=True)
        with create_diary(self.path, None, clock) as diary:
            diary.days.set_note(TODAY, "mine")

    def do(self, say: Callable[[int], None]) -> None:
        days = tuple(
            DayRecord(TODAY - timedelta(days=n), note="theirs " * 30) for n in range(1, IMPORTED + 1)
        )
        with self.open(None) as diary:
            diary.merge(DiaryContents(days=days, contacts=(Contact("외래", "1"),)))
        say(1)

    def fault(self) -> str | None:
        with self.open(None) as diary:
            count = len(diary.contents().days) - 1
            if not diary.check().ok or count not in (0, IMPORTED) or (self.heard and not count):
                return f"{count} days of an import"
        return self.left()


class Sample(Work):
    """A demonstration is whole or not there."""

    def prepare(self) -> None:
        self.path.unlink(missing_ok=True)

    def do(self, say: Callable[[int], None]) -> None:
        create_demonstration(self.path, "mild", clock).close()
        say(1)

    def fault(self) -> str | None:
        if not self.path.exists():
            if self.heard:
                return "made and not there"
            # The next one takes away what this one left.
            create_demonstration(self.path, "mild", clock).close()
        with self.open(None) as diary:
            if diary.demonstration != "mild" or len(diary.contents().days) < 100:
                return "half told"
        return self.left()


class Migrate(Work):
    """An old diary is the old one or the new one, with all that it held."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.script = (HERE / "schema_1.sql").read_text(encoding="utf-8")
        load(self.script, str(self.path))
        with self.open(None) as diary:
            self.contents = diary.contents()

    def prepare(self) -> None:
        self.path.unlink()
        load(self.script, str(self.path))

    def do(self, say: Callable[[int], None]) -> None:
        self.open(None).close()
        say(1)

    def fault(self) -> str | None:
        with self.open(None) as diary:
            if diary.contents() != self.contents or not diary.check().ok or diary.read_only:
                return "not what it was"
        return self.left()


class Backup(Work):
    """Each backup that has its name is whole."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        with create_diary(self.path, OLD_KEY, clock) as diary, diary.writing("days.fill"):
            for number in range(300):
                diary.days.set_note(TODAY - timedelta(days=number), f"{number} " * 60)

    def do(self, say: Callable[[int], None]) -> None:
        with self.open() as diary:
            for number in range(3):
                diary.backups.back_up("manual")
                say(number)

    def fault(self) -> str | None:
        with self.open() as diary:
            folder = diary.backups.folder
            assert folder is not None
            there = backups_in(folder)
            if len(there) < len(self.heard):
                return "made and not there"
            for path in there.values():
                prove(path, opening_key(path, [OLD_KEY]))
            diary.backups.back_up("manual")
        strange = {each.name for each in folder.iterdir()} - set(map(str, backups_in(folder))) - {READ_ME}
        for path in backups_in(folder).values():
            path.unlink()
        return f"left {strange}" if strange else self.left()


class Restore(Work):
    """The old diary or the restored one stands there, whole."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        with create_diary(self.path, OLD_KEY, clock) as diary:
            diary.days.set_note(TODAY, "old")
            self.backup = diary.backups.write_to(folder / "kept", "manual")

    def prepare(self) -> None:
        with self.open() as diary:
            diary.days.set_note(TODAY, "new " * 5_000)

    def do(self, say: Callable[[int], None]) -> None:
        restore_backup(self.backup, self.path, [OLD_KEY], clock, self.root)
        say(1)

    def fault(self) -> str | None:
        with self.open() as diary:
            note = diary.days.day(TODAY).note or ""
            if not diary.check().ok or note[:3] not in ("old", "new") or (self.heard and note[:3] != "old"):
                return f"note {note[:9]}"
        return self.left()


class Rekey(Work):
    """The file opens with the old key or with the new one, and holds the same."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        with create_diary(self.path, OLD_KEY, clock) as diary, diary.writing("days.fill"):
            for number in range(300):
                diary.days.set_note(TODAY - timedelta(days=number), f"{number} " * 60)
            self.contents = diary.contents()
        self.keys = [OLD_KEY, NEW_KEY]

    def do(self, say: Callable[[int], None]) -> None:
        change_protection(self.path, self.keys[0], self.keys[1], clock, self.root)
        say(1)

    def fault(self) -> str | None:
        for number, key in enumerate(self.keys):
            with suppress(Refusal), self.open(key) as diary:
                if diary.contents() != self.contents or not diary.check().ok:
                    return "not what it was"
                if self.heard and number == 0:
                    return "still the old key"
                if number:
                    self.keys.reverse()
                return self.left()
        return "opens with neither key"


KINDS = {kind.__name__.lower(): kind for kind in (Record, Import, Sample, Migrate, Backup, Restore, Rekey)}


def run(work: Work, seconds: float | None) -> bool:
    """Does the work in a copy of this process, kills it after so many seconds; says whether that hit it."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)

        def say(number: int) -> None:
            os.write(write, f"{number}\n".encode())

        try:
            work.do(say)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    os.close(write)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(read) as said:
        work.heard = [int(line) for line in said if line.endswith("\n")]
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the work failed by itself")
    return os.WIFSIGNALED(status)


def kill_often(kind: type[Work], times: int, seed: int) -> dict[str, object]:
    """So many kills of one kind of work; what was wrong afterwards."""
    chance = Random(seed)
    faults: list[str] = []
    hit = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        work = kind(Path(folder))
        work.prepare()
        start = time.perf_counter()
        run(work, None)
        whole = time.perf_counter() - start
        faults += filter(None, [work.fault()])
        for _ in range(times):
            work.prepare()
            hit += run(work, chance.uniform(0, whole))
            try:
                faults += filter(None, [work.fault()])
            except Exception as fault:
                faults.append(f"{type(fault).__name__}: {fault}")
    return {"kind": kind.__name__, "kills": times, "hit": hit, "faults": faults}


if __name__ == "__main__":
    done = kill_often(KINDS[sys.argv[1]], int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps(done, ensure_ascii=False))
