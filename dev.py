#!/usr/bin/env python3
"""Sets lupusdiary up and runs it: the one command of a fresh machine, with nothing but Python 3.11 or newer.

    python3 dev.py run [ARGUMENTS]     open the program (or run one of its verbs); on Windows: py dev.py run
    python3 dev.py icon [--remove]     put an icon on the desktop and in the menu, or take it away
    python3 dev.py test [ARGUMENTS]    run every test, architecture, messages, types and style among them
    python3 dev.py check               only those checks
    python3 dev.py shots [ARGUMENTS]   take pictures of every page into shots/
    python3 dev.py bench [ARGUMENTS]   measure, one line a figure
    python3 dev.py messages            bring translations/ up to date with the source

`test --long` runs those tests too that need the network or minutes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent / ".ci"))

# isort: split
import system_libraries
from checkout import EVERYTHING, RUNTIME, Checkout, Stop, apt_installs, full_disk, is_of_full_disk
from console import in_words, say
from desktop_icon import Program, icon_here
from icon_offer import Offer

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
WINDOWLESS = {
    *("sample", "record", "lab", "event", "report", "chart", "export", "import", "check", "content"),
    *("backup", "restore", "encrypt", "decrypt", "rekey", "recovery-sheet", "rescue"),
    *("medicine", "taken", "exposure", "allergy", "visit"),
    *("-h", "--help", "--version"),
}
ICON_ANSWER = ".icon-answer"
CHECKS = ("tests/test_style.py", "tests/test_architecture.py", "tests/test_catalogue.py")


def require_libraries(checkout: Checkout, platforms: list[str]) -> None:
    """Makes sure that Qt finds its system libraries for one of these platforms (Linux only)."""
    libraries = system_libraries
    lacking: list[str] = []
    for platform in platforms:
        lacking = libraries.missing(libraries.qt_files(checkout.site_packages, platform))
        if not lacking:
            return
    packages = libraries.packages(lacking)
    if packages and apt_installs(packages):
        lacking = libraries.missing(libraries.qt_files(checkout.site_packages, platforms[-1]))
    if lacking:
        command = " ".join(["sudo", *libraries.apt_command(libraries.packages(lacking))])
        names = ", ".join(lacking)
        raise Stop(
            in_words(
                f"Qt misses {names}; on Debian and Ubuntu install them with: {command}",
                f"Qt에 필요한 파일이 없습니다: {names}. 데비안과 우분투에서 설치하는 명령: {command}",
            )
        )


def platforms_here() -> list[str]:
    """The Qt platforms that could show a window here, as Qt tries them; empty without a display."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [name.split(":")[0] for name in chosen.split(";")]
    displays = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    return [platform for variable, platform in displays.items() if os.environ.get(variable)]


def run(checkout: Checkout, arguments: list[str]) -> int:
    """Opens the program, or runs one of its verbs."""
    linux = sys.platform.startswith("linux")
    window = not (arguments and arguments[0] in WINDOWLESS)
    if linux and window and not platforms_here():
        raise Stop(
            in_words(
                "No window can open here: neither DISPLAY nor WAYLAND_DISPLAY names a display.",
                "여기서는 창을 열 수 없습니다. DISPLAY와 WAYLAND_DISPLAY가 화면을 가리키지 않습니다.",
            )
        )
    offer = Offer(checkout.root / ICON_ANSWER)
    if window:
        offer.ask()
    checkout.set_up(RUNTIME)
    if linux and window:
        require_libraries(checkout, platforms_here())
    if window:
        offer.keep(icon_here, program(checkout))
    return checkout.call("-m", "lupusdiary", *arguments)


