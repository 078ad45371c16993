"""`dev.py`: the one command of a fresh machine."""

from __future__ import annotations

import ast
import errno
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import dev
import system_libraries
from checkout import require_venv
from lupusdiary.cli.verbs import VERBS
from pinned_packages import PipFailed
from tests.environments import program

ROOT = dev.ROOT
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
# What a checkout consists of, for a copy of it.
CHECKOUT = (".ci", "lupusdiary", "resources", "translations")
# All of it but what runs in the environment that is set up.
SET_UP = [ROOT / "dev.py", *sorted(set((ROOT / ".ci").glob("*.py")) - {ROOT / ".ci" / "messages.py"})]
CHECKOUT_FILES = ("dev.py", "hatch_build.py", "pyproject.toml", "requirements.txt", "requirements-dev.txt")


class Rehearsal(dev.Checkout):
    """A checkout whose set-up only notes what it would install."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.done: list[str] = []

    def install_pins(self, requirements: str) -> None:
        self.done.append(requirements)

    def install_project(self) -> None:
        self.done.append("project")

    def compile_messages(self) -> None:
        self.done.append("messages")

    def call(self, *arguments: str, **variables: str) -> int:
        self.done.append(" ".join(arguments[:2]))
        return 0

    def _create_environment(self) -> None:
        self.python.parent.mkdir(parents=True, exist_ok=True)
        self.python.touch()


@pytest.fixture(name="checkout")
def rehearsed(tmp_path: Path) -> Rehearsal:
    """A checkout with its requirement files and nothing else."""
    for name in CHECKOUT_FILES:
        shutil.copy(ROOT / name, tmp_path)
    return Rehearsal(tmp_path)


@pytest.mark.parametrize("file", SET_UP, ids=lambda file: file.name)
def test_set_up_needs_nothing_but_python_and_is_read_even_by_an_old_one(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    own = {each.stem for each in SET_UP}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names | own


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentences below are English, whatever the system speaks."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_an_old_python_is_refused_in_one_sentence() -> None:
    with pytest.raises(dev.Stop, match=r"^lupusdiary needs Python 3\.11 or newer; this is Python 3\.9\.$"):
        dev.refuse_old_python((3, 9))


def test_an_unknown_verb_shows_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["fly"]) == 2
    shown = capsys.readouterr().err
    assert [verb for verb in dev.VERBS if f"dev.py {verb} " not in shown] == []


@ON_LINUX
def test_run_without_a_display_says_so_in_one_sentence(checkout: Rehearsal, monkeypatch, capsys) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    assert dev.main(["run"], checkout) == 1
    assert capsys.readouterr().err == (
        "No window can open here: neither DISPLAY nor WAYLAND_DISPLAY names a display.\n"
    )
    assert checkout.done == []


def test_a_second_run_installs_nothing(checkout: Rehearsal) -> None:
    checkout.set_up(dev.RUNTIME)
    checkout.set_up(dev.RUNTIME)
    assert checkout.done == ["requirements.txt", "project", "messages", "messages"]


def test_what_the_tests_installed_serves_the_program_too(checkout: Rehearsal) -> None:
    checkout.set_up(dev.EVERYTHING)
    checkout.done.clear()
    checkout.set_up(dev.RUNTIME)
    assert checkout.done == ["messages"]


@pytest.mark.parametrize("verb", ["test", "check", "bench", "shots"])
def test_the_program_is_compiled_before_it_is_started_hundreds_of_times(
    checkout: Rehearsal, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.setattr(dev, "require_libraries", lambda checkout, platforms: None)
    monkeypatch.chdir(checkout.root)
    assert dev.main([verb], checkout) == 0
    assert checkout.done.index("-m compileall") == checkout.done.index("messages") + 1
    assert len(checkout.done) == checkout.done.index("-m compileall") + 2


def test_bytecode_is_kept_where_the_machine_forbids_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "lupusdiary").mkdir()
    (tmp_path / "lupusdiary" / "app.py").write_text("", encoding="utf-8")
    checkout = dev.Checkout(tmp_path)
    monkeypatch.setattr(type(checkout), "python", Path(sys.executable))
    checkout.compile_program()
    assert [*tmp_path.rglob("app.*.pyc")]


@pytest.mark.parametrize("file", ["requirements.txt", "pyproject.toml"])
def test_a_changed_file_is_installed_again(checkout: Rehearsal, file: str) -> None:
    checkout.set_up(dev.RUNTIME)
    checkout.done.clear()
    with (checkout.root / file).open("a", encoding="utf-8") as opened:
        opened.write("\n# changed\n")
    checkout.set_up(dev.RUNTIME)
    assert checkout.done == ["requirements.txt", "project", "messages"]


def test_a_moved_checkout_is_installed_again(checkout: Rehearsal, tmp_path: Path) -> None:
    checkout.set_up(dev.RUNTIME)
    moved = Rehearsal(shutil.copytree(tmp_path, tmp_path.with_name("옮긴 일지")))
    moved.set_up(dev.RUNTIME)
    assert moved.done == ["requirements.txt", "project", "messages"]


@ON_LINUX
def test_a_missing_venv_module_is_named_with_its_command(monkeypatch) -> None:
    monkeypatch.setattr("checkout._can_create_environments", lambda: False)
    monkeypatch.setattr(system_libraries, "may_install", lambda: None)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    with pytest.raises(dev.Stop, match=rf"install it with: sudo apt-get install python{version}-venv$"):
        require_venv()


@ON_LINUX
class TestSystemLibraries:
    """With an `ldd` that misses two libraries until `apt-get` has run."""

    @pytest.fixture
    def apt(self, checkout: Rehearsal, monkeypatch) -> Path:
        """The file in which the stand-in for apt-get notes what it was told."""
        log, programs = checkout.root / "apt.log", checkout.root / "programs"
        plugin = checkout.site_packages / "PySide6/Qt/plugins/platforms/libqxcb.so"
        for folder in (programs, plugin.parent):
            folder.mkdir(parents=True)
        plugin.touch()
        self._script(programs / "apt-get", f'echo "$@" >> "{log}"')
        self._script(
            programs / "ldd",
            f'grep -q install "{log}" 2>/dev/null && exit',
            'printf "\\tlibxcb-cursor.so.0 => not found\\n\\tlibc.so.6 => /lib/libc.so.6 (0x0)\\n"',
            'printf "\\tlibxcb-icccm.so.4 => not found\\n"',
        )
        self._script(programs / "sudo", "exit 1")
        monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
        return log

    @staticmethod
    def _script(file: Path, *lines: str) -> None:
        file.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
        file.chmod(0o755)

    def test_are_installed_where_that_is_permitted(self, checkout: Rehearsal, apt: Path, monkeypatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        dev.require_libraries(checkout, ["xcb"])
        assert apt.read_text(encoding="utf-8").splitlines() == [
            "-qq update",
            "install -y --no-install-recommends libxcb-cursor0 libxcb-icccm4",
        ]

    def test_are_named_with_their_command_elsewhere(
        self, checkout: Rehearsal, apt: Path, monkeypatch
    ) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        with pytest.raises(dev.Stop) as stop:
            dev.require_libraries(checkout, ["xcb"])
        assert str(stop.value) == (
            "Qt misses libxcb-cursor.so.0, libxcb-icccm.so.4; on Debian and Ubuntu install them with: "
            "sudo apt-get install -y --no-install-recommends libxcb-cursor0 libxcb-icccm4"
        )
        assert not apt.exists()


def test_pytests_status_and_closing_line_are_kept(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("def test_one():\n    assert False\n", encoding="utf-8")
    # Run by the Python of this test: the checkout need not have been set up itself.
    script = (
        "import sys, dev\n"
        "from pathlib import Path\n"
        "class Borrowed(dev.Checkout):\n"
        "    python = Path(sys.executable)\n"
        "    def set_up(self, requirements): pass\n"
        "sys.exit(dev.main(sys.argv[1:], Borrowed(dev.ROOT)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "test", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "1 failed" in done.stdout.splitlines()[-1]


def test_messages_are_compiled_when_a_text_is_newer(tmp_path: Path, monkeypatch) -> None:
    po = tmp_path / "translations" / "ko" / "LC_MESSAGES" / "lupusdiary.po"
    shutil.copytree(ROOT / "translations" / "ko", tmp_path / "translations" / "ko")
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev.Checkout, "call", lambda self, *arguments: calls.append(arguments))
    mo = po.with_suffix(".mo")
    for age, expected in ((10, 1), (-10, 1), (10, 2)):
        mo.touch()
        os.utime(mo, (po.stat().st_mtime - age,) * 2)
        dev.Checkout(tmp_path).compile_messages()
        assert len(calls) == expected
    mo.unlink()
    dev.Checkout(tmp_path).compile_messages()
    assert len(calls) == 3


# A real environment and a real editable installation; only the downloads are borrowed: about ten seconds.
def test_a_folder_with_hangul_and_spaces_works(tmp_path: Path) -> None:
    folder = tmp_path / "사용자 이름" / "루푸스 일지"
    folder.mkdir(parents=True)
    for name in CHECKOUT:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for name in (*CHECKOUT_FILES, "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    script = tmp_path / "borrowing.py"
    script.write_text(
        "import sys\n"
        "sys.path[:0] = sys.argv[1:3]\n"
        "import dev\n"
        "from tests.environments import borrow_packages\n"
        "dev.Checkout.install_pins = lambda checkout, _: borrow_packages(checkout.site_packages)\n"
        "sys.exit(dev.main(sys.argv[3:]))\n",
        encoding="utf-8",
    )

    # The system's encoding has no Hangul, as that of Windows need not have it; what is borrowed may need it.
    encoding = "C" if sysconfig.get_path("purelib").isascii() else "C.UTF-8"
    here = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"LC_ALL": encoding}

    def started(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", script, folder, ROOT, "run", *arguments],
            cwd=folder.parent,
            capture_output=True,
            encoding="utf-8",
            env=here,
            check=False,
        )

    first = started("sample", "연습 일지.lupusdiary")
    assert first.returncode == 0, first.stderr
    assert (folder.parent / "연습 일지.lupusdiary").stat().st_size > 0
    assert (folder / "translations/ko/LC_MESSAGES/lupusdiary.mo").is_file()

    second = started("check", "연습 일지.lupusdiary")
    assert second.returncode == 0, second.stderr
    assert "Setting up" in first.stderr
    assert "Setting up" not in second.stderr
    where = subprocess.run(
        [program(folder / ".venv", "python"), "-c", "import lupusdiary; print(lupusdiary.__file__)"],
        cwd=folder.parent,
        capture_output=True,
        encoding="utf-8",
        env={**here, "PYTHONUTF8": "1"},
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(folder)


def test_every_verb_without_a_window_runs_without_a_display() -> None:
    assert set(VERBS) <= dev.WINDOWLESS


def test_what_stops_the_set_up_is_said_in_the_language_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sentence of `Stop` stands in both languages."""
    sources = [dev.ROOT / "dev.py", *sorted((dev.ROOT / ".ci").glob("*.py"))]
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Stop", "_stopping", "say"}:
                said = ast.unparse(node.args[0])
                bare = isinstance(node.args[0], ast.Constant | ast.JoinedStr) and "sentence" not in said
                assert not bare, f"{source.name}, line {node.lineno}: {said}"
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    with pytest.raises(dev.Stop, match=r"파이썬 3\.11 이상이 필요합니다\. 지금은 파이썬 3\.9입니다\.$"):
        dev.refuse_old_python((3, 9))


