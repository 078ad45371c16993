"""A taper as it was written: its rules, and the steps that they spell out as far as they were said."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from lupusdiary.domain.medicines.part import exact
from lupusdiary.language import Refusal

THIS, NEXT = "this", "next"
# More steps than any plan has: a rule that needs them was read wrongly, and its steps are asked.
_MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class TaperRule:
    """One rule: from an amount (None: from where the rule before ends) by so much every so many days or
    calendar months to an amount (None: not said). `days`: how long the first amount is kept."""

    start: float | None = None
    unit: str | None = None
    by: float | None = None
    every_days: int | None = None
    every_months: int | None = None
    to: float | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class TaperStep:
    """One step: an amount for days or calendar months; without either it goes on. No amount: not taken."""

    amount: float | None = None
    unit: str | None = None
    days: int | None = None
    months: int | None = None

    @property
    def is_none(self) -> bool:
        """Whether the medicine is not taken any more."""
        return self.amount is None


@dataclass(frozen=True, slots=True)
class ParsedTaper:
    """What a plan was read as. `kept` is a text that could not be spelled out; `last` what stands at its end:
    "stay", "stop" or nothing; `strength` the content in mg of what its steps count."""

    printed: str
    name: str | None = None
    ingredient: str | None = None
    rules: tuple[TaperRule, ...] = ()
    listed: tuple[TaperStep, ...] = ()
    last: str | None = None
    kept: str | None = None
    ask: tuple[str, ...] = ()
    offer: dict[str, Any] = field(default_factory=dict)
    strength: float | None = None

    def steps(self, hold: str | None = None, end: float | None = None) -> tuple[TaperStep, ...]:
        """The steps with what was answered; none while something that they need is still asked.

        `hold`: whether the amount at which a rule ends is kept this interval or the next one's. `end`: the
        amount of the last rule, 0 for a stop.
        """
        if self.listed:
            return self.listed
        if not self.rules or ("hold" in self.ask and hold is None) or ("end" in self.ask and end is None):
            return ()
        rules = list(self.rules)
        if rules[-1].to is None:
            last = rules[-1]
            rules[-1] = TaperRule(
                last.start, last.unit, last.by, last.every_days, last.every_months, end or 0, last.days
            )
        found = list(_spelled_out(rules, hold or NEXT, self.last))
        if len(found) > _MOST_STEPS:
            raise Refusal("These are more steps than a plan has: write them one by one.")
        return tuple(found)


def _spelled_out(rules: Sequence[TaperRule], hold: str, last: str | None) -> Iterator[TaperStep]:
    unit = rules[0].unit
    now = exact(rules[0].start or 0)
    for number, rule in enumerate(rules):
        final = number == len(rules) - 1
        target = exact(rule.to or 0) if rule.to else Fraction(0)
        by = exact(abs(rule.by or 0))
        if rule.days is not None:
            yield _step(now, unit, TaperRule(every_days=rule.days))
        elif number == 0 and rule.by is not None and now != target:
            yield _step(now, unit, rule)
        if not by:
            continue
        count = 0
        while now != target and count <= _MOST_STEPS:
            count += 1
            now = min(now + by, target) if now < target else max(now - by, target)
            if now != target:
                yield _step(now, unit, rule)
        if not final:
            # The amount at which a rule ends stands for its own interval, or for that of the rule to come.
            yield _step(now, unit, rules[number + 1] if hold == NEXT else rule)
        elif now == 0:
            yield TaperStep()
        elif last == "stop":
            yield _step(now, unit, rule)
            yield TaperStep()
        else:
            yield TaperStep(float(now), unit)


def _step(amount: Fraction, unit: str | None, rule: TaperRule) -> TaperStep:
    return TaperStep(float(amount), unit, rule.every_days, rule.every_months)


def dated(steps: Sequence[TaperStep], start: date) -> Iterator[tuple[date, date | None, TaperStep]]:
    """The first and last day of each step of a plan that begins on `start`; the last one may go on."""
    day = start
    for step in steps:
        if step.months is not None:
            following = _months_later(day, step.months)
        elif step.days is not None:
            following = day + timedelta(days=step.days)
        else:
            yield day, None, step
            return
        yield day, following - timedelta(days=1), step
        day = following


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, its last day where the month is shorter."""
    month = day.month - 1 + months
    year, number = day.year + month // 12, month % 12 + 1
    return date(year, number, min(day.day, calendar.monthrange(year, number)[1]))
