"""More lines and plans of the kinds of the fact base, read by the same rules."""

from __future__ import annotations

from typing import Any

import pytest

from lupusdiary.domain.medicines.quick_entry.answers import answered_steps
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.exchange.medicines.line_format import encode_line
from lupusdiary.exchange.medicines.taper_format import encode_taper
from tests.domain.medicines.vectors import rows


@pytest.mark.parametrize("row", rows("further_lines", "lines"))
def test_further_lines_of_envelopes_orders_and_own_words_are_read_by_the_same_rules(
    row: dict[str, Any],
) -> None:
    found = parse_line(row["line"])
    assert encode_line(found) == row["expect"]
    assert list(found.ask) == row["ask"]
    assert found.offer == row.get("offer", {})
    assert found.left_over == row.get("left_over")
    assert parse_taper(row["line"]) is None


@pytest.mark.parametrize("row", rows("further_lines", "tapers"))
def test_further_plans_are_spelled_out_only_as_far_as_they_are_said(row: dict[str, Any]) -> None:
    found = parse_taper(row["line"])
    assert found is not None
    answers = {name: value for name, value in (("hold", "next"), ("end", "0")) if name in found.ask}
    assert encode_taper(found, answered_steps(found, answers)) == row["expect"]
    assert list(found.ask) == row["ask"]
