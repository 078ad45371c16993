"""The rules of the house: who may import whom, and what the start of the window may not wait for."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TypeGuard

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from lupusdiary.diary import create_diary

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "lupusdiary").rglob("*.py"))
HEAVY = {"matplotlib", "numpy", "typst", "sqlite_utils", "babel", "PIL"}


def test_import_contracts_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_file_imports_itself_by_way_of_others() -> None:
    """An import within a function, made for a quicker start, may close no circle either."""
    modules = {
        _module(file): _imported_names(ast.parse(file.read_text(encoding="utf-8"))) for file in SOURCES
    }
    graph = {
        module: {whole for name in names for whole in (name, name.rpartition(".")[0]) if whole in modules}
        for module, names in modules.items()
    }
    # A package's face hands on what stands in it.
    within = {name: {to for to in others if not name.startswith(f"{to}.")} for name, others in graph.items()}
    TopologicalSorter(within).prepare()


def test_start_of_the_window_imports_nothing_heavy(tmp_path: Path) -> None:
    """Today is on the screen, with a diary that was opened; charts, papers and articles are not there yet,
    and the binding has read the source of no module."""
    script = f"""
import linecache, os, sys
from pathlib import Path
import lupusdiary.app as app
from lupusdiary.resources import clinical
from lupusdiary.ui.today.page import TodayPage
def look():
    app.QApplication.processEvents()
    [page] = [each for each in app.QApplication.allWidgets() if isinstance(each, TodayPage)]
    print(page.isVisible() and page.notes is not None, clinical.cache_info().currsize)
    rooms = {{f"lupusdiary.{{room}}" for room in ("charts", "report", "education", "exchange")}}
    print(*sorted(({HEAVY!r} | rooms) & set(sys.modules)))
    print(*(name for name in linecache.cache if "lupusdiary" in name), flush=True)
    os._exit(0)
app.QApplication.exec = staticmethod(look)
app.run(Path(sys.argv[1]), "ko")
"""
    path = tmp_path / "diary.lupusdiary"
    create_diary(path, None, lambda: datetime(2026, 11, 22, 21, tzinfo=UTC)).close()
    places = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA")}
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    # Three small catalogues are read, never the large one of laboratory tests: items, vital signs and danger.
    assert done.stdout.splitlines() == ["True 3", "", ""]


def test_rooms_stay_small() -> None:
    lengths = {_name(file): len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


# What fits on a screen.
_MOST_LINES = 52
# What is long because it is one list, and would not be read better in pieces.
_LISTS = {
    "lupusdiary/exchange/decode.py decode",  # Every part of a document.
    "lupusdiary/queries/visit_summary.py visit_summary_of",  # Every part of the page.
    "lupusdiary/storage/migrations.py migrate",  # Every migration.
    "lupusdiary/ui/frame/about.py content",
    "lupusdiary/ui/frame/help.py content",
}


def test_a_function_is_seen_at_once() -> None:
    long = {
        f"{_name(file)} {node.name}"
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= _MOST_LINES
    }
    assert long == _LISTS


def test_no_folder_is_a_drawer() -> None:
    modules = Counter(file.parent for file in SOURCES if file.name != "__init__.py")
    assert {_name(folder): number for folder, number in modules.items() if number > 28} == {}


def test_one_name_is_one_class() -> None:
    trees = [(file, ast.parse(file.read_text(encoding="utf-8"))) for file in SOURCES]
    classes: dict[str, list[str]] = {}
    for file, tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                classes.setdefault(node.name, []).append(_name(file))
    assert {name: files for name, files in classes.items() if len(files) > 1} == {}


# What was once called by a word of our own, and the standard one.
_STANDARD = {
    "Surroundings": "UiContext",
    "Desk": "AppController",
    "Copies": "ImportExport",
    "Door": "StartScreen",
    "Rooms": "Repositories",
    "Haystack": "Corpus",
    "Slips": "typos",
    "Looks": "Theme",
    "Wish": "SessionAction",
    "Reading": "Parsed*, for what was read of a text",
}


def test_standard_words_stand_in_the_names_of_classes_and_modules() -> None:
    """A reading is a recorded score: nothing else is called so."""
    words = "|".join([*_STANDARD, *(word.lower() for word in _STANDARD)])
    private = re.compile(rf"(?:^|_|(?<=[a-z]))(?:{words})(?=$|_|[A-Z])")
    named = {f"{_name(file)} {name}" for file in SOURCES for name in (file.stem, *_class_names(file))}
    ours = {each for each in named if private.search(each.rpartition(" ")[2])}
    # The minutes that it takes to read an article.
    assert ours == {"lupusdiary/education/content/reading_time.py reading_time"}


def _function_names(file: Path) -> list[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def test_a_style_is_set_and_not_worn() -> None:
    """Qt's own verbs: a style is set, applied, polished."""
    private = re.compile(r"(?:^|_)(?:wear|wears|dress)(?=$|_)")
    found = {
        _name(file): [name for name in _function_names(file) if private.search(name)] for file in SOURCES
    }
    assert {file: names for file, names in found.items() if names} == {}


