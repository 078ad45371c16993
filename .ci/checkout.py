"""One checkout with its virtual environment: made, mended, and brought up to date when the pins move.

Only the standard library: this runs before anything is installed.
"""

from __future__ import annotations

import csv
import errno
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import system_libraries
from console import Progress, in_words, say
from pinned_packages import PinnedPackages, PipFailed, alone

RUNTIME = "requirements.txt"
EVERYTHING = "requirements-dev.txt"
_STEPS = 4
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class Stop(Exception):
    """What keeps the set-up from going on, in one sentence for the person."""


class Checkout:
    """One checkout with its virtual environment."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = root / ".venv"
        # What an interrupted set-up had fetched waits here for the next one.
        self.work = root / ".setup"
        self.progress = Progress(_STEPS)

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        windows = os.name == "nt"
        return self.environment / ("Scripts/python.exe" if windows else "bin/python")

    @property
    def site_packages(self) -> Path:
        """Where the environment's packages lie."""
        if os.name == "nt":
            return self.environment / "Lib" / "site-packages"
        found = sorted(self.environment.glob("lib/python3.*/site-packages"))
        return found[-1] if found else self.environment / "lib" / "site-packages"

    def set_up(self, requirements: str) -> None:
        """Makes everything ready for a verb that needs these requirements; quick when it is ready already.

        It may be stopped at any point, however rudely: the stamp is the last thing that is written.
        """
        if not self.is_ready(requirements):
            alone(self.work / "lock", lambda: self._make(requirements))
        for left in ("wheels", "kept", "tmp"):
            shutil.rmtree(self.work / left, ignore_errors=True)
        self.compile_messages()

    def is_ready(self, requirements: str) -> bool:
        """Whether the environment was made to its end, of what stands in the checkout now."""
        stamps = [self._stamp(EVERYTHING), self._stamp(requirements)]
        known = [stamp.read_text(encoding="utf-8") for stamp in stamps if stamp.is_file()]
        wanted = (self.fingerprint(requirements), self.fingerprint(EVERYTHING))
        return self.python.exists() and any(fingerprint in known for fingerprint in wanted)

    def fingerprint(self, requirements: str) -> str:
        """What an environment was made of: when this changes, it is brought up to date."""
        digest = hashlib.sha256(os.fsencode(self.root))
        for name in (requirements, "pyproject.toml", "hatch_build.py", ".venv/pyvenv.cfg"):
            file = self.root / name
            digest.update(file.read_bytes() if file.is_file() else b"-")
        return digest.hexdigest()

    def call(self, *arguments: str, **variables: str) -> int:
        """Runs the environment's Python and returns its exit status.

        UTF-8 mode, because Windows would read a path with Hangul in another encoding.
        """
        environment = {**os.environ, "PYTHONUTF8": "1", **variables}
        sys.stdout.flush()
        return subprocess.call([str(self.python), *arguments], env=environment)

    def install_pins(self, requirements: str) -> None:
        """Fetches and installs the pinned packages."""
        pinned = PinnedPackages(self.root / requirements, self.python, self.work, self.progress)
        self.progress.step(
            in_words(
                "Fetching the packages: several hundred megabytes the first time",
                "필요한 구성 요소를 내려받습니다. 처음에는 수백 MB입니다",
            )
        )
        with _stopping(
            in_words(
                "The packages could not be fetched (pip's words are above): is the network there?",
                "구성 요소를 받지 못했습니다(pip의 설명은 위에 있습니다). 인터넷이 연결되어 있나요?",
            )
        ):
            pinned.fetch()
        self.progress.step(in_words("Installing the packages", "구성 요소를 설치합니다"))
        with _stopping(
            in_words(
                "The packages could not be installed; pip's words are above.",
                "구성 요소를 설치하지 못했습니다. pip의 설명은 위에 있습니다.",
            )
        ):
            pinned.install(self.site_packages)
            pinned.check()

    def install_project(self) -> None:
        """Installs the checkout itself, editable."""
        pinned = PinnedPackages(self.root / RUNTIME, self.python, self.work, self.progress)
        with _stopping(
            in_words(
                "The program itself could not be installed; pip's words are above.",
                "프로그램을 설치하지 못했습니다. pip의 설명은 위에 있습니다.",
            )
        ):
            pinned.install_project(self.root)
        # Python before 3.13 reads this file in the encoding of the system, whatever mode it runs in, and does
        # not start when that encoding lacks a letter of a folder's name: a relative path names no folder.
        for file in self.site_packages.glob("*lupusdiary*.pth"):
            lines = file.read_text(encoding="utf-8").splitlines()
            relative = [os.path.relpath(line, self.site_packages) for line in lines if Path(line).is_dir()]
            file.write_text("\n".join([*relative, ""]), encoding="utf-8")

    def compile_messages(self) -> None:
        """Compiles the message catalogues when a text is newer than what was compiled."""
        catalogues = sorted((self.root / "translations").glob("*/LC_MESSAGES/*.po"))
        if any(_newer(po, po.with_suffix(".mo")) for po in catalogues):
            script = str(self.root / ".ci" / "messages.py")
            if self.call(script, "compile"):
                raise Stop(
                    in_words(
                        "The translations could not be compiled; the reason is above.",
                        "번역을 준비하지 못했습니다. 이유는 위에 있습니다.",
                    )
                )

    def compile_program(self) -> None:
        """Keeps the program's bytecode, also where the machine forbids Python to keep what it compiles: the
        tests start the program hundreds of times. A checkout that only reads is as slow as before."""
        self.call("-m", "compileall", "-qq", str(self.root / "lupusdiary"))

    def _make(self, requirements: str) -> None:
        if self.is_ready(requirements):
            # Another set-up was waited for, and did it.
            return
        for stamp in (RUNTIME, EVERYTHING):
            if self._stamp(stamp).is_file():
                self._stamp(stamp).unlink()
        say(
            in_words(
                "Setting up Lupus Diary; this takes a few minutes the first time.\n"
                "You may stop it at any point (Ctrl+C): the next start goes on from there.",
                "루푸스 다이어리를 설치합니다. 처음에는 몇 분 걸립니다.\n"
                "언제든 멈춰도 됩니다(Ctrl+C). 다음에 시작하면 이어서 합니다.",
            )
        )
        try:
            self.progress.step(in_words("Making the environment .venv", "실행 환경 .venv를 만듭니다"))
            self._create_environment()
            self.install_pins(requirements)
            self.progress.step(in_words("Installing the program itself", "프로그램을 설치합니다"))
            self.install_project()
        finally:
            self.progress.close()
        self._stamp(requirements).write_text(self.fingerprint(requirements), encoding="utf-8")

    def _stamp(self, requirements: str) -> Path:
        return self.environment / f"{requirements}.stamp"

    def _create_environment(self) -> None:
        if self.python.exists() and is_whole(self.site_packages) and self._runs_pip():
            return
        require_venv()
        import venv

        try:
            venv.create(self.environment, clear=True, with_pip=True, symlinks=os.name != "nt")
        except (OSError, subprocess.CalledProcessError) as fault:
            if is_of_full_disk(fault):
                raise Stop(full_disk()) from fault
            sentence = in_words(
                f"The virtual environment {self.environment} could not be made: {fault}.",
                f"실행 환경 {self.environment}을(를) 만들지 못했습니다: {fault}.",
            )
            raise Stop(sentence) from fault

    def _runs_pip(self) -> bool:
        usable = "import pip._internal.cli.main, sys; sys.exit(sys.version_info < (3, 11))"
        try:
            asked = subprocess.run([str(self.python), "-c", usable], capture_output=True, check=False)
        except OSError:
            return False
        return asked.returncode == 0


