"""The icon on the desktop and in the menu: what each system is given, and that a person is asked once."""

from __future__ import annotations

import configparser
import os
import plistlib
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import console
import desktop_icon
import dev
import icon_offer
from desktop_icon import LinuxIcon, MacIcon, Program, WindowsIcon

DRAWING = dev.ROOT / "resources" / "icons" / "lupusdiary"
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="no such links and permissions on Windows")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A checkout in a folder of which every sign is special somewhere."""
    environment = tmp_path / "루푸스 100% $HOME's `x`" / ".venv"
    (environment / "bin").mkdir(parents=True)
    python = environment / "bin" / "python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$0" "$@" > "$(dirname "$0")/started"\n', encoding="utf-8")
    python.chmod(0o755)
    return Program(environment, DRAWING)


def entry(file: Path) -> configparser.SectionProxy:
    """The values of a desktop entry."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(file.read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


@ON_POSIX
def test_on_linux_it_stands_in_the_menu_and_on_the_desktop_in_both_languages(
    tmp_path: Path, program: Program
) -> None:
    menu, desktop = tmp_path / "applications", tmp_path / "바탕화면"
    desktop.mkdir()
    icon = LinuxIcon(menu, desktop)
    places = icon.make(program)
    assert places == [menu / "lupusdiary.desktop", desktop / "lupusdiary.desktop"]
    for place in places:
        values = entry(place)
        assert (values["Name"], values["Name[ko]"]) == ("Lupus Diary", "루푸스 다이어리")
        assert values["Terminal"] == "false"
        assert Path(values["Icon"]).is_file()
        assert os.access(place, os.X_OK)
        # As the specification has it: a string first, then a shell's quotes, then a percent sign.
        command = values["Exec"].replace("\\\\", "\\").replace("%%", "%")
        told = subprocess.run(
            ["sh", "-c", f"printf '%s\\n' {command}"], capture_output=True, encoding="utf-8"
        )
        assert told.stdout.splitlines() == [
            str(program.environment / "bin/python"),
            *("-P", "-X", "utf8", "-m", "lupusdiary"),
        ]
    assert icon.make(program) == places
    assert icon.remove() == places
    assert icon.remove() == []


@ON_POSIX
def test_on_linux_the_desktop_is_found_by_its_name_and_may_be_missing(home: Path, monkeypatch) -> None:
    names = home / ".config" / "user-dirs.dirs"
    names.parent.mkdir(parents=True)
    names.write_text('# made\nXDG_DESKTOP_DIR="$HOME/바탕화면"\n', encoding="utf-8")
    assert LinuxIcon.here().remove() == []
    (home / "바탕화면").mkdir()
    place = Program(home / ".venv", DRAWING)
    menu = home / ".local/share/applications/lupusdiary.desktop"
    assert LinuxIcon.here().make(place) == [menu, home / "바탕화면" / "lupusdiary.desktop"]
    names.write_text('XDG_DESKTOP_DIR="$HOME/"\n', encoding="utf-8")
    assert LinuxIcon.here().make(place) == [menu]


