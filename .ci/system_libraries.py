"""The system libraries that Qt needs on Linux: which are missing, and how they are installed.

Only the standard library: this runs before anything is installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from console import in_words, say

# Debian's and Ubuntu's package of each library that Qt's wheels expect from the system.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# What the program loads with each platform plugin.
_PARTS = ("libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Widgets.so.6", "libQt6DBus.so.6", "libQt6Pdf.so.6")
_PLUGINS = {
    "xcb": ("libqxcb.so",),
    "wayland": ("libqwayland.so", "libqwayland-generic.so", "libqwayland-egl.so"),
    "offscreen": ("libqoffscreen.so",),
}


def qt_files(site_packages: Path, platform: str) -> list[Path]:
    """The library files of Qt that must be loadable for one platform ("xcb", "wayland" or "offscreen")."""
    qt = site_packages / "PySide6" / "Qt"
    names = [qt / "lib" / name for name in _PARTS]
    names += [qt / "plugins" / "platforms" / name for name in _PLUGINS.get(platform, ())]
    return [file for file in names if file.is_file()]


def missing(files: Iterable[Path]) -> list[str]:
    """The sonames that the loader cannot find for these files, each once; nothing where there is no ldd."""
    wanted = [str(file) for file in files]
    if not wanted or shutil.which("ldd") is None:
        return []
    environment = {**os.environ, "LC_ALL": "C"}
    answer = subprocess.run(
        ["ldd", *wanted], capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    return sorted(set(re.findall(r"^\s*(\S+) => not found", answer.stdout, re.MULTILINE)))


def packages(sonames: Iterable[str]) -> list[str]:
    """The Debian packages that hold these libraries; a library nobody knows is left out."""
    return sorted({PACKAGES[soname] for soname in sonames if soname in PACKAGES})


def apt_command(names: Iterable[str]) -> list[str]:
    """The command that installs these packages, without the right to do so."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *names]


def may_install() -> list[str] | None:
    """What stands before an apt command: nothing for root, a silent sudo, None where it is not permitted."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"] if allowed else None


def install(names: Iterable[str], prefix: list[str]) -> bool:
    """Installs packages with apt; says whether that worked."""
    wanted = list(names)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    names = " ".join(wanted)
    say(in_words(f"Installing with apt: {names}", f"apt로 설치합니다: {names}"))
    for command in (["apt-get", "-qq", "update"], apt_command(wanted)):
        done = subprocess.run([*prefix, *command], env=environment, stdin=subprocess.DEVNULL, check=False)
    return done.returncode == 0
