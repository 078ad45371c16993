#!/usr/bin/env python3
"""Sets lupusdiary up and runs it: the one command of a fresh machine, with nothing but Python 3.11 or newer.

    python3 dev.py run [ARGUMENTS]     open the program (or run one of its verbs); on Windows: py dev.py run
    python3 dev.py test [ARGUMENTS]    run every test, architecture, messages, types and style among them
    python3 dev.py check               only those checks
    python3 dev.py shots [ARGUMENTS]   take pictures of every page into shots/
    python3 dev.py bench [ARGUMENTS]   measure, one line a figure
    python3 dev.py messages            bring translations/ up to date with the source
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
RUNTIME = "requirements.txt"
EVERYTHING = "requirements-dev.txt"
WINDOWLESS = {
    *("sample", "record", "lab", "event", "report", "chart", "export", "import", "check", "content"),
    *("medicine",),
    *("-h", "--help", "--version"),
}
CHECKS = ("tests/test_style.py", "tests/test_architecture.py", "tests/test_catalogue.py")


class Stop(Exception):
    """What keeps the set-up from going on, in one sentence for the person."""


class House:
    """One checkout with its virtual environment."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = root / ".venv"

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
        """Makes everything ready for a verb that needs these requirements; quick when it is ready already."""
        fingerprint = self.fingerprint(requirements)
        stamps = [self._stamp(EVERYTHING), self._stamp(requirements)]
        known = [stamp.read_text(encoding="utf-8") for stamp in stamps if stamp.is_file()]
        if not (self.python.exists() and (fingerprint in known or self.fingerprint(EVERYTHING) in known)):
            self._create_environment()
            _say("Setting up lupusdiary; this takes a minute or two the first time.")
            self.install_pins(requirements)
            self.install_project()
            self._stamp(requirements).write_text(self.fingerprint(requirements), encoding="utf-8")
        self.compile_messages()

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
        surroundings = {**os.environ, "PYTHONUTF8": "1", **variables}
        sys.stdout.flush()
        return subprocess.call([str(self.python), *arguments], env=surroundings)

    def install_pins(self, requirements: str) -> None:
        """Installs the pinned packages as they stand, each checked against its hash.

        The pins are complete, so pip looks for nothing beside them: before pip 24 it looked for what an extra
        needs outside the pins, and took a release that had come out since.
        """
        pins = str(self.root / requirements)
        if self._pip("--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement", pins):
            raise Stop("The packages could not be installed (pip's words are above): is the network there?")
        if self.call("-m", "pip", "--disable-pip-version-check", "check"):
            raise Stop("The packages that were installed do not fit each other; pip's words are above.")

    def install_project(self) -> None:
        """Installs the checkout itself, editable; its build tools are among the pins."""
        if self._pip("--no-deps", "--no-build-isolation", "--editable", str(self.root)):
            raise Stop("The program itself could not be installed; pip's words are above.")

    def compile_messages(self) -> None:
        """Compiles the message catalogues when a text is newer than what was compiled."""
        catalogues = sorted((self.root / "translations").glob("*/LC_MESSAGES/*.po"))
        if any(_newer(po, po.with_suffix(".mo")) for po in catalogues):
            script = str(self.root / ".ci" / "messages.py")
            if self.call(script, "compile"):
                raise Stop("The translations could not be compiled; the reason is above.")

    def _pip(self, *arguments: str) -> int:
        quiet = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-warn-script-location")
        return self.call("-m", "pip", "install", *quiet, *arguments)

    def _stamp(self, requirements: str) -> Path:
        return self.environment / f"{requirements}.stamp"

    def _create_environment(self) -> None:
        usable = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
        if self.python.exists() and self.call("-c", usable) == 0:
            return
        require_venv()
        import venv

        try:
            venv.create(self.environment, clear=True, with_pip=True, symlinks=os.name != "nt")
        except (OSError, subprocess.CalledProcessError) as fault:
            raise Stop(f"The virtual environment {self.environment} could not be made: {fault}.") from fault


def require_venv() -> None:
    """Makes sure that Python can create environments: Debian ships that part by itself."""
    if _can_create_environments():
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not _install([package]):
        raise Stop(f"Python's venv module is missing; install it with: sudo apt-get install {package}")
    importlib.invalidate_caches()
    if not _can_create_environments():
        raise Stop("Python's venv module is still missing after its installation; please start again.")