def test_a_signal_that_asks_is_called_as_qt_calls_it() -> None:
    asking = re.compile(r"^\s+(\w*(?:wanted|wished|told|worn)) = Signal\(", re.MULTILINE)
    found = {_name(file): asking.findall(file.read_text(encoding="utf-8")) for file in SOURCES}
    assert {file: names for file, names in found.items() if names} == {}


def test_only_discard_takes_a_widget_from_its_parent() -> None:
    users = [_name(file) for file in SOURCES if "setParent(None)" in file.read_text(encoding="utf-8")]
    assert users == ["lupusdiary/ui/widgets/discard.py"]


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


def test_only_one_room_writes_files_beside_the_diary_itself() -> None:
    """Whole or not at all, and never in the place of a diary: `whole_file` sees to both."""
    writing = [
        f"{_name(file)}:{node.lineno}"
        for file in SOURCES
        if _name(file) != "lupusdiary/whole_file.py" and not _name(file).startswith("lupusdiary/storage/")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _writes_a_file(node)
    ]
    assert writing == []


def test_the_window_calls_nothing_by_a_name_in_a_string() -> None:
    """Commands and motions have their types; only fields of a record are gone through by name."""
    by_name = {
        _name(file)
        for file in SOURCES
        if file.is_relative_to(ROOT / "lupusdiary" / "ui")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id in {"getattr", "setattr", "hasattr", "methodcaller"}
    }
    assert by_name == {
        "lupusdiary/ui/labs/sheet_draft.py",  # What is typed in a row, kept and put back.
        "lupusdiary/ui/urgent/safety_card.py",  # The lines of the card and their fields.
    }


# What Qt calls by these names, and what is called by a name that stands in a table of strings.
_CALLED_BY_QT = {
    "actionNames", "childCount", "createEditor", "expandingDirections", "indexOfChild",
    "minimumHeightForWidth", "nativeEventFilter", "nextCheckState", "paintSection", "setEditorData",
    "setModelData", "updateEditorGeometry",
}  # fmt: skip


def test_nothing_is_there_that_nobody_uses() -> None:
    """Every function, method, class, field and constant is mentioned somewhere in the program itself: what
    only tests use is dead. Handlers are Qt's, pages are found by their names."""
    defined: dict[str, str] = {}
    mentioned: set[str] = set()
    for file in SOURCES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        mentioned |= _mentioned(tree)
        defined |= {name: _name(file) for name in _defined(tree) if not name.endswith(("Event", "Page"))}
    unused = {name: file for name, file in defined.items() if name not in mentioned | _CALLED_BY_QT}
    assert unused == {}


