"""A temperature in °C or °F and a weight in kg or lb: what is kept, what is shown, and what is asked back."""

from __future__ import annotations

import pytest

from lupusdiary.charts.score_panel import score_panel
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.typed_unit import FAHRENHEIT, POUND, checked_typed, parse_typed
from lupusdiary.language import Refusal, translator

EN = translator("en")
AMERICAN = SymptomCatalogue((), {"fever": FAHRENHEIT, "weight": POUND})


@pytest.mark.parametrize(
    ("item", "text", "prefers", "kept"),
    [
        ("fever", "98.6 F", "", (37.0, "98.6 [degF]")),
        ("fever", "98.6", FAHRENHEIT, (37.0, "98.6 [degF]")),
        ("fever", "100,4", FAHRENHEIT, (38.0, "100.4 [degF]")),
        ("fever", "37.2 °C", FAHRENHEIT, (37.2, None)),
        ("fever", "37.2도", "", (37.2, None)),
        ("fever", "37.2", "", None),
        ("weight", "130 lbs", "", (59.0, "130 [lb_av]")),
        ("weight", "130", POUND, (59.0, "130 [lb_av]")),
        ("weight", "59 kg", POUND, (59.0, None)),
        ("weight", "59", "", None),
        ("fatigue", "6", "", None),
    ],
)
def test_a_number_is_read_in_the_unit_that_is_written_or_preferred(
    item: str, text: str, prefers: str, kept: tuple[float, str | None] | None
) -> None:
    found = parse_typed(item, text, prefers)
    assert found == kept
    if found is not None and found[1] is not None:
        assert checked_typed(item, found[1], found[0]) == found[1]


def test_a_bare_number_that_was_meant_in_celsius_is_asked_about() -> None:
    with pytest.raises(Refusal, match=r"37\.2"):
        parse_typed("fever", "37.2", FAHRENHEIT)


def test_values_units_and_limits_are_shown_as_preferred() -> None:
    fever, weight = AMERICAN.get("fever"), AMERICAN.get("weight")
    assert fever.show(37.0, EN) == "98.6 °F"
    assert weight.show(59.0, EN) == "130.1 lb"
    assert SymptomCatalogue().get("fever").show(37.0, EN) == "37.0 °C"
    assert [item.scale.unit(EN) for item in AMERICAN.all if item.id in ("fever", "weight")] == ["°F", "lb"]
    with pytest.raises(Refusal) as refused:
        fever.check(50.0)
    assert "from 91 to 109" in EN.refusal(refused.value)


def test_a_chart_draws_the_preferred_unit() -> None:
    from datetime import date

    day = date(2026, 11, 22)
    panel = score_panel(AMERICAN.get("fever"), {day: 38.0}, EN)
    assert (panel.unit, panel.points[0].value) == ("°F", 100.4)
