"""Fetches the pinned packages and installs them, with whatever pip there is; says how far it is.

What was fetched is kept at once, checked against its hash, so an interrupted set-up goes on where it was.
pip itself keeps downloads only at its end, or in a cache that the index or a read-only home may not permit.
"""

from __future__ import annotations

import hashlib
import os
import queue
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path

from console import Progress, in_words, megabytes, say

_VARIABLES = {
    "PYTHONUTF8": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_COLOR": "1",
    "PIP_NO_INPUT": "1",
    "PIP_PROGRESS_BAR": "off",
    "PIP_USER": "0",
}
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")
_TICK_S = 0.3
_WORDS_SHOWN = 40
_COLLECTED = re.compile(r"(?:Collecting|Processing) (.*?)(?: ;.*| \(from .*)?$")
_SIZED = re.compile(r"\s+(?:Downloading|Using cached) \S+ \(([\d.]+) ?(kB|MB|bytes)\)")


class PipFailed(Exception):
    """pip could not do it; its own last words are the message."""


class PinnedPackages:
    """The packages of one requirements file. `python` is an interpreter with pip, `work` a folder of ours
    that outlives an interruption."""

    def __init__(self, requirements: Path, python: Path, work: Path, progress: Progress) -> None:
        self._requirements = requirements
        self._python = python
        self._progress = progress
        self._wheels = work / "wheels"
        # A folder of its own: pip writes into the other one whenever it likes.
        self._kept = work / "kept"
        self._unpacked = work / "tmp"
        text = requirements.read_text(encoding="utf-8")
        self._hashes = set(re.findall(r"sha256:([0-9a-f]{64})", text))
        self._heads = len(re.findall(r"(?m)^[A-Za-z]", text))

    def fetch(self) -> None:
        """Brings every package that is not there yet; several hundred megabytes the first time."""
        for folder in (self._wheels, self._kept, self._unpacked):
            folder.mkdir(parents=True, exist_ok=True)
        for wheel in [*self._arriving(), *self._kept.glob("*.whl")]:
            wheel.replace(self._wheels / wheel.name)
        for wheel in self._wheels.glob("*.whl"):
            if not self._is_whole(wheel):
                wheel.unlink()
        shutil.rmtree(self._unpacked)
        self._unpacked.mkdir()
        so_far = PipProgress(self._heads)
        options = ["--dest", str(self._wheels), *self._options()]
        with closing(self._pip("download", *options)) as lines:
            for line in lines:
                if line is None:
                    self._progress.tick(so_far.words(self._under_way()))
                elif so_far.hear(line):
                    self._keep()
                    self._progress.far(so_far.words())
        size = megabytes(sum(wheel.stat().st_size for wheel in self._wheels.glob("*.whl")))
        self._progress.far(
            in_words(f"{so_far.total} packages, {size}", f"구성 요소 {so_far.total}개, {size}")
        )

    def install(self, site_packages: Path) -> None:
        """Installs what was fetched as it stands, each package checked against its hash.

        The pins are complete, so pip looks for nothing beside them: before pip 24 it looked for what an extra
        needs outside the pins, and took a release that had come out since.
        """
        total = len(list(self._wheels.glob("*.whl")))
        options = ["--no-index", "--find-links", str(self._wheels), "--no-warn-script-location"]
        with closing(self._pip("install", *options, *self._options())) as lines:
            for _ in lines:
                done = min(len(list(site_packages.glob("*.dist-info"))), total)
                self._progress.tick(in_words(f"{done} of {total}", f"{total}개 중 {done}개"))

    def check(self) -> None:
        """Asks pip whether the packages fit each other."""
        for _ in self._pip("check"):
            pass

    def install_project(self, root: Path) -> None:
        """Installs the checkout itself, editable; its build tools are among the pins."""
        options = ["--no-deps", "--no-build-isolation", "--no-index", "--no-warn-script-location"]
        for _ in self._pip("install", *options, "--editable", str(root)):
            pass

    def _options(self) -> list[str]:
        pins = ["--requirement", str(self._requirements)]
        return ["--no-deps", "--require-hashes", "--only-binary", ":all:", *pins]

    def _is_whole(self, wheel: Path) -> bool:
        digest = hashlib.sha256()
        with wheel.open("rb") as opened:
            for block in iter(lambda: opened.read(1 << 20), b""):
                digest.update(block)
        return digest.hexdigest() in self._hashes

    def _arriving(self) -> Iterator[Path]:
        """The wheels that pip fetches or has fetched; it may take its folders away at the same time."""
        for folder, _, names in os.walk(self._unpacked):
            yield from (Path(folder, name) for name in names if name.endswith(".whl"))

    def _keep(self) -> None:
        """Keeps what pip has fetched whole; what it still writes has another hash."""
        for wheel in self._arriving():
            kept = self._kept / wheel.name
            with suppress(FileNotFoundError):
                if not kept.exists() and self._is_whole(wheel):
                    try:
                        os.link(wheel, kept)
                    except OSError:
                        shutil.copy(wheel, kept)

    def _under_way(self) -> int:
        """How much of the package is there that pip is fetching, in bytes."""
        sizes = [(0.0, 0)]
        for wheel in self._arriving():
            with suppress(FileNotFoundError):
                found = wheel.stat()
                sizes.append((found.st_mtime, found.st_size))
        return max(sizes)[1]

    def _pip(self, verb: str, *arguments: str) -> Generator[str | None, None, None]:
        """Runs pip and gives its lines as they come, and None now and then between them."""
        self._unpacked.mkdir(parents=True, exist_ok=True)
        temporary = str(self._unpacked)
        variables = {**os.environ, **_VARIABLES, **dict.fromkeys(_TEMPORARY, temporary)}
        running = subprocess.Popen(
            [str(self._python), "-u", "-m", "pip", verb, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=variables,
            close_fds=False,
        )
        said: list[str] = []
        try:
            for line in _lines(running):
                if line is not None:
                    said.append(line)
                yield line
        finally:
            if running.poll() is None:
                running.terminate()
            running.wait()
        if running.returncode:
            raise PipFailed("\n".join(said[-_WORDS_SHOWN:]))


class PipProgress:
    """How far pip is, from the lines that it prints."""

    def __init__(self, heads: int) -> None:
        self.total = heads
        self._number = 0
        self._name = ""
        self._size = 0

    def hear(self, line: str) -> bool:
        """Takes a line in; says whether it is worth being shown."""
        collected, sized = _COLLECTED.match(line), _SIZED.match(line)
        if line.startswith("Ignoring "):
            self.total -= 1
        elif collected:
            self._number += 1
            local = Path(collected[1])
            wheel = local.suffix == ".whl"
            self._name = local.name.split("-" if wheel else "==")[0].replace("_", "-")
            self._size = local.stat().st_size if local.is_file() else 0
            # Of what comes through the network, the line that names its size follows.
            return self._size > 0
        elif sized:
            self._size = round(float(sized[1]) * {"bytes": 1, "kB": 1e3, "MB": 1e6}[sized[2]])
            return True
        return False

    def words(self, so_far: int = 0) -> str:
        """ "12 of 40: matplotlib (9.1 MB)"."""
        size = megabytes(self._size) if self._size else ""
        if size and 0 < so_far < self._size:
            size = in_words(f"{megabytes(so_far)} of {size}", f"{size} 중 {megabytes(so_far)}")
        counted = in_words(f"{self._number} of {self.total}", f"{self.total}개 중 {self._number}번째")
        return f"{counted}: {self._name}" + (f" ({size})" if size else "")


def _lines(running: subprocess.Popen[str]) -> Iterator[str | None]:
    lines: queue.Queue[str | None] = queue.Queue()

    def read() -> None:
        assert running.stdout is not None
        with running.stdout as stream:
            for line in stream:
                lines.put(line.rstrip("\n"))
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=_TICK_S)
        except queue.Empty:
            yield None
            continue
        if line is None:
            return
        yield line


def alone(lock: Path, body: Callable[[], None]) -> None:
    """Runs `body` while no other set-up works here.

    pip is given the lock too: where a set-up was killed and its pip still writes, the next one waits for it.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+b") as held:
        os.set_inheritable(held.fileno(), True)
        if os.name == "nt":
            # Windows does not hand a lock on, and does not replace files that another process has open.
            body()
            return
        import fcntl

        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            waiting = "Another set-up is still at work here; waiting for it."
            say(in_words(waiting, "다른 설치 작업이 아직 진행 중입니다. 끝날 때까지 기다립니다."))
            fcntl.flock(held, fcntl.LOCK_EX)
        body()