def icon(checkout: Checkout, arguments: list[str]) -> int:
    """Puts the icon on the desktop and in the menu, or takes it away."""
    if arguments not in ([], ["--remove"]):
        raise Stop(
            in_words("icon takes nothing or --remove.", "icon 뒤에는 아무것도 쓰지 않거나 --remove를 씁니다.")
        )
    offer = Offer(checkout.root / ICON_ANSWER)
    if arguments:
        offer.remove(icon_here())
        return 0
    checkout.set_up(RUNTIME)
    try:
        offer.make(icon_here(), program(checkout))
    except (OSError, subprocess.SubprocessError) as fault:
        sentence = in_words(f"The icon could not be made: {fault}.", f"아이콘을 만들지 못했습니다: {fault}.")
        raise Stop(sentence) from fault
    return 0


def program(checkout: Checkout) -> Program:
    """What the icon starts."""
    return Program(checkout.environment, checkout.root / "resources" / "icons" / "lupusdiary")


def test(checkout: Checkout, arguments: list[str]) -> int:
    """Runs the tests; all of them on as many cores as there are (four at most)."""
    _prepare_tests(checkout)
    spread = (
        []
        if arguments not in ([], ["--long"])
        else ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
    )
    os.chdir(checkout.root)
    return checkout.call("-m", "pytest", *spread, *arguments, **_offscreen())


def check(checkout: Checkout, arguments: list[str]) -> int:
    """Runs the checks of style, types, architecture and messages."""
    return test(checkout, [*CHECKS, *arguments])


def shots(checkout: Checkout, arguments: list[str]) -> int:
    """Takes the pictures."""
    _prepare_tests(checkout)
    return checkout.call(str(checkout.root / "tests" / "shots.py"), *arguments, **_offscreen())


def bench(checkout: Checkout, arguments: list[str]) -> int:
    """Measures."""
    _prepare_tests(checkout)
    os.chdir(checkout.root)
    if Path("tests/benchmarks/run.py").is_file():
        return checkout.call("-m", "tests.benchmarks.run", *arguments, **_offscreen())
    return checkout.call("-m", "pytest", "tests/benchmarks", "-q", "-s", *arguments, **_offscreen())


def messages(checkout: Checkout, arguments: list[str]) -> int:
    """Brings the message catalogues up to date with the source."""
    checkout.set_up(EVERYTHING)
    return checkout.call(str(checkout.root / ".ci" / "messages.py"), "update", *arguments)


VERBS = {
    "run": run,
    "icon": icon,
    "test": test,
    "check": check,
    "shots": shots,
    "bench": bench,
    "messages": messages,
}


def main(arguments: list[str], checkout: Checkout | None = None) -> int:
    """Carries one verb out and returns the exit status."""
    if not arguments or arguments[0] not in VERBS:
        print(__doc__, file=sys.stdout if arguments[:1] in (["-h"], ["--help"]) else sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        refuse_old_python(sys.version_info[:2])
        return VERBS[arguments[0]](checkout or Checkout(ROOT), arguments[1:])
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as fault:
        # The disk under the checkout, e.g. full or read-only: not a fault that a traceback explains.
        reason = fault.strerror or type(fault).__name__
        sentence = in_words(
            f"Something of the set-up could not be written or read: {fault.filename or ''} ({reason}).",
            f"설치에 필요한 파일을 쓰거나 읽지 못했습니다: {fault.filename or ''} ({reason}).",
        )
        say(full_disk() if is_of_full_disk(fault) else sentence)
        return 1


def refuse_old_python(version: tuple[int, ...]) -> None:
    """Says which Python is needed."""
    if version < OLDEST:
        wanted, found = (".".join(map(str, numbers)) for numbers in (OLDEST, version))
        raise Stop(
            in_words(
                f"lupusdiary needs Python {wanted} or newer; this is Python {found}.",
                f"루푸스 다이어리에는 파이썬 {wanted} 이상이 필요합니다. 지금은 파이썬 {found}입니다.",
            )
        )


def _prepare_tests(checkout: Checkout) -> None:
    checkout.set_up(EVERYTHING)
    checkout.compile_program()
    if sys.platform.startswith("linux"):
        require_libraries(checkout, ["offscreen"])


def _offscreen() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
