"""What was answered to what a line or a plan asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from lupusdiary.domain.medicines.catalogue import ingredients
from lupusdiary.domain.medicines.medicine import ROUTES
from lupusdiary.domain.medicines.part import WEEKDAYS, DosePart
from lupusdiary.domain.medicines.pattern import AS_NEEDED, KINDS, ON_WEEKDAYS, PULSE, WEEKLY_ONCE
from lupusdiary.domain.medicines.quick_entry.interval import LOADING, SaidInterval
from lupusdiary.domain.medicines.quick_entry.names import named_ingredient
from lupusdiary.domain.medicines.quick_entry.numbers import number_of
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.domain.medicines.quick_entry.parsed_line import QUESTIONS, ParsedLine
from lupusdiary.domain.medicines.taper import NEXT, THIS, ParsedTaper, TaperStep
from lupusdiary.domain.period import parse_day
from lupusdiary.language import Refusal

# The medicine is of no ingredient that the fact base knows.
NO_INGREDIENT = "none"
# The amounts and their times of day are as they were read.
AS_READ = "as_read"
_Apply = Callable[[ParsedLine, str], ParsedLine]


def answered(line: ParsedLine, answers: Mapping[str, str]) -> ParsedLine:
    """The line with the answers filled in; what it asks stays named. Raises `Refusal` for no answer to it.

    The meaning of the days and what D/C stood for change nothing of the fields.
    """
    for name, value in answers.items():
        if name not in QUESTIONS:
            raise Refusal("“{name}” is not asked of a line.", name=name[:40])
        if name == "weekday" and answers.get("pattern", WEEKLY_ONCE) not in {WEEKLY_ONCE, ON_WEEKDAYS}:
            # Daily can be chosen for what is usually weekly: then no weekday makes it weekly again.
            continue
        line = _APPLY.get(name, _unchanged)(line, value)
    if line.interval is not None and line.interval.kind == AS_NEEDED:
        # What is used as needed has no number of intakes a day.
        line = _parts(line, lambda part: replace(part, times=None))
    return line


def as_dose(line: ParsedLine) -> ParsedLine:
    """A number alone read as the dose, not as the content of a tablet: so people say how much was taken."""
    if "strength_or_dose" in line.ask:
        return answered(line, {"strength_or_dose": "dose"})
    if "amount" in line.ask and len(line.parts) == 1 and line.parts[0].strength is not None:
        (part,) = line.parts
        dose = replace(part, strength=None, amount=part.strength, amount_unit=None)
        return replace(line, parts=(dose,), ask=tuple(name for name in line.ask if name != "amount"))
    return line


def answered_steps(taper: ParsedTaper, answers: Mapping[str, str]) -> tuple[TaperStep, ...]:
    """The steps of a plan with the answers. Raises `Refusal` for an answer that is none."""
    for name in answers:
        if name not in QUESTIONS:
            raise Refusal("“{name}” is not asked of a line.", name=name[:40])
    if "steps" in answers and "steps" in taper.ask:
        written = parse_taper(answers["steps"])
        if written is None or "steps" in written.ask:
            raise Refusal("Write the steps, e.g. 15 mg 2 weeks, 10 mg 2 weeks, then 5 mg.")
        return answered_steps(written, {name: value for name, value in answers.items() if name != "steps"})
    hold = answers.get("hold")
    if hold is not None and hold not in {THIS, NEXT}:
        raise Refusal("“{field}” must be one of {words}.", field="hold", words=f"{THIS}, {NEXT}")
    end = answers.get("end")
    return taper.steps(hold, None if end is None else _end(end))


def _end(text: str) -> float:
    """Down to which amount; 0 or stop is a stop."""
    return 0 if text.strip() in {"0", "stop", "중단"} else _amount(text)


def _amount(text: str) -> float:
    value = number_of(text)
    if value is None:
        raise Refusal("“{text}” is not an amount. Write it as 2, 0.5 or 1/4.", text=text[:40])
    return value


def _parts(line: ParsedLine, change: Callable[[DosePart], DosePart]) -> ParsedLine:
    return replace(line, parts=tuple(change(part) for part in line.parts))


def _unchanged(line: ParsedLine, _value: str) -> ParsedLine:
    return line


def _pattern(line: ParsedLine, value: str) -> ParsedLine:
    if value not in (*KINDS, LOADING):
        raise Refusal("“{kind}” is not a schedule that is known here.", kind=value[:40])
    said = line.interval or SaidInterval()
    return replace(line, interval=replace(said, kind=value, asked=False))


def _ingredient(line: ParsedLine, value: str) -> ParsedLine:
    """An id of the fact base, or a name that it knows."""
    if value == NO_INGREDIENT:
        return replace(line, ingredient=None)
    found = value if value in ingredients() else named_ingredient(value, None, value).ingredient
    if found is None:
        raise Refusal("“{text}” is no ingredient that is known here.", text=value[:40])
    return replace(line, ingredient=found)


def _weekday(line: ParsedLine, value: str) -> ParsedLine:
    days = tuple(day for day in WEEKDAYS if day in value.replace(",", " ").split())
    if not days:
        raise Refusal("“{field}” must be one of {words}.", field="weekday", words=", ".join(WEEKDAYS))
    said = line.interval or SaidInterval(WEEKLY_ONCE)
    kind = WEEKLY_ONCE if len(days) == 1 and said.kind != ON_WEEKDAYS else ON_WEEKDAYS
    return replace(line, interval=replace(said, kind=kind, weekdays=days))


def _times(line: ParsedLine, value: str) -> ParsedLine:
    times = number_of(value)
    if times is None or not float(times).is_integer():
        raise Refusal("Write how many times a day, 1 to 24.")
    return _parts(line, lambda part: replace(part, times=int(times), at=()))


def _first_day(line: ParsedLine, value: str) -> ParsedLine:
    day = parse_day(value)
    return line if line.interval is None else replace(line, interval=replace(line.interval, anchor=day))


def _route(line: ParsedLine, value: str) -> ParsedLine:
    if value not in ROUTES:
        raise Refusal("“{field}” must be one of {words}.", field="route", words=", ".join(ROUTES))
    return replace(line, route=value)


def _pulse(line: ParsedLine, value: str) -> ParsedLine:
    if value not in {"yes", "true", "pulse"}:
        return line
    said = SaidInterval(PULSE, days=line.supply_days)
    return replace(line, interval=said, pulse_days=line.supply_days, supply_days=None)


def _strength_or_dose(line: ParsedLine, value: str) -> ParsedLine:
    """strength=10, or dose=10, of the number that was offered."""
    offered = line.offer.get("strength_or_dose")
    if value not in {"strength", "dose"} or offered is None:
        words = "strength, dose"
        raise Refusal("“{field}” must be one of {words}.", field="strength_or_dose", words=words)
    if value == "dose":
        return _parts(line, lambda part: replace(part, amount=offered, unit="mg"))
    return _parts(line, lambda part: replace(part, strength=offered, unit="mg"))


_APPLY: dict[str, _Apply] = {
    "ingredient": _ingredient,
    "strength": lambda line, value: _parts(
        line, lambda part: replace(part, strength=_amount(value), unit=part.unit or "mg")
    ),
    "unit": lambda line, value: _parts(line, lambda part: replace(part, unit=value)),
    "amount": lambda line, value: (
        line if value == AS_READ else _parts(line, lambda part: replace(part, amount=_amount(value)))
    ),
    "times": _times,
    "first_day": _first_day,
    "route": _route,
    "pattern": _pattern,
    "weekday": _weekday,
    "most": lambda line, value: replace(line, most=_amount(value)),
    "pulse": _pulse,
    "strength_or_dose": _strength_or_dose,
}
