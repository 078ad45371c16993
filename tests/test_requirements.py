"""The pins: complete, hashed, and without the address of an index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
FILES = ("requirements.txt", "requirements-dev.txt")


def _pins(file: str) -> dict[str, set[str]]:
    """The pinned requirements of a file by package, each with its marker."""
    pins: dict[str, set[str]] = {}
    for block in re.split(r"\n(?=\S)", (ROOT / file).read_text(encoding="utf-8").strip()):
        head, *hashes = [part.strip() for part in block.split("\\\n")]
        assert hashes, head
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes), head
        requirement = Requirement(head)
        assert [s.operator for s in requirement.specifier] == ["=="], head
        pins.setdefault(canonicalize_name(requirement.name), set()).add(head)
    return pins


@pytest.mark.parametrize("file", FILES)
def test_every_pin_has_hashes_and_no_index_is_named(file: str) -> None:
    assert _pins(file)
    assert re.findall(r"(?i)https?:|pypi|index", (ROOT / file).read_text(encoding="utf-8")) == []


def test_what_the_project_needs_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    runtime = [*project["project"]["dependencies"], *groups["build"]]
    everything = [*runtime, *(text for text in groups["dev"] if isinstance(text, str))]
    assert set(project["build-system"]["requires"]) == set(groups["build"])
    for file, wanted in zip(FILES, (runtime, everything), strict=True):
        pins = _pins(file)
        for requirement in map(Requirement, wanted):
            heads = pins.get(canonicalize_name(requirement.name), set())
            versions = [next(iter(Requirement(head).specifier)).version for head in heads]
            assert versions, f"{file} does not pin {requirement}"
            assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_tests_run_with_the_versions_that_the_program_has() -> None:
    assert _pins("requirements.txt").items() <= _pins("requirements-dev.txt").items()
