"""New virtual environments, made in seconds: they borrow the packages of the one that runs the tests."""

from __future__ import annotations

import os
import subprocess
import sysconfig
import venv
from pathlib import Path


def new_environment(folder: Path) -> Path:
    """Makes an environment without pip and returns its interpreter."""
    venv.create(folder, symlinks=os.name != "nt")
    python = program(folder, "python")
    found = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    borrow_packages(Path(found.stdout.strip()))
    return python


def borrow_packages(site_packages: Path) -> None:
    """Makes the packages of this interpreter importable there; its own .pth files are not followed."""
    here = sysconfig.get_path("purelib")
    (site_packages / "borrowed.pth").write_text(f"{here}\n", encoding="utf-8")


def program(environment: Path, name: str) -> Path:
    """A program of an environment."""
    return environment / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")