@ON_POSIX
@pytest.mark.parametrize(("system", "name"), [("ko_KR.UTF-8", "루푸스 다이어리"), ("C", "Lupus Diary")])
def test_on_macos_it_is_an_application_with_a_link_on_the_desktop(
    tmp_path: Path, program: Program, monkeypatch, system: str, name: str
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    icon = MacIcon(tmp_path / "Applications", tmp_path / "Desktop")
    bundle, link = icon.make(program)
    assert link == tmp_path / "Desktop" / name
    assert link.resolve() == bundle
    facts = plistlib.loads((bundle / "Contents/Info.plist").read_bytes())
    subprocess.run([bundle / "Contents/MacOS" / facts["CFBundleExecutable"]], check=True)
    started = (program.environment / "bin/started").read_text(encoding="utf-8").splitlines()
    assert started == [
        str(program.environment / "bin/python"),
        *("-P", "-X", "utf8", "-m", "lupusdiary"),
    ]
    assert "루푸스 다이어리" in (bundle / "Contents/Resources/ko.lproj/InfoPlist.strings").read_text("utf-8")
    picture = (bundle / "Contents/Resources" / f"{facts['CFBundleIconFile']}.icns").read_bytes()
    assert struct.unpack(">4sI4sI", picture[:16]) == (b"icns", len(picture), b"ic08", len(picture) - 8)
    icon.make(program)
    assert icon.remove() == [bundle, link]
    assert list((tmp_path / "Desktop").iterdir()) == list((tmp_path / "Applications").iterdir()) == []


@pytest.mark.parametrize(("system", "name"), [("ko_KR.UTF-8", "루푸스 다이어리"), ("C", "Lupus Diary")])
def test_on_windows_it_is_a_link_that_starts_without_a_console(
    tmp_path: Path, program: Program, monkeypatch, system: str, name: str
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    asked: list[tuple[Sequence[str], dict[str, str]]] = []

    def run(command: Sequence[str], values: dict[str, str]) -> None:
        asked.append((command, values))
        Path(values["LUPUSDIARY_LINK"]).touch()

    menu, desktop = tmp_path / "Programs", tmp_path / "Desktop"
    for folder in (menu, desktop):
        folder.mkdir()
    icon = WindowsIcon(menu, desktop, run)
    places = icon.make(program)
    assert places == [menu / f"{name}.lnk", desktop / f"{name}.lnk"]
    for (command, values), place in zip(asked, places, strict=True):
        assert command[0] == "powershell"
        # Values are never part of the script: a folder's name could be a command.
        assert {variable for variable in values if f"$env:{variable}" not in command[-1]} == set()
        assert values["LUPUSDIARY_LINK"] == str(place)
        assert values["LUPUSDIARY_TARGET"].endswith("pythonw.exe")
        assert values["LUPUSDIARY_ARGUMENTS"] == "-P -X utf8 -m lupusdiary"
        drawing = Path(values["LUPUSDIARY_ICON"]).read_bytes()
        assert struct.unpack("<HHHBBBBHHII", drawing[:22])[-2:] == (len(drawing) - 22, 22)
        assert drawing[22:] == DRAWING.with_suffix(".png").read_bytes()
    assert icon.remove() == places


class Noted(desktop_icon.Icon):
    """An icon that notes what is done with it."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.done: list[str] = []
        self._fault = fault

    def make(self, program: Program) -> list[Path]:
        if self._fault:
            raise self._fault
        self.done.append("made")
        return [Path("here")]

    def remove(self) -> list[Path]:
        self.done.append("removed")
        return []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that a person at a terminal was asked; she says yes."""
    questions: list[str] = []
    monkeypatch.setattr(icon_offer, "can_ask", lambda: True)
    monkeypatch.setattr(icon_offer, "ask", lambda question: questions.append(question) or True)
    return questions


def test_a_person_is_asked_once_and_the_icon_is_made_once(
    tmp_path: Path, program: Program, asked: list[str]
) -> None:
    icon, answer = Noted(), tmp_path / "answer"
    for _ in range(3):
        offer = icon_offer.Offer(answer)
        offer.ask()
        offer.keep(lambda: icon, program)
    assert len(asked) == 1
    assert icon.done == ["made"]


def test_who_says_no_is_left_alone(tmp_path: Path, program: Program, asked: list[str], monkeypatch) -> None:
    monkeypatch.setattr(icon_offer, "ask", lambda question: bool(asked.append(question)))
    icon = Noted()
    for _ in range(2):
        offer = icon_offer.Offer(tmp_path / "answer")
        offer.ask()
        offer.keep(lambda: icon, program)
    assert len(asked) == 1
    assert icon.done == []


def test_nobody_is_asked_without_a_terminal_or_in_ci(tmp_path: Path, monkeypatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("CI", raising=False)
    assert not console.can_ask()
    icon_offer.Offer(tmp_path / "answer").ask()
    assert not (tmp_path / "answer").exists()
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert console.can_ask()
    monkeypatch.setenv("CI", "true")
    assert not console.can_ask()


def test_an_icon_that_cannot_be_made_does_not_keep_anybody_from_the_program(
    tmp_path: Path, program: Program, asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    offer = icon_offer.Offer(tmp_path / "answer")
    offer.ask()
    offer.keep(lambda: Noted(PermissionError("read-only")), program)
    assert "dev.py icon" in capsys.readouterr().err


def test_the_verb_makes_it_and_takes_it_away(tmp_path: Path, monkeypatch) -> None:
    icon = Noted()
    place = dev.Checkout(tmp_path)
    monkeypatch.setattr(dev, "icon_here", lambda: icon)
    monkeypatch.setattr(place, "set_up", lambda requirements: icon.done.append(requirements))
    assert dev.main(["icon"], place) == 0
    assert dev.main(["icon", "--remove"], place) == 0
    assert dev.main(["icon", "--fly"], place) == 1
    assert icon.done == ["requirements.txt", "made", "removed"]


def test_the_window_has_the_picture_and_the_name_of_the_icon(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
import lupusdiary.app as app
def look():
    program = app.QApplication.instance()
    [window] = [each for each in program.topLevelWidgets() if isinstance(each, app.Window)]
    print(program.desktopFileName(), window.windowIcon().availableSizes()[0].width())
app.QApplication.exec = staticmethod(look)
app.run(Path(sys.argv[1]), "ko")
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "diary.lupusdiary")],
        cwd=dev.ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "lupusdiary 256\n"
