"""What is answered to the questions of a line or a plan, beyond those of the fact base."""

from __future__ import annotations

import pytest

from lupusdiary.domain.medicines.quick_entry.answers import answered, answered_steps
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.exchange.medicines.line_format import encode_line
from lupusdiary.language import Refusal


def test_the_first_day_is_a_day_from_which_the_interval_is_counted() -> None:
    line = parse_line("소론도 5mg 2T qod")
    assert encode_line(line)["pattern"] == {"kind": "alternate_days"}
    told = encode_line(answered(line, {"first_day": "2026-11-02"}))
    assert told["pattern"] == {"kind": "alternate_days", "anchor": "2026-11-02"}
    with pytest.raises(Refusal):
        answered(line, {"first_day": "월요일쯤"})


def test_what_is_used_as_needed_has_its_printed_most_and_no_number_of_intakes() -> None:
    line = parse_line("타이레놀 650 하루 3번까지")
    told = encode_line(answered(line, {"unit": "mg", "pattern": "as_needed", "times": "1"}))
    assert told["pattern"] == {"kind": "as_needed", "most": 3, "most_unit": "time"}
    assert told["parts"] == [{"unit": "mg", "amount": 650}]
    daily = encode_line(answered(line, {"unit": "mg", "pattern": "daily", "times": "1"}))
    assert daily["pattern"] == {"kind": "daily"}


def test_a_plan_that_was_not_understood_takes_its_steps_as_text() -> None:
    taper = parse_taper("20 mg에서 2주마다 10%씩 줄임")
    assert taper is not None
    steps = answered_steps(taper, {"steps": "20mg 2주, 18mg 2주, 16mg"})
    assert [(each.amount, each.days) for each in steps] == [(20, 14), (18, 14), (16, None)]
    for text in ("조금씩", "20 mg에서 2주마다 5%씩 줄임"):
        with pytest.raises(Refusal, match="Write the steps"):
            answered_steps(taper, {"steps": text})