@pytest.mark.parametrize("language", ["en_US.UTF-8", "ko_KR.UTF-8"])
@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.ENOSPC, "No space left on device", "wheel"),
        PipFailed("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"),
        subprocess.CalledProcessError(1, "ensurepip", b"OSError: [Errno 28] No space left on device"),
    ],
)
def test_a_full_disk_is_one_sentence_in_both_languages(
    fault: Exception, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    for name in CHECKOUT_FILES:
        shutil.copy(ROOT / name, tmp_path)

    def fails(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setenv("LC_ALL", language)
    checkout = dev.Checkout(tmp_path)
    if isinstance(fault, subprocess.CalledProcessError):
        monkeypatch.setattr("venv.create", fails)
    else:
        monkeypatch.setattr(checkout, "_create_environment", lambda: None)
        monkeypatch.setattr("checkout.PinnedPackages.fetch", fails)
    assert dev.main(["check"], checkout) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    begins = (
        "The disk is full: the set-up needs about 1.5 GB. " if language == "en_US.UTF-8" else "디스크가 가득 "
    )
    assert said.startswith(begins)


def test_a_disk_that_only_reads_is_no_traceback(checkout: Rehearsal, monkeypatch, capsys) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", "lock")

    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr(checkout, "set_up", fails)
    assert dev.main(["check"], checkout) == 1
    assert "lock (Read-only file system)." in capsys.readouterr().err
