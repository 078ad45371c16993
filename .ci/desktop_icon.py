"""The icon on the desktop and in the menu that starts the program without a terminal: Linux, Windows, macOS.

Only the standard library: this belongs to set-up.
"""

from __future__ import annotations

import os
import plistlib
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from console import korean

ENGLISH, KOREAN = "Lupus Diary", "루푸스 다이어리"
_ABOUT = "A diary for people living with lupus"
_ABOUT_KOREAN = "루푸스와 함께 사는 사람의 일지"
# `-P`: a folder that happens to have the program's name where the icon starts it is not taken for it.
_ARGUMENTS = ("-P", "-X", "utf8", "-m", "lupusdiary")


@dataclass(frozen=True)
class Program:
    """What an icon starts: `environment` is the virtual one, `drawing` the icon's file without its ending."""

    environment: Path
    drawing: Path


class Icon:
    """The icon of one system."""

    def make(self, program: Program) -> list[Path]:
        """Makes it, or makes it anew; returns where it is."""
        raise NotImplementedError

    def remove(self) -> list[Path]:
        """Takes it away; returns where it was."""
        raise NotImplementedError


class LinuxIcon(Icon):
    """A desktop entry in the folder of the menu and, where there is one, on the desktop."""

    def __init__(self, menu: Path, desktop: Path | None) -> None:
        self._files = [menu / "lupusdiary.desktop"]
        if desktop is not None and desktop.is_dir():
            self._files.append(desktop / "lupusdiary.desktop")

    @classmethod
    def here(cls) -> LinuxIcon:
        """In the folders of the person's desktop; these have other names in every language."""
        home = Path.home()
        menu = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "applications"
        names = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
        desktop = home / "Desktop"
        if names.is_file():
            for line in names.read_text(encoding="utf-8").splitlines():
                if line.startswith("XDG_DESKTOP_DIR="):
                    desktop = Path(line.partition("=")[2].strip('"').replace("$HOME", str(home)))
        # A home folder named as the desktop says that there is none.
        return cls(menu, None if desktop == home else desktop)

    def make(self, program: Program) -> list[Path]:
        command = [str(program.environment / "bin/python"), *_ARGUMENTS]
        entry = "\n".join(
            [
                "[Desktop Entry]",
                "Type=Application",
                f"Name={ENGLISH}",
                f"Name[ko]={KOREAN}",
                f"Comment={_ABOUT}",
                f"Comment[ko]={_ABOUT_KOREAN}",
                f"Exec={' '.join(map(_quoted, command))}",
                f"Icon={_escaped(str(program.drawing.with_suffix('.svg')))}",
                "Terminal=false",
                "Categories=Utility;",
                "StartupWMClass=lupusdiary",
                "",
            ]
        )
        for file in self._files:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(entry, encoding="utf-8")
            file.chmod(0o755)
        if len(self._files) > 1 and shutil.which("gio"):
            # GNOME starts nothing from the desktop that its person has not trusted.
            trust = ["gio", "set", str(self._files[1]), "metadata::trusted", "true"]
            subprocess.run(trust, capture_output=True, check=False)
        return self._files

    def remove(self) -> list[Path]:
        return [file for file in self._files if _unlink(file)]


class MacIcon(Icon):
    """A small application in the person's own Applications folder, and a link to it on the desktop."""

    def __init__(self, applications: Path, desktop: Path) -> None:
        self._bundle = applications / f"{ENGLISH}.app"
        self._links = [desktop / name for name in (ENGLISH, KOREAN)]

    @classmethod
    def here(cls) -> MacIcon:
        """In the person's folders."""
        return cls(Path.home() / "Applications", Path.home() / "Desktop")

    def make(self, program: Program) -> list[Path]:
        self.remove()
        contents = self._bundle / "Contents"
        for folder in ("MacOS", "Resources/ko.lproj"):
            (contents / folder).mkdir(parents=True)
        facts = {
            "CFBundleName": ENGLISH,
            "CFBundleDisplayName": ENGLISH,
            "CFBundleIdentifier": "lupusdiary",
            "CFBundlePackageType": "APPL",
            "CFBundleExecutable": "lupusdiary",
            "CFBundleIconFile": "lupusdiary",
            "LSHasLocalizedDisplayName": True,
            "NSHighResolutionCapable": True,
        }
        (contents / "Info.plist").write_bytes(plistlib.dumps(facts))
        spoken = f'CFBundleName = "{KOREAN}";\nCFBundleDisplayName = "{KOREAN}";\n'
        (contents / "Resources/ko.lproj/InfoPlist.strings").write_text(spoken, encoding="utf-8")
        (contents / "Resources/lupusdiary.icns").write_bytes(_icns(_png(program)))
        script = contents / "MacOS/lupusdiary"
        python = "'" + str(program.environment / "bin/python").replace("'", "'\\''") + "'"
        script.write_text(f"#!/bin/sh\nexec {python} {' '.join(_ARGUMENTS)}\n", encoding="utf-8")
        script.chmod(0o755)
        link = self._links[korean()]
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(self._bundle)
        return [self._bundle, link]

    def remove(self) -> list[Path]:
        gone = [link for link in self._links if _unlink(link)]
        if self._bundle.is_dir():
            shutil.rmtree(self._bundle)
            gone.insert(0, self._bundle)
        return gone


