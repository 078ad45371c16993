from __future__ import annotations

import pytest

from lupusdiary.domain.typed_unit import checked_typed, parse_typed, show_typed
from lupusdiary.language import Refusal


@pytest.mark.parametrize("text", ["98.6F", "98.6 °F", "98.6 ℉", " 98.6 [degF] "])
def test_fahrenheit_is_kept_in_celsius_with_what_was_typed_beside_it(text: str) -> None:
    assert parse_typed("fever", text) == (37.0, "98.6 [degF]")
    assert checked_typed("fever", "98.6 [degF]", 37.0) == "98.6 [degF]"
    assert show_typed("98.6 [degF]") == "98.6 °F"


@pytest.mark.parametrize(("item", "text"), [("fever", "37.2"), ("fatigue", "6F"), ("weight", "98 F")])
def test_what_has_no_other_unit_is_not_converted(item: str, text: str) -> None:
    assert parse_typed(item, text) is None


@pytest.mark.parametrize(
    ("item", "typed", "value"),
    [
        ("fever", "98.6 [degF]", 38.0),
        ("fever", "98.6 [degF]", None),
        ("fever", "98.6 [degF]", True),
        ("fever", "98.6", 37.0),
        ("fever", "98.6 K", 37.0),
        ("weight", "98.6 [degF]", 37.0),
    ],
)
def test_what_does_not_say_the_same_is_refused(item: str, typed: str, value: float | None) -> None:
    with pytest.raises(Refusal):
        checked_typed(item, typed, value)