def test_no_function_of_a_module_is_used_by_tests_alone() -> None:
    """As above, but a name that others have too does not hide it: it must be imported, or used beside it."""
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in SOURCES}
    imported = {name for tree in trees.values() for name in _imported_names(tree)}
    unused = []
    for file, tree in trees.items():
        if file.is_relative_to(ROOT / "lupusdiary" / "cli") or file.name == "__init__.py":
            continue
        module = _module(file)
        for at, node in enumerate(tree.body):
            if isinstance(node, ast.FunctionDef) and f"{module}.{node.name}" not in imported:
                beside = ast.Module([*tree.body[:at], *tree.body[at + 1 :]], [])
                if node.name not in _mentioned(beside):
                    unused.append(f"{module}.{node.name}")
    assert unused == []


# Where a time passes in a test, and what for: never so that something may be ready by then.
_PASSING_TIME = {
    "tests/end_to_end/at_spi.py": "between two looks",
    "tests/end_to_end/window_killing.py": "until a program is killed",
    "tests/shots.py": "pictures, no test",
    "tests/shots_session.py": "pictures, no test",
    "tests/storage/killing.py": "until a program is killed",
    "tests/storage/test_interruptions.py": "until a program is killed",
    "tests/ui/base/test_worker.py": "threads that meet at random",
    "tests/ui/frame/test_drafts.py": "between two looks",
    "tests/ui/safety/test_one_window.py": "between two looks",
    "tests/ui/shell.py": "between two looks",
    "tests/ui/two_displays.py": "between two looks",
    "tests/ui/visit/test_page.py": "clicks that come while a page is made",
}


def test_no_test_waits_for_a_time_to_pass() -> None:
    """It would pass or fail by what else the machine has to do: `settle` and `waitUntil` wait for a cause."""
    passing = re.compile(r"\bqtbot\.wait\(|\bqWait\(|\bsleep\(|\bsettle\(\d")
    files = [file for file in (ROOT / "tests").rglob("*.py") if "benchmarks" not in file.parts]
    found = {_name(file) for file in files if passing.search(file.read_text(encoding="utf-8"))}
    assert found - {_name(Path(__file__).resolve())} == set(_PASSING_TIME)


def test_no_wait_has_a_deadline_of_its_own() -> None:
    """One deadline stands in `conftest`, long enough for any machine: it is reached where the cause never
    comes."""
    waits = {"waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"}
    own = [
        f"{_name(file)}:{call.lineno}"
        for file in (ROOT / "tests").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in waits
        and any(keyword.arg == "timeout" for keyword in call.keywords)
    ]
    assert own == []


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _class_names(file: Path) -> list[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def _module(file: Path) -> str:
    return _name(file).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _asks_the_wall_clock(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute):
        return False
    of = ast.unparse(function.value).rpartition(".")[2]
    return (of, function.attr) in {("datetime", "now"), ("datetime", "today"), ("date", "today")}


def _writes_a_file(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    words = [each.value for each in (*call.args, *(k.value for k in call.keywords)) if _is_word(each)]
    modes = {word for word in words if 0 < len(word) <= 3 and set(word) <= set("rwaxbt+")}
    if name == "open":
        return any(set(mode) & set("wax+") for mode in modes)
    return name in {"write_bytes", "write_text", "QSaveFile", "QPdfWriter"}


def _defined(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    bodies = [tree.body, *(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
    for node in (node for body in bodies for node in body):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {
                each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)
            }
    return {name for name in names if not name.startswith("__")}


def _mentioned(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            names.add(node.attr)
        elif isinstance(node, ast.keyword) and node.arg:
            names.add(node.arg)
        elif _is_word(node):
            names.add(node.value)
    return names


def _imported_names(tree: ast.Module) -> set[str]:
    """Every name that a module takes from another one, with its module."""
    names: set[str] = set()
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
            modules |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            names.add(f"{modules[node.value.id]}.{node.attr}")
    return names


def _is_word(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names.update(alias.name.rpartition(".")[2] for alias in node.names)
            names.update((getattr(node, "module", None) or "").split("."))
    return names
