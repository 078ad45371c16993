"""Set-up: stopped at any point and continued, in any folder, without a home, and telling how far it is."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import console
import pinned_packages
from checkout import Checkout, is_whole
from tests.wheel_index import WheelIndex

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(os.name == "nt", reason="stops programs with signals")
# The project itself and its messages are of no matter here.
SCRIPT = """
import signal, sys
from pathlib import Path
sys.path.append(sys.argv[1])
# Who runs the tests in the background ignores it, and what they start would too.
signal.signal(signal.SIGINT, signal.default_int_handler)
import dev
dev.Checkout.install_project = lambda checkout: None
checkout = dev.Checkout(Path(sys.argv[2]))
dev.VERBS["run"] = lambda checkout, arguments: checkout.set_up(dev.RUNTIME) or 0
sys.exit(dev.main(["run"], checkout))
"""


class CheckoutOnTrial:
    """A checkout that pins the wheels of an index, set up in a process of its own."""

    def __init__(self, root: Path, index: WheelIndex, variables: dict[str, str]) -> None:
        self.tried = Checkout(root)
        root.mkdir(parents=True)
        index.pins(root / "requirements.txt")
        here = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "XDG_"))}
        # No folder can be made below a file: a home that nobody can write to, not even root.
        self._variables = {**here, **variables, "HOME": "/dev/null", "LC_ALL": "C.UTF-8"}

    def begin(self) -> subprocess.Popen[str]:
        """Starts a set-up."""
        return subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(ROOT), str(self.tried.root)],
            cwd=ROOT,
            env=self._variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    @staticmethod
    def wait_for(running: subprocess.Popen[str], words: str) -> None:
        """Reads what a set-up says until it says that."""
        assert running.stderr is not None
        said = ""
        for line in running.stderr:
            said += line
            if words in line:
                return
        raise AssertionError(said)

    def set_up(self) -> tuple[int, str]:
        """Sets up; returns the exit status and what was said."""
        running = self.begin()
        said = running.communicate()[1]
        return running.returncode, said

    def imports(self, *names: str) -> bool:
        """Whether the environment has these modules."""
        command = [str(self.tried.python), "-c", f"import {', '.join(names)}"]
        return subprocess.run(command, check=False).returncode == 0


@pytest.fixture
def index() -> WheelIndex:
    return WheelIndex("aa", "bb", "cc", "dd", size=400_000)


@pytest.fixture
def checkout(tmp_path: Path, index: WheelIndex) -> Iterator[CheckoutOnTrial]:
    with index.served() as variables:
        yield CheckoutOnTrial(tmp_path / "사용자 이름" / "루푸스 일지", index, variables)


def test_each_step_is_said_and_each_package_with_its_size(checkout: CheckoutOnTrial) -> None:
    status, said = checkout.set_up()
    assert status == 0, said
    assert said.splitlines()[2:] == [
        "[1/4] Making the environment .venv",
        "[2/4] Fetching the packages: several hundred megabytes the first time",
        "      1 of 4: aa (0.4 MB)",
        "      2 of 4: bb (0.4 MB)",
        "      3 of 4: cc (0.4 MB)",
        "      4 of 4: dd (0.4 MB)",
        "      4 packages, 1.6 MB",
        "[3/4] Installing the packages",
        "[4/4] Installing the program itself",
    ]
    assert checkout.imports("aa", "bb", "cc", "dd")
    assert checkout.set_up() == (0, "")
    assert [file.name for file in checkout.tried.work.iterdir()] == ["lock"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl+C"])
def test_what_was_fetched_before_an_interruption_is_not_fetched_again(
    checkout: CheckoutOnTrial, index: WheelIndex, how: signal.Signals
) -> None:
    index.hold("cc")
    running = checkout.begin()
    checkout.wait_for(running, "3 of 4: cc")
    # It is said before it is asked for, and pip goes on for a while after a kill.
    assert index.reached.wait(60)
    running.send_signal(how)
    said = running.communicate()[1]
    assert running.returncode == (-how if how == signal.SIGKILL else 130)
    assert "Traceback" not in said
    index.asked.clear()
    again = checkout.begin()
    if how == signal.SIGKILL:
        # Its pip is still at work, for nobody: two would write into one environment.
        checkout.wait_for(again, "Another set-up is still at work here; waiting for it.")
    index.release()
    said = again.communicate()[1]
    assert again.returncode == 0, said
    assert index.asked == ["cc", "dd"]
    assert checkout.imports("aa", "bb", "cc", "dd")


@pytest.mark.parametrize(
    "damage", ["file", *(pytest.param(name, marks=pytest.mark.long) for name in ("record", "pip", "python"))]
)
def test_a_half_made_environment_is_noticed_and_made_whole(checkout: CheckoutOnTrial, damage: str) -> None:
    assert checkout.set_up()[0] == 0
    place, packages = checkout.tried, checkout.tried.site_packages
    (place.environment / "requirements.txt.stamp").unlink()
    if damage == "file":
        (packages / "bb.py").unlink()
    elif damage == "record":
        (packages / "bb-1.0.dist-info" / "RECORD").unlink()
    elif damage == "pip":
        shutil.rmtree(packages / "pip" / "_vendor")
    else:
        place.python.unlink()
        place.python.symlink_to("/gone/python3")
    status, said = checkout.set_up()
    assert status == 0, said
    assert checkout.imports("aa", "bb", "cc", "dd")


def test_pips_words_are_shown_when_it_fails_and_not_hundreds_of_them(
    checkout: CheckoutOnTrial, index: WheelIndex
) -> None:
    del index.wheels["cc"]
    status, said = checkout.set_up()
    assert status == 1
    assert "No matching distribution found for cc==1.0" in said
    assert said.splitlines()[-1].endswith("is the network there?")
    assert len(said.splitlines()) < 60
    assert "Traceback" not in said


def test_a_package_in_which_pip_was_stopped_is_not_whole(tmp_path: Path) -> None:
    info = tmp_path / "aa-1.0.dist-info"
    info.mkdir()
    (tmp_path / "aa.py").write_text("x = 1\n", encoding="utf-8")
    assert not is_whole(tmp_path)
    record = "aa.py,sha256=x,6\naa-1.0.dist-info/RECORD,,\n"
    (info / "RECORD").write_text(record, encoding="utf-8")
    assert not is_whole(tmp_path)
    (info / "INSTALLER").write_text("pip", encoding="utf-8")
    (info / "RECORD").write_text(record + "aa-1.0.dist-info/INSTALLER,,\n", encoding="utf-8")
    assert is_whole(tmp_path)
    (tmp_path / "aa.py").write_text("x = ", encoding="utf-8")
    assert not is_whole(tmp_path)


class Terminal(io.StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_one_line_is_written_over_again() -> None:
    terminal = Terminal()
    progress = console.Progress(2, terminal)
    progress.step("Fetching")
    progress.far("1 of 2: aa")
    progress.tick("1 of 2: aa (1.0 MB of 9.0 MB)")
    progress.tick("1 of 2: aa (1.0 MB of 9.0 MB)")
    progress.step("Installing")
    progress.close()
    assert terminal.getvalue() == (
        "[1/2] Fetching\n"
        "\r      1 of 2: aa\x1b[K"
        "\r      1 of 2: aa (1.0 MB of 9.0 MB)\x1b[K\n"
        "[2/2] Installing\n"
    )


def test_the_size_so_far_is_measured_and_pips_warnings_are_not_counted() -> None:
    progress = pinned_packages.PipProgress(3)
    lines = [
        "Ignoring numpy: markers 'python_full_version >= \"3.12\"' don't match your environment",
        "WARNING: Location 'file:///mirror/babel/' is ignored: it is neither a file nor a directory.",
        "Collecting sqlite-utils==4.2.1 (from -r /루푸스 일지/requirements.txt (line 1))",
        "  Downloading sqlite_utils-4.2.1-py3-none-any.whl (68 kB)",
        "Collecting matplotlib==3.11.2 (from -r /루푸스 일지/requirements.txt (line 4))",
    ]
    assert [progress.hear(line) for line in lines] == [False, False, False, True, False]
    assert progress.words() == "2 of 2: matplotlib"
    assert progress.hear("  Downloading matplotlib-3.11.2-cp311-cp311-manylinux_x86_64.whl (9.1 MB)")
    assert progress.words() == "2 of 2: matplotlib (9.1 MB)"
    assert progress.words(4_000_000) == "2 of 2: matplotlib (4.0 MB of 9.1 MB)"


@pytest.mark.parametrize(
    ("name", "expected"), [("ko_KR.UTF-8", "설치"), ("en_US.UTF-8", "Installing"), ("de_DE", "Installing")]
)
def test_set_up_speaks_the_language_of_the_system(monkeypatch, name: str, expected: str) -> None:
    monkeypatch.setenv("LC_ALL", name)
    assert console.in_words("Installing", "설치") == expected
