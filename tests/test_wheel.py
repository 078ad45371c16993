"""The wheel carries resources and translations, and works where there is no checkout."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from tests.environments import new_environment, program

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index")
    _run(sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", folder, ROOT)
    return next(folder.glob("*.whl"))


def test_carries_everything_that_the_program_reads(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    resources = [file.relative_to(ROOT) for file in (ROOT / "resources").rglob("*") if file.is_file()]
    wanted = {file for file in resources if file.parts[1] != "pictures"}
    assert {f"lupusdiary/_share/{file.as_posix()}" for file in wanted} <= names
    assert not any("_share/resources/pictures" in name for name in names)
    assert "lupusdiary/_share/translations/ko/LC_MESSAGES/lupusdiary.mo" in names
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"lupusdiary"}


def test_ships_no_snomed_codes(wheel: Path) -> None:
    """Its codes need an affiliate licence; the name of a source that compares LOINC with it may stand."""
    codes = re.compile(rb'"[^"]*(snomed|sctid|concept_?id)[^"]*"\s*:|snomed\.info|\bsct\b', re.IGNORECASE)
    with ZipFile(wheel) as archive:
        texts = [name for name in archive.namelist() if not name.endswith((".ttf", ".otf", ".mo", ".svg"))]
        assert [name for name in texts if codes.search(archive.read(name))] == []


# A new environment with the wheel in it, and two verbs: about ten seconds.
def test_works_in_a_new_environment(wheel: Path, tmp_path: Path) -> None:
    python = new_environment(tmp_path / "environment")
    _run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    lupusdiary = program(tmp_path / "environment", "lupusdiary")

    where = _run(python, "-c", "from lupusdiary.resources import resource; print(resource())", cwd=elsewhere)
    assert Path(where.strip()).is_relative_to(tmp_path / "environment")
    _run(lupusdiary, "sample", "nurse.lupusdiary", "--until", "2026-11-22", cwd=elsewhere)
    _run(lupusdiary, "report", "nurse.lupusdiary", "--out", "page.pdf", "--language", "ko", cwd=elsewhere)
    text = PdfReader(elsewhere / "page.pdf").pages[0].extract_text()
    assert "피로" in text


def _run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
