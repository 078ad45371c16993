"""Files that are no diary, or one that cannot be written: one sentence, status 1, not one byte changed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calling import ROOT, Caller, Done, process

DAY = "2026-11-20"


def _verbs(folder: Path, source: Path) -> list[list[object]]:
    """Every verb, to be called with a diary after its name."""
    return [
        ["record", DAY, "fatigue=6"],
        ["lab", DAY, "c3", "52"],
        ["event", DAY, "other", "x"],
        ["event", DAY, "outpatient_visit"],
        ["import", source],
        ["report", "--out", folder / "out.pdf"],
        ["chart", "--out", folder / "out.png"],
        ["export", "--format", "json", "--out", folder / "out.json"],
        ["export", "--format", "csv", "--out", folder / "out"],
        ["check"],
        ["sample"],
    ]


@pytest.fixture
def source(call: Caller) -> Path:
    path = call.path("in.json")
    path.write_text(
        '{"format":"lupusdiary","version":1,"days":[{"day":"2026-11-20","note":"a"}]}', encoding="utf-8"
    )
    return path


@pytest.fixture(params=["text", "empty", "noise", "truncated", "other database", "half a page", "a folder"])
def broken(request: pytest.FixtureRequest, call: Caller, diary: Path) -> Path:
    path = call.path("broken.lupusdiary")
    if request.param == "a folder":
        path.mkdir()
    elif request.param == "other database":
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.commit()
        connection.close()
    else:
        path.write_bytes(
            {
                "text": "나의 일기\n".encode() * 200,
                "empty": b"",
                "noise": bytes(range(256)) * 32,
                "truncated": diary.read_bytes()[: len(diary.read_bytes()) // 2],
                "half a page": diary.read_bytes()[:700],
            }[request.param]
        )
    return path


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_what_is_no_diary_stays_as_it_is(call: Caller, broken: Path, source: Path) -> None:
    before = _bytes(call.folder)
    for verb, *rest in _verbs(call.folder, source):
        call(verb, broken, *rest).refused()
        assert _bytes(call.folder) == before


def test_the_process_says_the_same(call: Caller, diary: Path, source: Path) -> None:
    broken = call.path("broken.lupusdiary")
    broken.write_bytes(diary.read_bytes()[:5_000])
    before = _bytes(broken.parent)
    for language in ("ko", "en"):
        process("record", broken, DAY, "fatigue=6", "--language", language).refused()
        process("import", broken, source, "--language", language).refused()
    assert _bytes(broken.parent) == before


def test_a_newer_diary_is_read_and_exported_only(call: Caller, diary: Path, source: Path) -> None:
    connection = sqlite3.connect(diary)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()
    before = diary.read_bytes()
    for verb, *rest in _verbs(call.folder, source):
        if verb in ("record", "lab", "event", "import", "sample"):
            call(verb, diary, *rest).refused()
    assert call.exported(diary)["days"][0]["note"] == "첫날"
    assert "newer" in call("check", diary).fine()
    assert diary.read_bytes() == before
    assert sorted(call.folder.iterdir()) == sorted([diary, source])


@pytest.fixture
def protected_place(diary: Path) -> Iterator[Path]:
    """A folder that may be read but not written, with a diary in it; outside of the closed test folders."""
    folder = Path(tempfile.mkdtemp())
    kept = folder / "d.lupusdiary"
    shutil.copy(diary, kept)
    kept.chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


# Root may write anywhere, so it turns into somebody else; what is imported late is imported before that.
_AS_SOMEBODY_ELSE = """
import contextlib, io, json, os, sys, tempfile
from pathlib import Path
import lupusdiary.storage.backups.backup
from lupusdiary import cli
calls = json.loads(sys.argv[1])
with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
    made = str(Path(folder) / "d")
    for words in (
        ["sample", made, "--story", "mild"], ["report", made, "--out", made + ".pdf"],
        ["chart", made, "--out", made + ".png"], ["export", made, "--format", "csv", "--out", made + "s"],
    ):
        assert cli.main(words) == 0
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
said = []
for words in calls:
    err, out = io.StringIO(), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
        status = cli.main(words)
        out.flush()
    said.append([status, out.buffer.getvalue().decode(), err.getvalue()])
print(json.dumps(said))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_read_only_place_is_told_and_left_alone(protected_place: Path) -> None:
    kept = protected_place / "d.lupusdiary"
    before = kept.read_bytes()
    calls: list[list[object]] = [
        ["record", kept, DAY, "fatigue=1"],
        ["lab", kept, DAY, "c3", "52"],
        ["event", kept, DAY, "other"],
        ["record", protected_place / "new.lupusdiary", DAY, "fatigue=1"],
        ["sample", protected_place / "new.lupusdiary"],
        ["report", kept, "--out", protected_place / "a.pdf"],
        ["chart", kept, "--out", protected_place / "a.png", "--series", "fatigue"],
        ["export", kept, "--format", "json", "--out", protected_place / "a.json"],
        ["export", kept, "--format", "csv", "--out", protected_place / "a"],
        ["export", kept, "--format", "json", "--out", "-"],
    ]
    words = json.dumps([[str(word) for word in each] for each in calls])
    program = [sys.executable, "-c", _AS_SOMEBODY_ELSE, words]
    done = subprocess.run(program, capture_output=True, cwd=ROOT, check=True)
    *refused, shown = [Done(*said) for said in json.loads(done.stdout)]
    assert len(refused) == 9
    for each in refused:
        each.refused()
    assert "첫날" in shown.fine()
    assert kept.read_bytes() == before
    assert list(protected_place.iterdir()) == [kept]
