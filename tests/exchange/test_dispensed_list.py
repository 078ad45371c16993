"""Lists of dispensed medicines: pasted, CSV and Excel; what is hostile or too large stays out."""

from __future__ import annotations

import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from lupusdiary.domain.medicines.quick_entry.dispensed import (
    DispensedRow,
    may_be_daily,
    medicine_of_row,
    read_row,
    said_interval,
)
from lupusdiary.exchange.medicines.dispensed_list import (
    RawList,
    dispensed_rows,
    guessed_columns,
    list_in_file,
    pasted_list,
)
from lupusdiary.exchange.workbook import is_workbook
from lupusdiary.language import Refusal

HEAD = "조제일자\t조제기관\t약품코드\t약품명\t1회 투약량\t1일 투여횟수\t총 투약일수"
PASTED = f"""나의 투약 이력
{HEAD}
2026-09-08\t가상약국\t645301220\t소론도정(프레드니솔론)_(5mg/1정)\t1.5\t1\t28
\t\t\t메토트렉세이트정 2.5mg\t4\t1\t4
2026.10.06\t가상약국\t\t할록신정200mg\t1\t2\t28
합계\t\t\t\t\t\t"""


def test_a_pasted_table_is_read_by_its_heading_below_what_stands_above_it() -> None:
    raw = pasted_list(PASTED)
    assert raw.head == tuple(HEAD.split("\t"))
    rows, left_out = dispensed_rows(raw, guessed_columns(raw.head))
    assert [(row.on, row.name) for row in rows] == [
        (date(2026, 9, 8), "소론도정(프레드니솔론)_(5mg/1정)"),
        (date(2026, 9, 8), "메토트렉세이트정 2.5mg"),
        (date(2026, 10, 6), "할록신정200mg"),
    ]
    assert left_out == 1
    assert [read_row(row).due_day_mg for row in rows] == [7.5, 10, 400]
    assert [said_interval(row) for row in rows] == [None, None, None], "numbers say no interval"
    assert [may_be_daily(row) for row in rows] == [True, False, True]


def test_an_empty_first_cell_of_a_table_with_bars_moves_no_column() -> None:
    raw = pasted_list("| 조제일 | 약품명 | 1회량 |\n| 2026-09-08 | 소론도정 | 2 |\n|  | 할록신정 | 1 |\n")
    rows, left_out = dispensed_rows(raw, guessed_columns(raw.head))
    assert [(row.name, row.amount) for row in rows] == [("소론도정", "2"), ("할록신정", "1")]
    assert left_out == 0


def test_signs_that_stand_for_many_letters_are_read_in_no_time() -> None:
    begun = time.process_time()
    for _ in range(10):
        read_row(DispensedRow("\ufdfa" * 400, date(2026, 9, 8)))
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("cells", ["소론도정 5mg\t3-0-2\t\t7\t", "소론도정 5mg\t\t\t7\t3-0-2 식후"])
def test_a_schedule_of_morning_noon_and_evening_is_read(cells: str) -> None:
    raw = pasted_list(f"조제일자\t약품명\t투약량\t횟수\t일수\t용법\n2026-09-08\t{cells}")
    (row,), _ = dispensed_rows(raw, guessed_columns(raw.head))
    (period,) = medicine_of_row(row, "daily").periods
    assert [(part.amount, part.at) for part in period.parts] == [(3.0, ("morning",)), (2.0, ("evening",))]
    assert (period.supply_days, period.note) == (7, None)


def test_a_row_is_planned_from_its_day_of_dispensing_and_never_taken() -> None:
    rows, _ = dispensed_rows(pasted_list(PASTED), guessed_columns(pasted_list(PASTED).head))
    first = medicine_of_row(rows[0], "daily")
    (period,) = first.periods
    assert (first.name, first.ingredient) == ("소론도정", "prednisolone")
    assert (period.planned, period.start, period.end) == (True, date(2026, 9, 8), date(2026, 10, 5))
    assert (period.dispensed_on, period.pharmacy, period.supply_days) == (date(2026, 9, 8), "가상약국", 28)
    (weekly,) = medicine_of_row(rows[1], "mon").periods
    assert (weekly.pattern.weekdays, weekly.end, weekly.supply_days) == (("mon",), None, 4)


@pytest.mark.parametrize("head", ["약품명\t용법", "조제일\t1회량"])
def test_a_list_without_names_or_days_says_which_column_is_wanted(head: str) -> None:
    raw = pasted_list(f"{head}\na\tb")
    with pytest.raises(Refusal, match="Choose the column"):
        dispensed_rows(raw, guessed_columns(raw.head))


def test_a_csv_of_a_korean_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("조제일자,약품명,1회투약량\r\n2026-09-08,소론도정 5mg,2\r\n".encode("cp949"))
    assert list_in_file(path) == RawList(
        ("조제일자", "약품명", "1회투약량"), (("2026-09-08", "소론도정 5mg", "2"),)
    )


_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_SHEET = f"""<worksheet {_SPACE}><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>약품명</t></is></c></row>
<row r="2"><c r="A2" s="1"><v>46273</v></c><c r="C2" t="s"><v>1</v></c><c r="D2"><v>2</v></c></row>
</sheetData></worksheet>"""
_STYLES = f'<styleSheet {_SPACE}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
_TEXTS = f"<sst {_SPACE}><si><t>조제일자</t></si><si><r><t>소론도정</t></r><r><t> 5mg</t></r></si></sst>"


def _workbook(path: Path, sheet: str = _SHEET) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", f"<workbook {_SPACE}/>")
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        archive.writestr("xl/styles.xml", _STYLES)
        archive.writestr("xl/sharedStrings.xml", _TEXTS)
    return path


def test_the_first_sheet_of_a_workbook_is_read_with_its_days(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "list.xlsx")
    assert is_workbook(path)
    raw = list_in_file(path)
    assert raw.head == ("조제일자", "", "약품명")
    assert raw.rows == (("2026-09-08", "", "소론도정 5mg", "2"),)


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>',
        "<worksheet><unclosed>",
        "",
        f"<worksheet {_SPACE}>" + '<row><c r="A1"><v>1</v></c></row>' * 20_001 + "</worksheet>",
        "<worksheet>" + " " * 41_000_000 + "</worksheet>",
    ],
)
def test_a_hostile_or_broken_workbook_is_refused_in_one_sentence(tmp_path: Path, sheet: str) -> None:
    with pytest.raises(Refusal, match=r"cannot be read|too large"):
        list_in_file(_workbook(tmp_path / "list.xlsx", sheet))


def test_a_list_that_is_too_long_is_refused() -> None:
    with pytest.raises(Refusal, match="too large"):
        pasted_list("약품명\n" + "a\n" * 5_001)
