"""What is public says in a sentence what it is for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [
    *sorted((ROOT / "lupusdiary").rglob("*.py")),
    *sorted((ROOT / ".ci").glob("*.py")),
    ROOT / "dev.py",
    ROOT / "hatch_build.py",
]
TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in SOURCES}
CLASSES = {
    node.name: node for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
}
# Named by Qt, which says what they are for; its other methods are known by their capitals.
_OF_QT = {"child", "data", "event", "flags", "invalidate", "paint", "parent", "state", "text"}


def test_everything_public_says_what_it_is_for() -> None:
    silent = [
        f"{file.relative_to(ROOT).as_posix()}:{node.lineno} {node.name}"
        for file, tree in TREES.items()
        for node in _public(tree)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def _public(tree: ast.Module) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _methods(node)


def _methods(of: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    """Its public methods but those that Qt or a class above it has said already what they are for."""
    above = {each.name for each in _above(of) for each in each.body if isinstance(each, ast.FunctionDef)}
    for node in of.body:
        if (
            isinstance(node, ast.FunctionDef)
            and not node.name.startswith("_")
            and node.name.islower()
            and node.name not in above | _OF_QT
            and not any(ast.unparse(each).endswith((".setter", "overload")) for each in node.decorator_list)
        ):
            yield node


def _above(of: ast.ClassDef) -> Iterator[ast.ClassDef]:
    for base in of.bases:
        name = ast.unparse(base.value if isinstance(base, ast.Subscript) else base).rpartition(".")[2]
        if name in CLASSES:
            yield CLASSES[name]
            yield from _above(CLASSES[name])
