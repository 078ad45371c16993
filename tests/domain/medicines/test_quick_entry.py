"""One typed line becomes fields, what is uncertain is asked, and nothing is read into it silently."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.medicines.quick_entry.numbers import number_of
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.exchange.medicines.line_format import encode_line
from tests.domain.medicines.vectors import rows

_LINES = [row for row in rows("medicine_lines", "lines") if row.values[0]["source"] != "taper"]


@pytest.mark.parametrize("row", _LINES)
def test_a_line_is_read_as_the_vectors_say(row: dict[str, Any]) -> None:
    found = parse_line(row["line"])
    assert encode_line(found) == row["expect"]
    assert list(found.ask) == row["ask"]
    assert found.offer == row.get("offer", {})
    assert found.left_over is None
    assert parse_taper(row["line"]) is None


def _read(line: str) -> dict[str, Any]:
    """The fields, with what is asked and offered beside them."""
    found = parse_line(line)
    return encode_line(found) | {"ask": list(found.ask), "offer": found.offer}


def _pattern(line: str) -> Any:
    return _read(line).get("pattern")


@pytest.mark.parametrize(
    ("line", "name", "ingredient"),
    [
        ("유한메토트렉세이트정 2.5mg 6정 매주 수요일", "유한메토트렉세이트정", "methotrexate"),
        ("메틸프레드니솔론정 4mg 2정 매일", "메틸프레드니솔론정", "methylprednisolone"),
        ("아무개정5밀리그램(프레드니솔론) 1회 2정", "아무개정", "prednisolone"),
        ("아토르바스타틴칼슘정 10mg 1정 매일", "아토르바스타틴칼슘정", None),
        ("csa 100mg 1C bid", "csa", None),
        ("CsA 100mg 1C bid", "CsA", "cyclosporine"),
        ("FK506 0.5mg 3C bid", "FK506", "tacrolimus"),
        ("비타민B12 1정 하루 한 번", "비타민B12", None),
        ("오메가3 1캡슐 매일", "오메가3", None),
        ("비타민 D 1000 IU 1알 매일", "비타민 D", "calcium_vitd"),
        ("1회 2정 소론도정 5mg 하루 한 번", "소론도정", "prednisolone"),
        ("소론도정 (프레드니솔론 5mg) 2정 매일", "소론도정", "prednisolone"),
    ],
)
def test_the_name_stays_as_printed_and_the_ingredient_is_found(
    line: str, name: str, ingredient: str | None
) -> None:
    found = parse_line(line)
    assert (found.name, found.ingredient) == (name, ingredient)
    assert found.left_over is None


@pytest.mark.parametrize(
    ("line", "pattern"),
    [
        ("소론도 5mg 2T EOD", {"kind": "alternate_days"}),
        ("소론도 5mg 2T 이틀에 한 번", {"kind": "alternate_days"}),
        ("소론도 5mg 2T every 3 days", {"kind": "every_n_days", "days": 3}),
        ("MTX 10mg SC q1w Mon", {"kind": "weekly_once", "weekdays": ["mon"]}),
        ("포사맥스 70mg 1T once a week on Sunday", {"kind": "weekly_once", "weekdays": ["sun"]}),
        ("박트림 400/80 1T 주 3회(월수금)", {"kind": "weekdays", "weekdays": ["mon", "wed", "fri"]}),
        ("Furosemide 40 mg Mon/Wed/Fri", {"kind": "weekdays", "weekdays": ["mon", "wed", "fri"]}),
        ("엽산 1mg 1T 주말 빼고 매일", {"kind": "weekdays", "weekdays": ["mon", "tue", "wed", "thu", "fri"]}),
        ("IVIG 30g IV q4w", {"kind": "every_n_weeks", "weeks": 4}),
        ("휴미라 40mg SC 격주", {"kind": "every_n_weeks", "weeks": 2}),
        ("RTX 1g IV q2w x2", {"kind": "every_n_weeks", "weeks": 2, "occasions": 2}),
        ("졸레드론산주 5mg 정맥주사 1년마다", {"kind": "every_n_months", "months": 12}),
        ("악토넬정 150mg 1정 매월 15일", {"kind": "monthly", "day_of_month": 15}),
        ("솔루메드롤 1g IV x3d pulse", {"kind": "pulse", "days": 3}),
        ("타이레놀 500mg 1알 필요시 하루 최대 4알", {"kind": "as_needed", "most": 4, "most_unit": "tablet"}),
        (
            "Belimumab 480 mg IV weeks 0, 2, 4 then every 4 weeks",
            {"kind": "loading_then_interval", "weeks": 4, "first_weeks": [0, 2, 4]},
        ),
    ],
)  # fmt: skip
def test_an_interval_is_read_where_it_is_said(line: str, pattern: dict[str, Any]) -> None:
    assert _pattern(line) == pattern


@pytest.mark.parametrize("line", ["메토트렉세이트 12,5mg 주 1회", "소론도 20,15,10,5 mg 매일"])
def test_numbers_that_a_comma_may_part_or_join_are_left_to_the_person(line: str) -> None:
    found = _read(line)
    assert [(part.get("strength"), part.get("amount")) for part in found["parts"]] in ([], [(None, None)])


@pytest.mark.parametrize(
    ("amount", "read"),
    [("1/2", 0.5), ("0,5", 0.5), ("1.5000", 1.5), ("0,125", 0.125), ("1,5", None), ("1,000", None)],
)
def test_of_a_longer_number_in_a_list_no_part_is_the_amount(amount: str, read: float | None) -> None:
    found = _read(f"소론도정 5mg 투약량 {amount} 횟수 2 일수 28")
    assert [part.get("amount") for part in found["parts"]] == [read]
    assert ("amount" in found["ask"]) == (read is None)
    assert [part["times"] for part in found["parts"]] == [2]


@pytest.mark.parametrize(
    ("text", "number"),
    [("0,5", 0.5), ("1,5", 1.5), ("1,000", 1000), ("1,250.5", 1250.5), ("0,125", 0.125), ("1,00,0", None)],
)
def test_a_decimal_comma_is_none_of_thousands(text: str, number: float | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    "line",
    [
        "소론도정 5mg 1회 2정 1일 2회",
        "소론도정 5mg 2정 하루 두 번",
        "소론도정_(5mg/1정) 2 1 28",
        "소론도정 5mg 2정 아침 저녁",
        "소론도 하루 10mg",
    ],
)
def test_numbers_of_intakes_are_no_interval(line: str) -> None:
    assert "pattern" in _read(line)["ask"]
    assert _pattern(line) is None


@pytest.mark.parametrize("interval", ["qd", "매일", "격일", "q2w", "월수금", "1일 1회", "필요시", ""])
def test_methotrexate_is_asked_unless_it_is_weekly_and_daily_is_never_offered(interval: str) -> None:
    found = _read(f"MTX 2.5mg 4T {interval}")
    assert {"pattern", "weekday"} <= set(found["ask"])
    assert found["offer"]["pattern"] == "weekly_once"
    assert "pattern" not in found


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("소론도정 5mg 한 알 반 매일", 1.5),
        ("소론도정 5mg 반의반 알 매일", 0.25),
        ("소론도정 5mg 1/4정 매일", 0.25),
        ("소론도정 5mg 1½T qd", 1.5),
        ("소론도정 5mg 1과 1/2정 매일", 1.5),
        ("소론도정 5mg .5T qd", 0.5),
        ("소론도정 5mg 0,5정 매일", 0.5),
        ("소론도정 5mg 1,5정 매일", 1.5),
        ("셀셉트 1,000mg qd", 1000),
        ("Azathioprine 50 mg half a tablet at bedtime", 0.5),
        ("PDL 5mg 6T #3", 2),
        ("소론도정 5mg 30T qd", 30),
    ],
)
def test_an_amount_is_read(line: str, amount: float) -> None:
    assert _read(line)["parts"][0]["amount"] == amount


@pytest.mark.parametrize(
    "line",
    [
        "소론도 5mg 3T (10mg) qd",
        "PDL 12.5mg qd (5mg 2T)",
        "소론도정 5mg 1회 10mg 매일",
        "소론도정 5mg 2정 1정 매일",
    ],
)
def test_numbers_that_disagree_are_both_shown_and_asked(line: str) -> None:
    found = _read(line)
    assert found["ask"] == ["amount"]
    assert len(found["offer"]["amount"]) == 2
    assert "amount" not in found["parts"][0]


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("Warfarin 3mg Mon, Wed, Fri; 2mg other days", [3, 2]),
        ("와파린 3mg 월수금, 2mg 화목토일", [3, 2]),
        ("쿠마딘 5mg 월수금 1알, 화목토일 반 알", [1, 0.5]),
        ("PDL 10mg am 5mg pm", [10, 5]),
        ("PDL 아침 10mg 저녁 5mg", [10, 5]),
        ("소론도정 5mg 아침 2정, 점심 1정, 저녁 1정", [2, 1, 1]),
        ("PDL 5mg 1T + 1mg 2T qd", [1, 2]),
        ("HCQ 200/400mg 교대", [200, 400]),
        ("HCQ 200 mg one day, 400 mg the next", [200, 400]),
        ("HCQ 200mg one day 1T, next day 2T", [1, 2]),
        ("와파린 2mg 평일 1알 주말 1.5알", [1, 1.5]),
    ],
)
def test_several_amounts_are_several_parts(line: str, amounts: list[float]) -> None:
    assert [part["amount"] for part in _read(line)["parts"]] == amounts


def test_what_was_not_understood_is_left_over() -> None:
    assert parse_line("소론도정 5mg 2정 매일 특이사항").left_over == "특이사항"
    assert parse_line("조제일자 2026.13.45 소론도정 5mg 1정 매일").left_over == "조제일자 2026.13.45"
    assert parse_line("(28) 소론도정 5mg 1정 매일").note == "(28)"


def test_days_of_supply_of_an_interval_are_asked_unless_they_are_weeks() -> None:
    assert "days_meaning" in _read("소론도정 5mg 2정 격일 14일분")["ask"]
    assert "days_meaning" not in _read("소론도정 5mg 2정 격일 4주분")["ask"]
    assert "days_meaning" not in _read("소론도정 5mg 2정 매일 14일분")["ask"]


def test_a_steroid_by_vein_on_some_days_may_be_a_pulse() -> None:
    assert _read("Methylprednisolone 1 g IV daily for 3 days")["ask"] == ["pulse"]
    assert _read("솔루메드롤 500mg IV 3일간")["ask"] == ["pulse"]
    assert _read("솔루메드롤 125mg IV qd")["ask"] == []


def test_a_dose_by_body_size_derives_no_mg() -> None:
    assert "due_day_mg" not in _read("사이톡산 750mg/m2 IV monthly")
    assert "due_day_mg" not in _read("Belimumab 10 mg/kg IV q4w")


_WORDS = (
    *(
        "소론도정",
        "5mg",
        "1/0T",
        "2정",
        "매일",
        "(월)",
        "#3",
        "_(5mg/1정)",
        "1",
        "MTX",
        "bid",
        "~",
        "만",
        "½",
    ),
    *(
        "0",
        "시",
        "아침 1알",
        "저녁",
        "08:00",
        "월수금",
        "Mon",
        "나머지",
        ",",
        "/",
        "prn",
        "최대 3정",
        "q2w",
        "x6",
    ),
)


@given(st.text(max_size=60) | st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_no_text_at_all_is_a_fault(line: str) -> None:
    encode_line(parse_line(line))
    parse_taper(line)


@given(
    st.sampled_from([2.5, 5, 10, 0.5]),
    st.sampled_from([0.5, 1, 1.5, 2, 12]),
    st.integers(1, 4),
    st.sampled_from(["{a}정 매일 1일 {n}회", "1회 {a}정 1일 {n}회 매일", "{a}T 하루 {n}번 매일"]),
)
def test_strength_amount_and_times_make_the_day(strength: float, amount: float, times: int, how: str) -> None:
    found = parse_line(f"소론도정 {strength:g}mg " + how.format(a=f"{amount:g}", n=times))
    assert found.due_day_mg == pytest.approx(strength * amount * times)
    assert found.ask == ()


@pytest.mark.parametrize(
    "text",
    [
        "1" * 5000,
        "mon " * 1000,
        "1 and " * 800,
        "아침 1알 " * 600,
        "5mg 1주, " * 600,
        "(" * 5000,
        "월 " * 2000,
    ],
)
def test_a_text_without_end_is_read_up_to_one_line_and_the_rest_is_kept(text: str) -> None:
    assert len(parse_line(text).left_over or "") > 400
    parse_taper(text)


@pytest.mark.parametrize(
    ("line", "form", "route"),
    [
        ("이부프로펜 400mg 두통 시 1알", None, "oral"),
        ("휴미라펜 40mg SC 2주마다", "pen", "sc"),
        ("홍삼정 1포 매일 아침", "sachet", "oral"),
        ("탁센연질캡슐 250mg 1C bid", "capsule", "oral"),
        ("크리논질정 1정 매일", "vaginal_tablet", "vaginal"),
        ("나조넥스나잘스프레이 2흡입 매일", "nasal_spray", "nasal"),
        ("엔슈어 1병 하루 2번", None, None),
        ("벤리스타 120mg 4V IV q4w", "injection", "iv"),
    ],
)
def test_the_counted_unit_decides_the_form_unless_the_name_says_another_way(
    line: str, form: str | None, route: str | None
) -> None:
    found = parse_line(line)
    assert (found.form, found.route) == (form, route)


@pytest.mark.parametrize(
    ("line", "most", "asked"),
    [
        ("트라마돌 50mg 1T 1일 3회 필요시", 3, True),
        ("세레콕시브 200mg 1C bid prn", 2, True),
        ("졸피뎀 10mg 0.5T hs prn", None, False),
        ("지르텍 10mg 가려울 때 1알, 하루 1알까지", 1, False),
    ],
)
def test_times_of_an_as_needed_medicine_are_read_as_its_most_and_asked(
    line: str, most: float | None, asked: bool
) -> None:
    found = parse_line(line)
    assert (found.most, "most" in found.ask) == (most, asked)
    assert found.parts[0].times is None
