"""What a plan was read as, as plain JSON values: its rules, its steps, what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lupusdiary.domain.medicines.taper import ParsedTaper, TaperRule, TaperStep
from lupusdiary.exchange.plain_values import number

Plain = dict[str, Any]


def _filled(values: Plain) -> Plain:
    return {
        key: number(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
        for key, value in values.items()
        if value is not None
    }


def _rule(rule: TaperRule) -> Plain:
    return _filled(
        {
            "from": rule.start,
            "unit": rule.unit,
            "days": rule.days,
            "by": rule.by,
            "every_days": rule.every_days,
            "every_months": rule.every_months,
            "to": rule.to,
        }
    )


def encode_step(step: TaperStep) -> Plain:
    """One step; {"none": true} where the medicine is not taken any more."""
    if step.is_none:
        return {"none": True}
    return _filled({"amount": step.amount, "unit": step.unit, "days": step.days, "months": step.months})


def encode_taper(taper: ParsedTaper, steps: Sequence[TaperStep]) -> Plain:
    """The fields of a plan, and its steps as far as they are known."""
    found = _filled(
        {"name": taper.name, "ingredient": taper.ingredient, "kept": taper.kept, "strength": taper.strength}
    )
    if taper.rules:
        found["phases"] = [_rule(rule) for rule in taper.rules]
    if steps:
        found["steps"] = [encode_step(step) for step in steps]
    return found
