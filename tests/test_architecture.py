"""The rules of the house: who may import whom, and what the start of the window may not wait for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "lupusdiary").rglob("*.py"))
HEAVY = {"matplotlib", "numpy", "typst", "sqlite_utils", "babel", "PIL"}


def test_import_contracts_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_start_of_the_window_imports_nothing_heavy() -> None:
    script = f"import sys, lupusdiary.app; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_rooms_stay_small() -> None:
    lengths = {_name(file): len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [_name(f) for f in SOURCES if not ast.get_docstring(ast.parse(f.read_text(encoding="utf-8")))]
    assert silent == []


def test_charts_never_use_the_global_state_of_pyplot() -> None:
    users = [_name(file) for file in SOURCES if "pyplot" in _imported(file)]
    assert users == []


def test_only_the_clock_that_is_handed_in_tells_the_time() -> None:
    """`app` and `cli` make the clock; everything else gets it."""
    asking = [
        f"{_name(file)}:{node.lineno}"
        for file in SOURCES
        if file.relative_to(ROOT / "lupusdiary").parts[0] not in ("app.py", "cli.py", "cli")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _asks_the_wall_clock(node.func)
    ]
    assert asking == []


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _asks_the_wall_clock(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute):
        return False
    of = ast.unparse(function.value).rpartition(".")[2]
    return (of, function.attr) in {("datetime", "now"), ("datetime", "today"), ("date", "today")}


def _imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names.update(alias.name.rpartition(".")[2] for alias in node.names)
            names.update((getattr(node, "module", None) or "").split("."))
    return names