@contextmanager
def _stopping(sentence: str) -> Iterator[None]:
    try:
        yield
    except PipFailed as fault:
        if is_of_full_disk(fault):
            raise Stop(full_disk()) from fault
        raise Stop(f"{fault}\n{sentence}") from fault


def is_of_full_disk(fault: BaseException) -> bool:
    """Whether something failed because the disk is full: it says so itself, or what a tool printed does."""
    if isinstance(fault, OSError) and (fault.errno in _FULL or getattr(fault, "winerror", None) == 112):
        return True
    words = f"{fault} {getattr(fault, 'output', '')}"
    return any(sign in words for sign in ("No space left on device", "[Errno 28]", "[WinError 112]"))


def full_disk() -> str:
    """What is said of a full disk."""
    return in_words(
        "The disk is full: the set-up needs about 1.5 GB. Make room and start again; it goes on from there.",
        "디스크가 가득 찼습니다. 설치에는 약 1.5GB가 필요합니다. 자리를 비우고 다시 시작하면 이어서 합니다.",
    )


def is_whole(site_packages: Path) -> bool:
    """Whether pip finished what lies there: a package in which it was stopped lacks files or its record."""
    for folder in site_packages.glob("*.dist-info"):
        try:
            with (folder / "RECORD").open(encoding="utf-8", newline="") as opened:
                files = {row[0]: row[2] for row in csv.reader(opened) if row}
        except (OSError, IndexError):
            return False
        # The record that comes with a package does not know it: pip writes its own at the very end.
        if f"{folder.name}/INSTALLER" not in files:
            return False
        for name, size in files.items():
            # Bytecode may be thrown away at any time; the checkout's own .pth file is written over.
            size = "" if name.endswith(".pth") else size
            if not name.endswith(".pyc") and not _is_there(site_packages / name, size):
                return False
    return True


def require_venv() -> None:
    """Makes sure that Python can create environments: Debian ships that part by itself."""
    if _can_create_environments():
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not apt_installs([package]):
        command = f"sudo apt-get install {package}"
        raise Stop(
            in_words(
                f"Python's venv module is missing; install it with: {command}",
                f"파이썬의 venv 모듈이 없습니다. 다음 명령으로 설치합니다: {command}",
            )
        )
    importlib.invalidate_caches()
    if not _can_create_environments():
        raise Stop(
            in_words(
                "Python's venv module is still missing after its installation; please start again.",
                "설치한 뒤에도 파이썬의 venv 모듈이 보이지 않습니다. 다시 시작해 주세요.",
            )
        )


def apt_installs(packages: list[str]) -> bool:
    """Installs system packages where that is permitted; says whether it did."""
    prefix = system_libraries.may_install() if sys.platform.startswith("linux") else None
    return prefix is not None and bool(system_libraries.install(packages, prefix))


def _can_create_environments() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _is_there(file: Path, size: str) -> bool:
    try:
        return size in {"", str(file.stat().st_size)}
    except OSError:
        return False


def _newer(source: Path, made: Path) -> bool:
    return not made.is_file() or made.stat().st_mtime < source.stat().st_mtime
