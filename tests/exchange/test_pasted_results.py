"""A table that is pasted: a value stands in the column of the results, or nowhere."""

from __future__ import annotations

import time

import pytest

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.exchange.pasted_results import MOST_LINES, read_pasted
from lupusdiary.language import Refusal

CATALOGUE = AnalyteCatalogue()


def read(*lines: str) -> list[tuple[str, str, str]]:
    """Value, unit and range of each line, with tabs for bars."""
    pasted = read_pasted("\n".join(line.replace("|", "\t") for line in lines), CATALOGUE.match_label)
    return [(line.value, line.unit, line.range_text) for line in pasted.lines]


C3, C4 = ("62", "mg/dL", "90-180"), ("", "mg/dL", "10-40")


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("검사명|결과|단위|참고치", "C3|62|mg/dL|90-180", "C4||mg/dL|10-40"),
        ("검사명|참고치|단위|결과", "C3|90-180|mg/dL|62", "C4|10-40|mg/dL|"),
        ("검사명|결과|이전결과|단위|참고치", "C3|62|70|mg/dL|90-180", "C4||12|mg/dL|10-40"),
        ("검사명|이전결과|결과|단위|참고치", "C3|70|62|mg/dL|90-180", "C4|12||mg/dL|10-40"),
        ("검사명|검사일자|결과|단위|참고치", "C3|20261120|62|mg/dL|90-180", "C4|20261120||mg/dL|10-40"),
        ("검사명|검체|방법|결과|단위|참고치", "C3|Serum|TIA|62|mg/dL|90-180", "C4|Serum|TIA||mg/dL|10-40"),
        ("Test|Flag|Result|Units|Reference range", "C3|L|62|mg/dL|90-180", "C4|||mg/dL|10-40"),
        ("코드|검사명|결과|판정|단위|정상범위", "L3|C3|62|L|mg/dL|90-180", "L4|C4|||mg/dL|10-40"),
        ("검사명|이전결과|결과|단위|참고치", "C3|70|▼|62|mg/dL|90-180", "C4|12|↑||mg/dL|10-40"),
        ("검사명|2026-11-20|단위|참고치", "C3|62|mg/dL|90-180", "C4||mg/dL|10-40"),
    ],
)
def test_the_heading_says_where_the_result_stands(heading: str, first: str, second: str) -> None:
    assert read(heading, first, second) == [C3, C4]


def test_a_test_without_its_result_gets_neither_the_unit_nor_the_range_nor_the_last_result() -> None:
    assert read("C4||mg/dL|10-40") == [C4]
    assert read("C4||10-40|mg/dL") == [C4]
    assert read("C3|62|mg/dL|90-180", "Hb|11.2|g/dL|12-16", "C4||12|10-40")[2] == ("", "", "10-40")


def test_results_of_several_days_are_asked_about() -> None:
    assert read("검사명|2026-09-01|2026-11-20", "C3|70|62") == [("", "", "")]
    assert read("검사명|결과|결과|단위", "C3|70|62|mg/dL")[0][0] == ""


@pytest.mark.parametrize(
    "heading",
    [
        "검사항목|26.11.20|26.09.01",
        "검사항목|26-11-20|26-09-01",
        "|2026.11.20 09:12|2026.09.01 08:30",
        "항목|11월 20일|9월 1일",
        "Test|2026-11-20(금)|2026-09-01(화)",
    ],
)
def test_days_are_days_however_a_heading_writes_them(heading: str) -> None:
    assert read(heading, "C3|70|62", "C4|12|9") == [("", "", "")] * 2


def test_a_test_that_is_listed_with_other_days_is_asked_about() -> None:
    assert read("2026-11-20|Hb|10.9", "2026-09-01|Hb|11.5") == [("", "", "")] * 2
    reported = read(
        "검사일|검사명|결과|보고일", "2026-11-20|Hb|10.9|2026-11-20", "2026-11-20|C3|62|2026-11-22"
    )
    assert reported == [("10.9", "", ""), ("62", "", "")], "only the report came later"
    twice = read("2026-11-20 08:10|WBC|3.2|2026-11-20", "2026-11-20 08:40|WBC|12|2026-11-22")
    assert [value for value, _, _ in twice] == ["3.2", "12"], "blood and urine of one day"


def test_a_range_with_a_point_in_it_is_no_day() -> None:
    assert read("Hb|11.2|g/dL|12.5-16") == [("11.2", "g/dL", "12.5-16")]


@pytest.mark.parametrize("heading", ["", "검사명|결과|단위|검사명|결과|단위"])
def test_tables_that_stand_side_by_side_are_both_read(heading: str) -> None:
    lines = ("Hb|10.9|g/dL|AST|25|U/L", "PLT|98|10^3/μL|ALT|31|U/L", "C3|62|mg/dL|||")
    assert read(*filter(None, [heading]), *lines) == [
        *(("10.9", "g/dL", ""), ("98", "10^3/μL", ""), ("62", "mg/dL", "")),
        *(("25", "U/L", ""), ("31", "U/L", "")),
    ]