# WScript makes a link, but writes names in the system's code page alone: the rest is done by the object of
# the Explorer, under a name that every code page has, and the link is moved to its name at the end.
_LINK_SCRIPT = r"""
$ErrorActionPreference = 'Stop'
$made = Join-Path $env:LUPUSDIARY_WORK 'lupusdiary.lnk'
$link = (New-Object -ComObject WScript.Shell).CreateShortcut($made)
$link.TargetPath = Join-Path $env:SystemRoot 'explorer.exe'
$link.Save()
$folder = (New-Object -ComObject Shell.Application).NameSpace($env:LUPUSDIARY_WORK)
$link = $folder.ParseName('lupusdiary.lnk').GetLink
$link.Path = $env:LUPUSDIARY_TARGET
$link.Arguments = $env:LUPUSDIARY_ARGUMENTS
$link.WorkingDirectory = $env:USERPROFILE
$link.SetIconLocation($env:LUPUSDIARY_ICON, 0)
$link.Save()
Move-Item -Force -LiteralPath $made -Destination $env:LUPUSDIARY_LINK
"""
_FOLDERS_SCRIPT = (
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; "
    "foreach ($name in 'Programs', 'Desktop') { [Environment]::GetFolderPath($name) }"
)


class WindowsIcon(Icon):
    """A link in the start menu and on the desktop, named in the language of the system."""

    def __init__(
        self, menu: Path, desktop: Path, run: Callable[[Sequence[str], dict[str, str]], None]
    ) -> None:
        self._folders = [menu, desktop]
        self._run = run

    @classmethod
    def here(cls) -> WindowsIcon:
        """In the folders that Windows names: a desktop may lie in a cloud folder."""
        told = subprocess.run(
            [*_POWERSHELL, _FOLDERS_SCRIPT], capture_output=True, encoding="utf-8", check=True
        )
        menu, desktop = told.stdout.splitlines()[:2]
        return cls(Path(menu), Path(desktop), _run)

    def make(self, program: Program) -> list[Path]:
        self.remove()
        drawing = program.environment / "lupusdiary.ico"
        drawing.write_bytes(_ico(_png(program)))
        links = [folder / f"{KOREAN if korean() else ENGLISH}.lnk" for folder in self._folders]
        for link in links:
            values = {
                "LUPUSDIARY_WORK": str(program.environment),
                "LUPUSDIARY_TARGET": str(program.environment / "Scripts/pythonw.exe"),
                "LUPUSDIARY_ARGUMENTS": " ".join(_ARGUMENTS),
                "LUPUSDIARY_ICON": str(drawing),
                "LUPUSDIARY_LINK": str(link),
            }
            self._run([*_POWERSHELL, _LINK_SCRIPT], values)
        return links

    def remove(self) -> list[Path]:
        links = [folder / f"{name}.lnk" for folder in self._folders for name in (ENGLISH, KOREAN)]
        return [link for link in links if _unlink(link)]


_POWERSHELL = ("powershell", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-Command")


def icon_here() -> Icon:
    """The icon of this system."""
    if sys.platform == "win32":
        return WindowsIcon.here()
    return MacIcon.here() if sys.platform == "darwin" else LinuxIcon.here()


def _escaped(text: str) -> str:
    """A string of a desktop entry."""
    return text.replace("\\", "\\\\")


def _quoted(argument: str) -> str:
    """An argument of a desktop entry's command line: quoted for the command, then written as a string."""
    for special in '\\"`$':
        argument = argument.replace(special, f"\\{special}")
    return _escaped(f'"{argument}"').replace("%", "%%")


def _png(program: Program) -> bytes:
    return program.drawing.with_suffix(".png").read_bytes()


def _ico(png: bytes) -> bytes:
    """A Windows icon of one picture, 256 pixels square (written as 0)."""
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, 0, 0, 0, 0, 1, 32, len(png), 22) + png


def _icns(png: bytes) -> bytes:
    """A macOS icon of one picture, 256 pixels square (its type is ic08)."""
    return struct.pack(">4sI4sI", b"icns", len(png) + 16, b"ic08", len(png) + 8) + png


def _run(command: Sequence[str], values: dict[str, str]) -> None:
    subprocess.run(command, env={**os.environ, **values}, capture_output=True, check=True)


def _unlink(file: Path) -> bool:
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    return True
