"""Nothing of the person's leaves her diary but what she saves: no network, no traces elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary
from tests.cli.calling import ROOT
from tests.conftest import StandingClock
from tests.end_to_end.session import Session

NAME, NOTE, PASSPHRASE = "Nabi-Kim-Secret", "zebra crossing at dusk", "butterfly and wolf"
BACKUPS = ".local/share/lupusdiary/backups"
SECRETS = [text.encode() for text in (NAME, NOTE, PASSPHRASE)]


class Ears:
    """Hears every socket of this process while it listens; an audit hook cannot be taken off again."""

    def __init__(self) -> None:
        self.listening = False
        self.heard: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _arguments: tuple[object, ...]) -> None:
        if self.listening and event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
            self.heard.append(event)


@pytest.fixture(scope="module")
def ears() -> Ears:
    return Ears()


def files(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def tells(folder: Path, but: set[str]) -> list[str]:
    """The files of a folder that hold one of the secrets, except those that the person saved."""
    return [
        name
        for name in sorted(files(folder) - but)
        if any(secret in (folder / name).read_bytes() for secret in SECRETS)
    ]


def test_a_whole_evening_uses_no_network_and_leaves_nothing_beside_the_diary(
    qtbot: QtBot,
    tmp_path: Path,
    clock: StandingClock,
    home: Path,
    ears: Ears,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    hers = tmp_path / "hers"
    own = hers / "data" / "diary.lupusdiary"
    own.parent.mkdir(parents=True)
    create_diary(own, Secret.passphrase(PASSPHRASE), clock).close()
    ears.listening = True
    session = Session(qtbot, hers, clock)
    session.type(PASSPHRASE)
    session.click("unlock")
    session.wait_for_diary()
    session.type("564")
    session.fill("note", NOTE)
    session.go("settings")
    session.fill("profile_name", NAME)
    session.go("calendar")
    session.go("labs")
    session.go("timeline")
    session.click("preset_energy")
    session.person.save_to = hers / "chart.png"
    session.choose_of("keep_picture", 0)
    session.go("visit")
    session.person.save_to = hers / "page.pdf"
    session.click("save_pdf")
    session.person.save_to = hers / "all.json"
    session.choose("export_json")
    session.close()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    ears.listening = False

    assert ears.heard == []
    assert "PySide6.QtNetwork" not in sys.modules
    saved = {"chart.png", "page.pdf", "all.json"}
    assert files(hers) == {"data/diary.lupusdiary", "preferences.json", *saved}
    assert NOTE in (hers / "all.json").read_text(encoding="utf-8")
    assert tells(hers, but=saved) == []
    assert files(temporary) == set()
    # Its backups are there, protected like the diary, with a sheet for everybody that names nobody.
    at_home = files(home)
    assert {name.rpartition("/")[0].rpartition("/")[0] for name in at_home} == {BACKUPS}
    assert len(at_home) == 2
    assert tells(home, but=set()) == []
    fonts = Path(request.config.cache.mkdir("matplotlib"))  # type: ignore[union-attr]
    assert tells(fonts, but=set()) == []


HEARING = """
import runpy, sys
def hear(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"the network was used: {event} {arguments}")
sys.addaudithook(hear)
sys.argv[0] = "lupusdiary"
runpy.run_module("lupusdiary", run_name="__main__")
"""


def test_the_command_line_uses_no_network_and_leaves_nothing_in_the_home_or_temporary_folder(
    tmp_path: Path,
) -> None:
    folders = {name: tmp_path / name for name in ("home", "temporary", "hers")}
    for folder in folders.values():
        folder.mkdir()
    away = ("HOME", "XDG_", "MPLCONFIGDIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
    environment = {name: text for name, text in os.environ.items() if not name.startswith(away)}
    environment |= {name: str(folders["home"]) for name in ("HOME", "USERPROFILE")}
    environment |= {name: str(folders["temporary"]) for name in ("TMPDIR", "TEMP", "TMP")}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    environment["LUPUSDIARY_PASSPHRASE"] = PASSPHRASE
    for words in (
        ("record", "d.lupusdiary", "2026-11-22", "fatigue=6", f"note={NOTE}"),
        ("lab", "d.lupusdiary", "2026-11-20", "upcr", "852", "mg/g", "--laboratory", NAME),
        ("report", "d.lupusdiary", "--out", "page.pdf", "--to", "2026-11-22"),
        ("chart", "d.lupusdiary", "--out", "chart.png", "--to", "2026-11-22"),
        ("check", "d.lupusdiary"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", HEARING, *words], cwd=folders["hers"], env=environment,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, ""), words
    assert files(folders["hers"]) == {"d.lupusdiary", "page.pdf", "chart.png"}
    assert files(folders["temporary"]) == set()
    # matplotlib remembers there which fonts it found.
    assert {name for name in files(folders["home"]) if "matplotlib" not in name} == set()
    assert tells(tmp_path, but={"hers/page.pdf", "hers/chart.png"}) == []
