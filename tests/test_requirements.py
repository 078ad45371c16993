"""The pins: complete, hashed, and without the address of an index."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from checkout import Checkout, is_whole

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
    """Where a package is needed may differ: the tests need some on more Pythons."""
    runtime, everything = (
        {name: {head.partition(";")[0].strip() for head in heads} for name, heads in _pins(file).items()}
        for file in FILES
    )
    assert runtime == {name: versions for name, versions in everything.items() if name in runtime}


# Where the program is to run: the newest patch release of each Python, on each system.
PYTHONS = ("3.11.15", "3.12.13", "3.13.13", "3.14.4")
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "darwin": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}
PLACES = {
    f"{python} on {system}": {
        **{name: str(value) for name, value in default_environment().items()},
        **values,
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "implementation_version": python,
    }
    for python in PYTHONS
    for system, values in SYSTEMS.items()
}
HERE = {name: str(value) for name, value in default_environment().items()}


def _holds(requirement: Requirement, place: dict[str, str], extra: str = "") -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**place, "extra": extra})


def _active(heads: list[str], place: dict[str, str]) -> dict[str, str]:
    """The version of each package that is installed in a place, of the lines of a requirements file."""
    found = [each for each in map(Requirement, heads) if _holds(each, place)]
    names = [canonicalize_name(each.name) for each in found]
    assert len(names) == len(set(names)), "a package is pinned twice"
    return {name: next(iter(each.specifier)).version for name, each in zip(names, found, strict=True)}


def _needs(
    versions: dict[str, str], roots: list[Requirement], place: dict[str, str]
) -> Iterator[Requirement]:
    """Every requirement of what is installed in a place, with those of the extras that are asked for.

    What a package needs is read from this environment; of a version that is not here it is not known.
    """
    waiting = [*roots, *map(Requirement, versions)]
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        yield wanted
        version, needed = _metadata(name)
        if version != versions.get(name):
            continue
        for extra in ("", *wanted.extras):
            if (name, extra) not in seen:
                seen.add((name, extra))
                waiting += [each for each in needed if _holds(each, place, extra)]


@cache
def _metadata(name: str) -> tuple[str, list[Requirement]]:
    """The version of a package here, and what it needs."""
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return "", []
    return found.version, [Requirement(text) for text in found.requires or []]


def _missing(file: str, heads: list[str], place: dict[str, str]) -> list[str]:
    """The requirements that the pins of a file do not answer in a place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    texts = [*project["project"]["dependencies"], *groups["build"]]
    if file == "requirements-dev.txt":
        texts += [text for text in groups["dev"] if isinstance(text, str)]
    versions = _active(heads, place)
    roots = [each for each in map(Requirement, texts) if _holds(each, place)]
    return [
        str(each)
        for each in _needs(versions, roots, place)
        if not each.specifier.contains(versions.get(canonicalize_name(each.name), "0"), prereleases=True)
        or canonicalize_name(each.name) not in versions
    ]


def _heads(file: str) -> list[str]:
    return [head for heads in _pins(file).values() for head in heads]


@pytest.mark.parametrize("file", FILES)
def test_whatever_a_pinned_package_needs_is_among_the_pins(file: str) -> None:
    heads = _heads(file)
    assert {name: lost for name, place in PLACES.items() if (lost := _missing(file, heads, place))} == {}


@pytest.mark.parametrize("file", FILES)
def test_what_is_pinned_for_this_place_is_what_was_looked_through(file: str) -> None:
    versions = _active(_heads(file), HERE)
    assert {name: importlib.metadata.version(name) for name in versions} == versions


@pytest.mark.parametrize("file", FILES)
def test_each_pin_is_needed_so_that_the_loss_of_any_is_noticed(file: str) -> None:
    heads = _heads(file)
    for head in heads:
        if _holds(Requirement(head), HERE):
            left = [each for each in heads if each != head]
            assert _missing(file, left, HERE), f"without {head} nothing would be amiss"


# pip 22.3 came with Python 3.11.0; it cannot run on a newer one.
@pytest.mark.long
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="pip 22.3 needs a Python before 3.12")
def test_the_oldest_pip_installs_the_pins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = Checkout(tmp_path)
    venv.create(place.environment, with_pip=True, symlinks=True)
    older = [str(place.python), "-m", "pip", "install", "--quiet", "pip==22.3"]
    subprocess.run(older, check=True)
    shutil.copy(ROOT / "requirements-dev.txt", tmp_path)
    asked = [str(place.python), "-m", "pip", "--version"]
    assert subprocess.run(asked, capture_output=True, encoding="utf-8").stdout.startswith("pip 22.3 ")
    place.install_pins("requirements-dev.txt")
    assert len(list(place.site_packages.glob("*.dist-info"))) >= len(
        _active(_heads("requirements-dev.txt"), HERE)
    )
    assert is_whole(place.site_packages)
    assert len(capsys.readouterr().err.splitlines()) < 100
