"""A program that is killed in the middle of anything leaves the old state or the new one, never less."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from lupusdiary.diary import Secret, create_diary, open_diary
from lupusdiary.storage.checking.integrity import examine
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.table import Table
from tests.protection import KINDS, derived, secret_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")

# Writes pairs of rows, one step a pair, now and then takes one back, until it is killed.
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.opening import open_file
from lupusdiary.storage.table import Table
key = bytes.fromhex(sys.argv[2]) if sys.argv[2] else None
file = open_file(Path(sys.argv[1]), Secret(None, key, None) if key else None, lambda: datetime.now(UTC))
table = Table(file, "contact")
print("ready", flush=True)
number = 0
while True:
    number += 1
    with file.writing("contacts.add"):
        table.insert({"name": "left", "number": str(number) + "x" * (number * 997 % 9000)})
        table.insert({"name": "right", "number": str(number)})
    if number % 3 == 0:
        file.undo()
"""

MAKER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from lupusdiary.storage.opening import create_file
print("ready", flush=True)
for number in range(1000):
    create_file(Path(sys.argv[1]) / str(number), None, lambda: datetime.now(UTC)).close()
"""


def run_and_kill(script: str, arguments: list[str], after: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(after)
        child.kill()
    assert child.returncode == -signal.SIGKILL


@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_writer_leaves_whole_steps(kind: str, tmp_path: Path, clock: Clock) -> None:
    path, secret = tmp_path / "a", secret_of(kind)
    create_file(path, secret, clock).close()
    key = derived().key_for(path.read_bytes()[:16]).hex() if secret else ""
    chance = Random(7)
    seen = 0
    # A busy machine may need longer for its first write.
    for longest in (0.12,) * 6 + (0.5, 2.0, 8.0, 32.0):
        if longest > 0.12 and seen:
            break
        run_and_kill(WRITER, [str(path), key], chance.uniform(0.02, longest))
        file = open_file(path, secret, clock)
        assert examine(file).ok
        names = [name for (name,) in Table(file, "contact").select(("name",))]
        assert names.count("left") == names.count("right") == len(names) / 2
        assert len(names) >= seen
        seen = len(names)
        file.close()
        assert [each.name for each in tmp_path.iterdir()] == ["a"]
    assert seen > 0
    file = open_file(path, secret, clock)
    while file.undo() is not None:
        pass
    assert Table(file, "contact").count() <= seen
    file.close()


def test_a_killed_beginning_leaves_no_half_diary(tmp_path: Path, clock: Clock) -> None:
    made: list[Path] = []
    # A busy machine may need longer for its first one.
    for seconds in (0.6, 2.0, 6.0, 18.0):
        run_and_kill(MAKER, [str(tmp_path)], seconds)
        made = [path for path in tmp_path.iterdir() if not path.name.startswith(".")]
        if made:
            break
    assert made
    for path in made:
        open_file(path, None, clock).close()


def test_a_journal_that_was_left_is_taken_back_at_opening(
    tmp_path: Path, secret: Secret | None, clock: Clock
) -> None:
    diary = create_diary(tmp_path / "a", secret, clock)
    diary.days.set_note(diary.today(), "before")
    file: DiaryFile = diary._file
    # A change larger than the page cache reaches the file before it is kept: copying both is a crash.
    file.run("PRAGMA cache_size = 10")
    crashed = tmp_path / "crashed"
    with pytest.raises(KeyboardInterrupt):
        interrupted_write(file, crashed)
    diary.close()
    assert crashed.with_name("crashed-journal").exists()
    with open_diary(crashed, secret, clock) as again:
        assert again.days.day(again.today()).note == "before"
        assert not again.events.all()
        assert again.check().ok
    assert not crashed.with_name("crashed-journal").exists()


def interrupted_write(file: DiaryFile, copy: Path) -> None:
    with file.writing("days.note"):
        for day in range(1, 28):
            row = {"day": f"2026-10-{day:02}", "kind": "other", "note": "word " * 2_000}
            Table(file, "event").insert(row)
        copy.write_bytes(file.path.read_bytes())
        journal = file.path.with_name(file.path.name + "-journal")
        copy.with_name(copy.name + "-journal").write_bytes(journal.read_bytes())
        raise KeyboardInterrupt
