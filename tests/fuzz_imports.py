"""Throws damaged files and pastes at every door, and tells of anything that is not refused in a sentence.

    python tests/fuzz_imports.py [SECONDS] [SEED] [FOLDER] [TARGET]

TARGET names one door (export, lists, packed, workbook, paste, session, article, preferences), by default all.
Coverage-guided: an input that reaches a new line of the rooms that read joins the ones that are damaged next,
and is kept in FOLDER (.fuzz by default), from where the next run goes on. It begins with exports of whole
lives, as JSON and as lists, and with what an earlier run kept (fuzz_corpus.zip).
"""

from __future__ import annotations

import hashlib
import io
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
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue  # noqa: E402
from lupusdiary.domain.medicines.quick_entry.dispensed import medicine_of_row, said_interval  # noqa: E402
from lupusdiary.education.content.article_file import read_with_faults  # noqa: E402
from lupusdiary.education.content.library import Library  # noqa: E402
from lupusdiary.education.content.text_file import read_text  # noqa: E402
from lupusdiary.exchange import json_format  # noqa: E402
from lupusdiary.exchange.files import examine_file  # noqa: E402
from lupusdiary.exchange.lists import csv_format  # noqa: E402
from lupusdiary.exchange.medicines.dispensed_list import (  # noqa: E402
    RawList,
    dispensed_rows,
    guessed_columns,
    list_in_file,
    pasted_list,
)
from lupusdiary.exchange.pasted_results import read_pasted  # noqa: E402
from lupusdiary.language import Refusal, Translator, translator  # noqa: E402
from lupusdiary.resources import resource  # noqa: E402
from lupusdiary.ui.base.preferences import Preferences  # noqa: E402
from lupusdiary.ui.presenter.playlists import open_playlist  # noqa: E402
from tests.exchange.full_contents import full_life, learnt_life  # noqa: E402

READING = (
    *("/exchange/", "/domain/lab/", "/domain/medicines/quick_entry/", "/diary/importing/"),
    *("/education/content/", "/education/sessions/", "/ui/presenter/playlists", "/ui/base/preferences"),
)
# By the name of an input which door it comes through; what is packed is damaged inside.
TARGETS = {
    "export": "export.json",
    "lists": ".csv",
    "packed": "lists.zip",
    "workbook": "list.xlsx",
    "paste": "paste.txt",
    "session": "session.toml",
    "article": "article.md",
    "preferences": "preferences.json",
}
PACKED = (".zip", ".xlsx")
ANALYTES, LIBRARY = AnalyteCatalogue(), Library()
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
    found.append(("lists.zip", _packed(dict(found[:-1]))))
    found.append(("list.xlsx", _packed(_workbook())))
    found += [("paste.txt", text.encode()) for text in _PASTES]
    found.append(("session.toml", resource("sessions", "1_first_visit.toml").read_bytes()))
    found.append(("article.md", resource("articles", "ko", "butterfly_rash.md").read_bytes()))
    found.append(
        ("preferences.json", b'{"language": "ko", "scale": 1.5, "diary": "/a/b", "lock_minutes": 30}')
    )
    found += corpus()
    return found + [(path.name.partition("_")[2], path.read_bytes()) for path in kept.iterdir()]


def corpus() -> list[Input]:
    """What a longer run has kept: each reaches a line that none before it did."""
    with zipfile.ZipFile(CORPUS) as packed:
        return [(name.partition("_")[2], packed.read(name)) for name in sorted(packed.namelist())]


_PASTES = (
    "검사명\t결과\t이전결과\t단위\t참고치\n"
    "1. WBC count\t3.4\t3.9\t10³/㎕\t4.0-10.0\nC3\t62\t\tmg/dL\t90-180\n",
    "조제일\t약품명\t1회 투약량\t1일 투여횟수\t총 투약일수\n2026-09-08\t소론도정 5mg\t1.5\t1\t28\n",
    "| C3 | 62 | mg/dL |\n| ANA | 1:640 | |\n",
)
_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _workbook() -> dict[str, bytes]:
    cells = "".join(f'<c r="{at}1" t="s"><v>{number}</v></c>' for number, at in enumerate("ABC"))
    row = '<c r="A2" t="inlineStr"><is><t>소론도정</t></is></c><c r="B2" s="1"><v>46273</v></c>'
    texts = "".join(f"<si><t>{word}</t></si>" for word in ("약품명", "조제일", "1회 투약량"))
    parts = {
        "xl/workbook.xml": f'<workbook {_SPACE}><workbookPr date1904="0"/><sheets><sheet name="s" r="r1"/>'
        "</sheets></workbook>",
        "xl/worksheets/sheet1.xml": f"<worksheet {_SPACE}><sheetData><row>{cells}</row><row>{row}</row>"
        "</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {_SPACE}>{texts}</sst>",
        "xl/styles.xml": f'<styleSheet {_SPACE}><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    return {name: text.encode() for name, text in parts.items()}


def _packed(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def damaged_file(name: str, data: bytes, chance: random.Random) -> bytes:
    """The same with a few places changed; of what is packed mostly in one of its members."""
    if not name.endswith(PACKED) or chance.random() < 0.3:
        return damaged(data, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {each: archive.read(each) for each in archive.namelist()}
        one = chance.choice(sorted(members))
        members[one] = damaged(members[one], chance)
        return _packed(members)
    except Exception:
        return damaged(data, chance)


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
    """All that a door does with a file before anything is kept, in words too."""
    tr = translator("ko")
    if path.name == "list.xlsx":
        _dispensed(list_in_file(path))
    elif path.name == "paste.txt":
        text = path.read_bytes().decode("utf-8", "replace")
        for line in read_pasted(text, ANALYTES.match_label).lines:
            for test in line.tests:
                line.of(test)
        _dispensed(pasted_list(text))
    elif path.name == "session.toml":
        open_playlist(path, LIBRARY)
    elif path.name == "article.md":
        read_with_faults(read_text(path), path)
    elif path.name == "preferences.json":
        kept = Preferences(path)
        kept.number("scale", 1.0), kept.word("diary"), kept.flag("x")
        kept.remember("language", "en")
    else:
        _imported(path, diary, tr)


def _dispensed(raw: RawList) -> None:
    rows, _ = dispensed_rows(raw, guessed_columns(raw.head))
    for row in rows[:20]:
        said_interval(row)
        medicine_of_row(row, "daily")


def _imported(path: Path, diary: Diary, tr: Translator) -> None:
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


def main(seconds: float = 60, seed: int = 1, folder: str = ".fuzz", target: str = "") -> int:
    """Runs for a while; the exit status says whether something was found."""
    chance, kept = random.Random(seed), Path(folder)
    kept.mkdir(parents=True, exist_ok=True)
    tried, faults, reached = 0, 0, set[tuple[str, int]]()
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        inputs = first_inputs(place, kept)
        inputs = [each for each in inputs if each[0].endswith(TARGETS.get(target, ""))]
        diary = create_diary(place / "d.lupusdiary", None, lambda: datetime(2026, 11, 28, 21, tzinfo=UTC))
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            name, data = chance.choice(inputs)
            data = damaged_file(name, data, chance)
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
    sys.exit(main(*(kind(word) for kind, word in zip((float, int, str, str), given, strict=False))))