def test_a_name_in_another_language_is_no_second_table() -> None:
    assert read("1|혈색소|Hb|10.9|g/dL", "2|혈소판|PLT|98|10^3/μL") == [
        ("10.9", "g/dL", ""),
        ("98", "10^3/μL", ""),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "혈색소|B1010|Hb|10.9|g/dL",
        "혈색소|LHB0101|10.9|g/dL",
        "혈색소||B1010|10.9|g/dL",
        "Hb|10.9|g/dL|B1010",
    ],
)
def test_an_order_code_is_no_value(line: str) -> None:
    assert read(line) == [("10.9", "g/dL", "")]
    other = line.replace("혈색소", "혈소판").replace("Hb", "PLT").replace("g/dL", "10^3/μL")
    assert read(line, other)[0] == ("10.9", "g/dL", "")
    assert read("C4|L310||mg/dL") == [("", "mg/dL", "")], "nor where no value stands"


@pytest.mark.parametrize(
    "line",
    [
        "혈색소|1010|Hb|10.9",
        "혈소판|150|PLT|98",
        "혈색소|3110A|Hb|10.9",
        "혈색소|L01|Hb|10.9",
        "C3|31100|62|mg/dL",
    ],
)
def test_what_may_be_a_code_or_the_value_is_left_for_the_person(line: str) -> None:
    assert [value for value, _, _ in read(line)] == [""]
    assert [value for value, _, _ in read(line, line)] == ["", ""]


def test_a_large_number_alone_and_one_that_its_unit_explains_are_values() -> None:
    assert read("C3|31100|mg/dL")[0][0] == "31100", "the sheet asks whether that is right"
    assert read("WBC|3200|/μL|4000-10000")[0][0] == "3200"
    assert read("WBC|3200|3100|/μL")[0][0] == "3200"
    assert read("혈색소|10.9|Hb|g/dL|12-16") == [("10.9", "g/dL", "12-16")]


@pytest.mark.parametrize(
    "heading",
    [
        *("검사명|결과|단위|하한|상한", "검사명|결과|단위|참고치 하한|참고치 상한"),
        "검사명|결과|단위|참고치(하한)|(상한)",
        *("검사명|결과|단위|최소|최대", "Test|Result|Unit|Low|High", "Test|Result|Unit|Ref. Low|Ref. High"),
        *("Test|Result|Unit|Lower limit|Upper limit", "Test|Result|Unit|Reference (low)|Reference (high)"),
    ],
)
def test_limits_in_two_columns_are_the_range_between_them(heading: str) -> None:
    assert read(heading, "C3|62|mg/dL|90|180", "C4|12|mg/dL||40", "Hb||g/dL|12|16", "PLT|98||450|150") == [
        *(C3, ("12", "mg/dL", ""), ("", "g/dL", "12-16"), ("98", "", "")),
    ]


def test_limits_in_one_column_or_without_a_heading_stay_as_they_are() -> None:
    assert read("검사명|결과|단위|참고치(하한-상한)", "C3|62|mg/dL|90-180") == [C3]
    assert read("C3|62|mg/dL|90|180") == [("62", "mg/dL", "")]
    assert read("검사명|하한|결과|상한|참고치", "C3|90|62|180|88-201") == [("62", "", "88-201")]


@pytest.mark.parametrize("label", ["Hb(EDTA)", "Hb (Sysmex)", "Protein(dip)", "dsDNA(항체)", "C3(C4)"])
def test_a_label_with_words_in_brackets_that_nobody_knows_is_asked_about(label: str) -> None:
    (line,) = read_pasted(f"{label}\t3.2\n", CATALOGUE.match_label).lines
    assert (line.certain, line.value) == (False, "3.2")
    assert line.tests


def test_a_specimen_or_a_day_without_a_heading_is_no_value() -> None:
    assert read("C3|Serum|62|mg/dL") == [("62", "mg/dL", "")]
    assert read("C3|2026-11-20|62|mg/dL") == [("62", "mg/dL", "")]
    assert read("C3|검체부족|mg/dL") == [("검체부족", "mg/dL", "")], (
        "a word where no value stands is what is printed"
    )
    assert read("C3|6Z|70|mg/dL")[0][0] == "6Z", "what has a digit is asked about, and not passed over"


def test_a_counted_range_is_a_value_of_the_tests_that_are_counted() -> None:
    assert read("요침사 RBC|5-9|/HPF|0-4", "C4|10-40|mg/dL")[1] == ("", "mg/dL", "10-40")


def test_unseen_signs_of_a_page_are_no_part_of_a_value() -> None:
    assert read("C3|\u200b62|mg/dL", "\ufeffC4|12\u200b|mg/dL") == [("62", "mg/dL", ""), ("12", "mg/dL", "")]


@pytest.mark.parametrize("text", ["C3 " + "가 " * 20_000, "C3\t" + "1 " * 20_000, "1\n" * (MOST_LINES + 1)])
def test_what_is_no_sheet_by_its_size_is_refused_at_once(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(Refusal, match="too large for one laboratory sheet"):
        read_pasted(text, CATALOGUE.match_label)
    assert time.process_time() - begun < 2


def test_the_longest_sheet_is_read_in_no_time() -> None:
    begun = time.process_time()
    read_pasted("\n".join(["C3 " + "가 " * 900] * MOST_LINES), CATALOGUE.match_label)
    assert time.process_time() - begun < 5
