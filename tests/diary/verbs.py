"""Every verb of a diary that writes, found in the source: `days.record`, `merge`, `change_agreed` ..."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType

import lupusdiary.diary as package
from lupusdiary.diary import Diary
from lupusdiary.diary.nouns.nouns import Nouns

# What opens a write of the file.
_OPENS = {"writing", "unlogged", "aside"}


def _classes() -> dict[str, type]:
    """The classes of the nouns by name."""
    folder = Path(str(package.__file__)).parent
    found: dict[str, type] = {}
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder.parent.parent).with_suffix("").parts
        if parts[-1] != "__init__":
            module = import_module(".".join(parts))
            found |= {
                name: each
                for name, each in vars(module).items()
                if inspect.isclass(each) and each.__module__ == module.__name__
            }
    return found


def _nouns() -> Iterator[tuple[str, type]]:
    """The name under which each noun stands in a diary, and its class; of the diary itself no name."""
    known = _classes()
    yield "", Diary
    for owner in (Nouns, Diary):
        for name, member in vars(owner).items():
            made = getattr(member, "fget", None) or getattr(member, "func", None)
            of = str(getattr(made, "__annotations__", {}).get("return", ""))
            if of in known:
                yield name, known[of]


def _calls(function: FunctionType) -> set[tuple[str, str]]:
    """What it calls on itself or on what it holds: (of what, which)."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found.add((ast.unparse(node.func.value), node.func.attr))
    return found


def writing_verbs() -> frozenset[str]:
    """Those that open a write themselves or by another verb of theirs; what is done inside another's write,
    and says so, is none. Among them are the verbs that join several nouns."""
    methods: dict[tuple[type, str], set[tuple[str, str]]] = {}
    for _, noun in _nouns():
        for name, member in inspect.getmembers(noun, inspect.isfunction):
            methods[noun, name] = _calls(member)
    writing = {
        place
        for place, calls in methods.items()
        if any(of == "self._file" and name in _OPENS for of, name in calls)
    }
    names = {name for _, name in writing}
    grown = True
    while grown:
        grown = False
        for (noun, method), calls in methods.items():
            if (noun, method) not in writing and any(
                (of == "self" and (noun, name) in writing)
                or (of.startswith("self._") and of != "self._file" and name in names)
                or of == "story_telling"
                for of, name in calls
            ):
                writing.add((noun, method))
                names.add(method)
                grown = True
    return _joining() | {
        f"{noun}.{name}".lstrip(".")
        for noun, kind in _nouns()
        for of, name in writing
        if of is kind and not name.startswith("_") and not _is_inside(getattr(of, name))
    }


def _joining() -> frozenset[str]:
    folder = Path(str(package.__file__)).parent
    return frozenset(
        function.name
        for path in folder.rglob("*.py")
        for function in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(function, ast.FunctionDef)
        and any(
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "writing"
            and ast.unparse(node.func.value) == "diary"
            for node in ast.walk(function)
        )
    )


def _is_inside(verb: object) -> bool:
    said = inspect.getdoc(verb) or ""
    return "inside a write" in said or "inside its write" in said or "Part of a merge" in said
