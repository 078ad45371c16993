"""Whatever stands in a field of a TOML file of the library: it is read, or refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.education.content.article_file import read_with_faults
from lupusdiary.education.content.content_fault import ContentFault, ContentFaults
from lupusdiary.education.content.drawing import read_drawing
from lupusdiary.education.content.glossary import read_glossary
from lupusdiary.education.content.sources import read_sources
from lupusdiary.education.content.text_file import read_text, read_toml
from lupusdiary.education.content.toml_table import Lines, TomlTable
from lupusdiary.education.sessions.session_file import read_session
from lupusdiary.resources import resource

STRANGE = (
    '""', '" "', "7", "-1", "1.5", "true", "[]", '["a"]', "[1]", '[""]', "{}", "{ a = 1 }", "[[1]]",
    "[{ a = 1 }]", "2026-11-22", "2026-11-22T10:00:00", "1026-01-01", '"http://x"', "99999999",
)  # fmt: skip
TEXT = 'top = "x"\n\n[[step]]\nkind = "quiz"\n\n[[step]]\nkind = "slide"\n["A1"]\nurl = ""\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "drawing.svg").write_bytes(resource("figures", "b_cell.svg").read_bytes())
    return tmp_path


def _faults(path: Path) -> list[ContentFault]:
    if path.suffix == ".md":
        return read_with_faults(read_text(path), path)[1]
    if path.name == "glossary.toml":
        return read_glossary(path)[1]
    if path.name == "sources.toml":
        return read_sources(path)[1]
    if path.name == "drawing.toml":
        return read_drawing(path.with_suffix(".svg"))[1]
    try:
        read_session(read_text(path), path)
    except ContentFault as fault:
        return [fault]
    return []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("en/fatigue.md", "articles/en/fatigue.md"),
        ("glossary.toml", "glossary.toml"),
        ("sources.toml", "articles/sources.toml"),
        ("drawing.toml", "figures/b_cell.toml"),
        ("own.lupussession", "sessions/1_first_visit.toml"),
    ],
)
def test_a_value_of_any_kind_in_any_field_is_read_or_refused_with_its_line(
    own: Path, name: str, source: str
) -> None:
    path = own / name
    path.parent.mkdir(exist_ok=True)
    text = read_text(resource(*source.split("/")), 400_000)
    lines = text.split("\n")[:40] + (["+++", "## A {#a}", "", "x"] if path.suffix == ".md" else [])
    keys = [at for at, line in enumerate(lines) if line[:1].isalpha() and " = " in line]
    refused = 0
    for at in keys:
        for value in STRANGE:
            key = lines[at].partition(" = ")[0]
            path.write_text("\n".join([*lines[:at], f"{key} = {value}", *lines[at + 1 :]]), encoding="utf-8")
            faults = _faults(path)
            refused += bool(faults)
            assert all(fault.line <= len(lines) for fault in faults if fault.path == path)
    assert refused > len(keys)


def test_a_key_and_a_table_are_found_on_their_lines() -> None:
    lines = Lines(TEXT, first=2)
    assert (lines.of("top"), lines.of("step"), lines.of("step", 1), lines.of("A1")) == (2, 4, 7, 9)
    assert (lines.within("step", 1, "kind"), lines.within("step", 0, "article")) == (8, 4)
    assert lines.of("nowhere") == 2


def test_a_value_is_of_one_kind_only_and_a_field_that_nobody_asked_for_is_known() -> None:
    faults = ContentFaults(Path("a.toml"))
    text = "whole = true\nday = 2026-11-22T10:00:00\nname = 7\nother = 1\n"
    table = TomlTable(read_toml(text, faults.path), faults, Lines(text).of)
    assert (table.whole("whole", range(9)), table.words("name"), table.texts("none")) == (None, "", ())
    assert (table.get("day", str), table.get("left_out", str, "absent")) == (None, "absent")
    assert [(fault.line, fault.why.message) for fault in faults.found] == [
        (1, "“{name}” must be a whole number."),
        (3, "“{name}” is missing: write {example} here."),
    ]
    assert list(table.unknown()) == ["other"]


def test_every_fault_of_a_word_is_said(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text('[[term]]\nid = "B"\nko = 1\nen = "b"\ndefinition_ko = "c"\n', encoding="utf-8")
    terms, faults = read_glossary(path)
    assert (terms, [fault.line for fault in faults]) == ([], [3, 1, 1])
