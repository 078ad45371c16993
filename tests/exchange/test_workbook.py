"""Workbooks as spreadsheet programs write them, and as somebody who means harm does."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from lupusdiary.exchange.files import examine_file
from lupusdiary.exchange.medicines.dispensed_list import list_in_file
from lupusdiary.language import Refusal

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0.0_d"/>'
    '<numFmt numFmtId="165" formatCode="yyyy&quot;년&quot; m&quot;월&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    "</styleSheet>"
)


def told(text: str, at: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(row: str, space: str = MAIN) -> str:
    head = told("약품명", "A1") + told("조제일자", "B1") + told("1회투약량", "C1")
    return (
        f'<worksheet xmlns="{space}"><sheetData><row r="1">{head}</row><row r="2">{row}</row></sheetData>'
        "</worksheet>"
    )


def book(*sheets: tuple[str, str], properties: str = "") -> dict[str, str]:
    """The parts that say which sheets there are: each its state, and the part in which it lies."""
    listed = "".join(
        f'<sheet name="s{at}" sheetId="{at}" state="{state}" r:id="r{at}"/>'
        for at, (state, _) in enumerate(sheets)
    )
    links = "".join(f'<Relationship Id="r{at}" Target="{part}"/>' for at, (_, part) in enumerate(sheets))
    return {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_LINK}"><workbookPr {properties}/>'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
    }


ONE = book(("visible", "worksheets/sheet1.xml"))
ROW = told("소론도정 5mg", "A2") + '<c r="B2" s="1"><v>46000</v></c><c r="C2"><v>0.5</v></c>'


def packed(path: Path, parts: Mapping[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def with_row(path: Path, row: str, more: Mapping[str, str | bytes] = ONE) -> Path:
    return packed(path, {"xl/styles.xml": STYLES, "xl/worksheets/sheet1.xml": sheet(row), **more})


def row_of(path: Path) -> tuple[str, ...]:
    return list_in_file(path).rows[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list.xlsx"


@pytest.mark.parametrize(
    ("properties", "number", "day"),
    [
        ("", "46000", "2025-12-09"),
        ('date1904="1"', "44538", "2025-12-09"),
        ('date1904="true"', "0", "1904-01-01"),
        ('date1904="0"', "61", "1900-03-01"),
        ("", "59", "1900-02-28"),
        ("", "60", "60"),  # 29 February 1900 never was.
        ("", "0.75", "0.75"),
        ("", "2958466", "2958466"),
        ("", "46000.99999", "2025-12-09"),
    ],
)
def test_a_day_is_the_one_that_the_workbook_shows(path: Path, properties: str, number: str, day: str) -> None:
    row = told("소론도정", "A2") + f'<c r="B2" s="1"><v>{number}</v></c>'
    more = book(("visible", "worksheets/sheet1.xml"), properties=properties)
    assert row_of(with_row(path, row, more)) == ("소론도정", day)


@pytest.mark.parametrize("member", ["content.xml", "word/document.xml"])
def test_a_list_of_medicines_in_another_kind_of_file_is_told_what_it_is(tmp_path: Path, member: str) -> None:
    other = packed(tmp_path / "list.ods", {member: "<x/>"})
    with pytest.raises(Refusal, match=r"OpenDocument|Word"):
        list_in_file(other)


@pytest.mark.parametrize(("style", "shown"), [(2, "46000"), (3, "2025-12-09"), (99, "46000")])
def test_a_letter_that_is_no_part_of_a_format_makes_no_day(path: Path, style: int, shown: str) -> None:
    row = told("소론도정", "A2") + f'<c r="B2" s="{style}"><v>46000</v></c>'
    assert row_of(with_row(path, row)) == ("소론도정", shown)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("0.30000000000000004", "0.3"),
        ("2.9999999999999996", "3"),
        ("1E+2", "100"),
        ("1_0", "1_0"),
        ("1e400", "1e400"),
        ("nan", "nan"),
        ("-0", "0"),
    ],
)
def test_a_number_is_the_one_that_a_person_sees(path: Path, written: str, seen: str) -> None:
    row = told("소론도정", "A2") + f'<c r="B2"><v>{written}</v></c>'
    assert row_of(with_row(path, row)) == ("소론도정", seen)


def test_the_first_sheet_is_the_one_that_a_person_sees_first(path: Path) -> None:
    other = {"xl/worksheets/sheet2.xml": sheet(told("보이는 것", "A2"))}
    hidden = book(("hidden", "worksheets/sheet1.xml"), ("visible", "/xl/worksheets/sheet2.xml"))
    assert row_of(with_row(path, ROW, other | hidden)) == ("보이는 것",)
    turned = book(("visible", "worksheets/sheet2.xml"), ("visible", "worksheets/sheet1.xml"))
    assert row_of(with_row(path, ROW, other | turned)) == ("보이는 것",)


def test_a_workbook_of_the_strict_kind_is_read(path: Path) -> None:
    assert row_of(with_row(path, "", {**ONE, "xl/worksheets/sheet1.xml": sheet(ROW, STRICT)}))[2] == "0.5"


def test_what_stands_small_above_a_text_is_no_part_of_it(path: Path) -> None:
    texts = (
        f'<sst xmlns="{MAIN}"><si><t>소론도</t><rPh sb="0" eb="1"><t>x</t></rPh><r><t>정</t></r></si></sst>'
    )
    row = '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>7</v></c><c r="C2"><v>1</v></c>'
    assert row_of(with_row(path, row, {**ONE, "xl/sharedStrings.xml": texts})) == ("소론도정", "", "1")


def test_a_formula_without_its_result_is_not_taken_for_an_empty_cell(path: Path) -> None:
    row = told("소론도정", "A2") + '<c r="B2"><f>1/2</f></c>'
    with pytest.raises(Refusal, match="results were not saved"):
        list_in_file(with_row(path, row))
    assert row_of(with_row(path, row.replace("</f>", "</f><v>0.5</v>"))) == ("소론도정", "0.5")


def test_an_entity_is_resolved_in_no_encoding(path: Path) -> None:
    text = '<!DOCTYPE x [<!ENTITY a "b">]>' + sheet(told("&a;", "A2"))
    for coding in ("utf-8", "utf-16"):
        data = f'<?xml version="1.0" encoding="{coding}"?>{text}'.encode(coding)
        with pytest.raises(Refusal, match="cannot be read"):
            list_in_file(with_row(path, "", {**ONE, "xl/worksheets/sheet1.xml": data}))


@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_damage_of_a_packed_file_is_a_sentence(path: Path, how: int) -> None:
    parts = {"xl/styles.xml": STYLES, "xl/worksheets/sheet1.xml": sheet(ROW), **ONE, "diary.csv": "a,b\n" * 9}
    whole = packed(path, parts, how).read_bytes()
    said = set()
    for at in range(0, len(whole), 5):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        for read in (list_in_file, examine_file):
            try:
                read(path)
            except Refusal as refusal:
                said.add(refusal.message)
    assert said


def _many_members(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for at in range(30_000):
            archive.writestr(f"{at}", "")


BOMBS = {
    "cells": {"xl/worksheets/sheet1.xml": sheet("<c/>" * 9_000_000)},
    "deep": {"xl/worksheets/sheet1.xml": "<a>" * 5_000_000},
    "texts": {"xl/sharedStrings.xml": "<sst>" + "<si><t>x</t></si>" * 2_000_000},
    "attributes": {
        "xl/worksheets/sheet1.xml": sheet("<c " + "".join(f'a{at}="" ' for at in range(500_000)) + "/>")
    },
    "a little deep": {"xl/worksheets/sheet1.xml": "<a>" * 500_000},
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_small_file_never_takes_much_memory(path: Path, name: str) -> None:
    with_row(path, ROW, {**ONE, **BOMBS[name]})
    assert path.stat().st_size < 2_000_000
    tracemalloc.start()
    try:
        with pytest.raises(Refusal, match=r"too large|cannot be read"):
            list_in_file(path)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 100_000_000


def test_a_packed_file_of_very_many_members_is_refused_before_they_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    _many_members(path)
    for read in (list_in_file, examine_file):
        with pytest.raises(Refusal, match="cannot be read"):
            read(path)
