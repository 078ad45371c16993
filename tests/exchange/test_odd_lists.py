"""Lists that are nearly right: what cannot be read for certain is refused, never taken for something else."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lupusdiary.exchange.files import examine_file
from lupusdiary.exchange.lists import csv_format
from lupusdiary.language import Refusal
from tests.exchange.full_contents import full_life

DAYS = "day,note\n2026-11-20,a\n{}\n2026-11-22,b\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


@pytest.mark.parametrize(
    "line", ['2026-11-21,"open', '2026-11-21,"open, ""twice""', '2026-11-21,"word" behind', '"2026-11-21,x']
)
def test_a_quotation_mark_that_is_not_closed_takes_no_line_into_its_cell(path: Path, line: str) -> None:
    path.write_text(DAYS.format(line), encoding="utf-8")
    with pytest.raises(Refusal, match="quotation mark") as why:
        examine_file(path)
    assert why.value.fields["line"] == 3


@pytest.mark.parametrize("line", ['2026-11-21,"a ""b"" c"', '2026-11-21,a "b" c', '2026-11-21,"two\nlines"'])
def test_a_quotation_mark_in_its_place_is_read(path: Path, line: str) -> None:
    path.write_text(DAYS.format(line), encoding="utf-8")
    assert len(examine_file(path).contents.days) == 3


@pytest.mark.parametrize("head", ["day,note", "day,note,,"])
@pytest.mark.parametrize("line", ["2026-11-21,tired, and sore", '2026-11-21, "tired, and sore"'])
def test_a_text_that_a_comma_cuts_is_not_kept_in_half(path: Path, head: str, line: str) -> None:
    path.write_text(DAYS.replace("day,note", head).format(line), encoding="utf-8")
    found = examine_file(path)
    assert [day.note for day in found.contents.days] == ["a", "b"]
    (fault,) = found.faults
    assert "quotation marks" in str(fault.why)
    assert fault.place.line == 3


def test_empty_cells_behind_the_headings_are_nothing(path: Path) -> None:
    path.write_text(DAYS.format("2026-11-21,c,, ,"), encoding="utf-8")
    found = examine_file(path)
    assert ([day.note for day in found.contents.days], found.faults) == (["a", "c", "b"], ())


@pytest.mark.parametrize(
    ("cell", "dose"),
    [('"1,250.5"', 1250.5), ('"1,000,000"', 1_000_000), ('"12,5"', 12.5), ('"0,125"', 0.125)],
)
def test_a_comma_of_thousands_is_no_decimal_comma(path: Path, cell: str, dose: float) -> None:
    path.write_text(f"day,kind,dose_mg\n2026-11-20,gc_pulse,{cell}\n", encoding="utf-8")
    assert [event.dose_mg for event in examine_file(path).contents.events] == [dose]


@pytest.mark.parametrize(
    "lines",
    ['day,kind,dose_mg\n2026-11-20,gc_pulse,"1,000"\n', 'day,symptom,value\n2026-11-20,weight,"1,000"\n'],
)
def test_a_number_that_can_be_a_thousand_or_one_is_refused(path: Path, lines: str) -> None:
    path.write_text(lines, encoding="utf-8")
    (fault,) = examine_file(path).faults
    assert (fault.why.fields["first"], fault.why.fields["second"]) == ("1000", "1")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_of_the_name_of_a_list_is_not_asked_whose_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "events.csv")
    with ThreadPoolExecutor(1) as other:
        done = other.submit(csv_format.write, full_life(), tmp_path)
        try:
            with pytest.raises(Refusal, match="not from this program"):
                done.result(timeout=30)
        finally:
            # Whoever waits for the pipe is let go.
            os.close(os.open(tmp_path / "events.csv", os.O_RDWR))


@pytest.mark.parametrize("text", ["doctor’s advice", "80 µmol/L", "“café”", "naïve – très"])
def test_a_western_text_is_not_read_as_korean(path: Path, text: str) -> None:
    path.write_bytes(DAYS.format(f"2026-11-21,{text}").encode("cp1252"))
    with pytest.raises(Refusal, match="Korean code page"):
        examine_file(path)


@pytest.mark.parametrize("text", ["가", "똠방각하 뷁", "80 µmol 이하", "병원 ‘나’"])
def test_a_korean_text_with_rare_syllables_is(path: Path, text: str) -> None:
    text = text.replace("µ", "μ")
    path.write_bytes(DAYS.format(f"2026-11-21,{text}").encode("cp949"))
    found = examine_file(path)
    assert found.contents.days[1].note == text
    assert found.said[0].fields["encoding"] == "CP949"


@pytest.mark.parametrize(
    ("item", "text", "value"), [("fever", "37.5도", 37.5), ("fever", "37.5 ℃", 37.5), ("weight", "60kg", 60)]
)
def test_a_value_in_the_unit_that_is_kept_may_say_so(path: Path, item: str, text: str, value: float) -> None:
    path.write_text(f"day,symptom,value\n2026-11-21,{item},{text}\n", encoding="utf-8")
    found = examine_file(path)
    assert not found.faults
    (day,) = found.contents.days
    assert (day.readings, day.entered) == ({item: value}, {})
