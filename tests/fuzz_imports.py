"""Throws damaged files at the import and tells of anything that is not refused in a sentence.

    python tests/fuzz_imports.py [SECONDS] [SEED] [FOLDER]

Coverage-guided: an input that reaches a new line of the rooms that read joins the ones that are damaged next,
and is kept in FOLDER (.fuzz by default), from where the next run goes on. It begins with exports of whole
lives, as JSON and as lists, and with what an earlier run kept (fuzz_corpus.zip).
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(__file__).with_name("fuzz_corpus.zip")
sys.path.insert(0, str(ROOT))

from lupusdiary.diary import Diary, create_diary  # noqa: E402
from lupusdiary.diary.importing.refused import refused_rows  # noqa: E402
from lupusdiary.diary.importing.rows import without  # noqa: E402
from lupusdiary.exchange import json_format  # noqa: E402
from lupusdiary.exchange.files import examine_file  # noqa: E402
from lupusdiary.exchange.lists import csv_format  # noqa: E402
from lupusdiary.language import Refusal, translator  # noqa: E402
from tests.exchange.full_contents import full_life, learnt_life  # noqa: E402

READING = ("/exchange/", "/domain/lab/", "/diary/importing/")
TOKENS = [
    *(b"null", b"1e308", b"-1", b"[]", b"{}", b'"x"', b"true", b"\0", b"\xff", b",", b";", b'"', b"\n", b"'"),
    *(b"2027-01-01", b"0000-00-00", b"9" * 50, "가".encode(), b"1:640", b'{"a":', b"11/12/2026", b"sep=;\n"),
]
Input = tuple[str, bytes]


def first_inputs(folder: Path, kept: Path) -> list[Input]:
    """Whole lives as we export them, and what earlier runs have kept."""
    found = []
    for number, life in enumerate((full_life(), learnt_life())):
        csv_format.write(life, folder / str(number))
        found += [(path.name, path.read_bytes()) for path in (folder / str(number)).iterdir()]
        found.append(("export.json", json_format.write(life).encode()))
    found += corpus()
    return found + [(path.name.partition("_")[2], path.read_bytes()) for path in kept.iterdir()]


def corpus() -> list[Input]:
    """What a longer run has kept: each reaches a line that none before it did."""
    with zipfile.ZipFile(CORPUS) as packed:
        return [(name.partition("_")[2], packed.read(name)) for name in sorted(packed.namelist())]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The same with one to four places replaced, repeated, removed or changed."""
    found = bytearray(data or b" ")
    for _ in range(chance.randint(1, 4)):
        at, kind = chance.randrange(len(found) + 1), chance.random()
        if kind < 0.4:
            found[at : at + chance.randint(0, 6)] = chance.choice(TOKENS)
        elif kind < 0.6 and found:
            other = chance.randrange(len(found))
            found[at:at] = found[other : other + chance.randint(1, 80)]
        elif kind < 0.8:
            del found[at : at + chance.randint(1, 40)]
        elif found:
            found[min(at, len(found) - 1)] = chance.randrange(256)
    return bytes(found)


def read(path: Path, diary: Diary) -> None:
    """All that an import does before it is made, in words too."""
    tr = translator("ko")
    imported = examine_file(path, diary.known_here())
    for fault in imported.faults:
        fault.words(tr)
    done = diary.merge(imported.contents, dry_run=True)
    for fault in refused_rows(imported, done):
        fault.words(tr)
    without(imported.contents, [outcome.key for outcome in done.outcomes[::2]])


def lines_of(work: Callable[[], None]) -> set[tuple[str, int]]:
    """The lines of the rooms that read which some work reaches."""
    reached: set[tuple[str, int]] = set()

    def follow(frame: FrameType, event: str, _: Any) -> Any:
        name = frame.f_code.co_filename
        if not any(room in name for room in READING):
            return None
        if event == "line":
            reached.add((name, frame.f_lineno))
        return follow

    sys.settrace(follow)
    try:
        work()
    finally:
        sys.settrace(None)
    return reached


def main(seconds: float = 60, seed: int = 1, folder: str = ".fuzz") -> int:
    """Runs for a while; the exit status says whether something was found."""
    chance, kept = random.Random(seed), Path(folder)
    kept.mkdir(parents=True, exist_ok=True)
    tried, faults, reached = 0, 0, set[tuple[str, int]]()
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        inputs = first_inputs(place, kept)
        diary = create_diary(place / "d.lupusdiary", None, lambda: datetime(2026, 11, 28, 21, tzinfo=UTC))
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            name, data = chance.choice(inputs)
            data = damaged(data, chance)
            path = place / name
            path.write_bytes(data)
            tried += 1

            def work(path: Path = path) -> None:
                try:
                    read(path, diary)
                except Refusal as refusal:
                    translator("ko").refusal(refusal)

            try:
                lines = lines_of(work)
            except Exception:
                faults += 1
                traceback.print_exc()
                (kept / f"fault{faults}_{name}").write_bytes(data)
                continue
            if lines - reached:
                reached |= lines
                inputs.append((name, data))
                (kept / f"{hashlib.sha256(data).hexdigest()[:12]}_{name}").write_bytes(data)
        diary.close()
    print(f"{tried} inputs, {faults} faults, {len(reached)} lines reached, {len(inputs)} inputs kept")
    return int(faults > 0)


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(*(kind(word) for kind, word in zip((float, int, str), given, strict=False))))