def require_libraries(house: House, platforms: list[str]) -> None:
    """Makes sure that Qt finds its system libraries for one of these platforms (Linux only)."""
    libraries = _system_libraries()
    lacking: list[str] = []
    for platform in platforms:
        lacking = libraries.missing(libraries.qt_files(house.site_packages, platform))
        if not lacking:
            return
    packages = libraries.packages(lacking)
    if packages and _install(packages):
        lacking = libraries.missing(libraries.qt_files(house.site_packages, platforms[-1]))
    if lacking:
        command = " ".join(["sudo", *libraries.apt_command(libraries.packages(lacking))])
        raise Stop(f"Qt misses {', '.join(lacking)}; on Debian and Ubuntu install them with: {command}")


def platforms_here() -> list[str]:
    """The Qt platforms that could show a window here, as Qt tries them; empty without a display."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [name.split(":")[0] for name in chosen.split(";")]
    displays = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    return [platform for variable, platform in displays.items() if os.environ.get(variable)]


def run(house: House, arguments: list[str]) -> int:
    """Opens the program, or runs one of its verbs."""
    linux = sys.platform.startswith("linux")
    window = not (arguments and arguments[0] in WINDOWLESS)
    if linux and window and not platforms_here():
        raise Stop("No window can open here: neither DISPLAY nor WAYLAND_DISPLAY names a display.")
    house.set_up(RUNTIME)
    if linux and window:
        require_libraries(house, platforms_here())
    return house.call("-m", "lupusdiary", *arguments)


def test(house: House, arguments: list[str]) -> int:
    """Runs the tests; without arguments all of them, on as many cores as there are (four at most)."""
    _prepare_tests(house)
    spread = [] if arguments else ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
    os.chdir(house.root)
    return house.call("-m", "pytest", *spread, *arguments, **_offscreen())


def check(house: House, arguments: list[str]) -> int:
    """Runs the checks of style, types, architecture and messages."""
    return test(house, [*CHECKS, *arguments])


def shots(house: House, arguments: list[str]) -> int:
    """Takes the pictures."""
    _prepare_tests(house)
    return house.call(str(house.root / "tests" / "shots.py"), *arguments, **_offscreen())


def bench(house: House, arguments: list[str]) -> int:
    """Measures."""
    _prepare_tests(house)
    os.chdir(house.root)
    if Path("tests/benchmarks/run.py").is_file():
        return house.call("-m", "tests.benchmarks.run", *arguments, **_offscreen())
    return house.call("-m", "pytest", "tests/benchmarks", "-q", "-s", *arguments, **_offscreen())


def messages(house: House, arguments: list[str]) -> int:
    """Brings the message catalogues up to date with the source."""
    house.set_up(EVERYTHING)
    return house.call(str(house.root / ".ci" / "messages.py"), "update", *arguments)


VERBS = {"run": run, "test": test, "check": check, "shots": shots, "bench": bench, "messages": messages}


def main(arguments: list[str], house: House | None = None) -> int:
    """Carries one verb out and returns the exit status."""
    if not arguments or arguments[0] not in VERBS:
        print(__doc__, file=sys.stdout if arguments[:1] in (["-h"], ["--help"]) else sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        refuse_old_python(sys.version_info[:2])
        return VERBS[arguments[0]](house or House(ROOT), arguments[1:])
    except Stop as stop:
        _say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


def refuse_old_python(version: tuple[int, ...]) -> None:
    """Says which Python is needed."""
    if version < OLDEST:
        wanted, found = (".".join(map(str, numbers)) for numbers in (OLDEST, version))
        raise Stop(f"lupusdiary needs Python {wanted} or newer; this is Python {found}.")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _prepare_tests(house: House) -> None:
    house.set_up(EVERYTHING)
    if sys.platform.startswith("linux"):
        require_libraries(house, ["offscreen"])


def _offscreen() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def _can_create_environments() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _system_libraries() -> ModuleType:
    """The script beside the tests' own; .ci/ is no package."""
    folder = str(ROOT / ".ci")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module("system_libraries")


def _install(packages: list[str]) -> bool:
    libraries = _system_libraries()
    prefix = libraries.may_install() if sys.platform.startswith("linux") else None
    return prefix is not None and bool(libraries.install(packages, prefix))


def _newer(source: Path, made: Path) -> bool:
    return not made.is_file() or made.stat().st_mtime < source.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
