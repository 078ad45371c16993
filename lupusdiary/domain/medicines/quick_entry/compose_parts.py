"""The parts of a due day: what is a strength, what a count, what the dose itself."""

from __future__ import annotations

from lupusdiary.domain.medicines.catalogue import ingredients
from lupusdiary.domain.medicines.part import MOST_TIMES, DosePart, exact, mg_in
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.quick_entry.dose_tokens import Share
from lupusdiary.domain.medicines.quick_entry.forms import COUNTED_FORMS, unit_of_form
from lupusdiary.domain.medicines.quick_entry.line_draft import LineDraft
from lupusdiary.domain.medicines.quick_entry.names import listed_strengths
from lupusdiary.domain.medicines.quick_entry.numbers import Amount, CountedUnit, counted_unit


def shortest(value: float) -> int | float:
    """A number as it is shortest: 6 instead of 6.0."""
    return int(value) if float(value).is_integer() else value


def unit_name(printed: str | None, counted: CountedUnit | None) -> str | None:
    """The unit of a most: as printed, else what one intake counts."""
    if printed is None:
        return counted.unit if counted is not None else None
    if printed in {"회", "번"} or printed.casefold() == "times":
        return "time"
    return counted_unit(printed).unit


def composed_parts(draft: LineDraft) -> tuple[DosePart, ...]:
    """The parts, with what is asked of strength, amount and times noted in the draft."""
    times, at = _times(draft)
    if draft.shares:
        return _shared(draft, times, at)
    if draft.pairs:
        return tuple(
            DosePart(
                strength=pair.strength.value,
                unit=pair.strength.unit,
                amount=pair.count.value,
                amount_unit=pair.count.counted.unit if pair.count.counted is not None else None,
                times=times,
                at=at,
                product=_product(draft, number, pair.product),
            )
            for number, pair in enumerate(draft.pairs)
        )
    values = _values(draft)
    if draft.divided is not None and 1 <= draft.divided <= MOST_TIMES and values.amount is not None:
        # In Korean orders # divides the day's total: read so, and asked.
        share = exact(values.amount) / draft.divided
        if draft.interval.times != draft.divided or (4 * share).denominator == 1:
            # 1T tid #3 says three times of one: a third of a tablet is what nobody takes.
            values.amount = float(share)
        times, at = draft.divided, at if len(at) == draft.divided else ()
        draft.asked.add("amount")
        draft.asked.discard("times")
    return (
        DosePart(
            strength=values.strength,
            unit=values.unit,
            amount=values.amount,
            amount_unit=values.amount_unit,
            amount_to=values.amount_to,
            times=times,
            at=at,
            strength_text=draft.strength_text,
        ),
    )


def _product(draft: LineDraft, number: int, product: str | None) -> str | None:
    """The product of a part, where the line names more than one."""
    if not any(pair.product for pair in draft.pairs):
        return None
    return draft.name if number == 0 else product


def _times(draft: LineDraft) -> tuple[int | None, tuple[str, ...]]:
    """The number of intakes and their times of day; asked where neither intakes nor interval are said."""
    interval, at = draft.interval, draft.at
    if len(at) > MOST_TIMES:
        draft.asked.add("times")
        return None, ()
    if interval.kind == AS_NEEDED:
        return None, at
    said = draft.columns.times if draft.columns is not None else None
    times = said or draft.times or interval.times
    if times is not None and not 1 <= times <= MOST_TIMES:
        times = None
    if times is not None and at and len(at) != times:
        if said is None and draft.times is None:
            return len(at), at
        draft.asked.add("times")
        return times, ()
    if times is None and at:
        return len(at), at
    by_share = bool(draft.shares)
    if times is None and draft.day_total:
        draft.asked.add("times")
        return None, ()
    if times is None and (interval.kind is not None or interval.asked or by_share):
        return 1, at
    if times is None and draft.divided is None:
        draft.asked.add("times")
    return times, at


class _Values:
    """Strength and amount of the one part."""

    def __init__(self) -> None:
        self.strength: float | None = None
        self.unit: str | None = None
        self.amount: float | None = None
        self.amount_unit: str | None = None
        self.amount_to: float | None = None


def _values(draft: LineDraft) -> _Values:
    values = _Values()
    printed = draft.printed or draft.content
    if draft.made_of is not None and printed is not None:
        _set_strength(values, draft.made_of.strength, draft)
        _set_count(values, draft.made_of.count)
        _compare(draft, values, printed)
    elif draft.counts:
        if printed is not None:
            _set_strength(values, printed, draft)
        elif draft.strength_text is None:
            _ask_strength(draft)
        _set_count(values, draft.counts[0])
        _compare_counts(draft, values)
        for dose in draft.doses[:1]:
            _compare(draft, values, dose)
    elif draft.columns is not None and draft.columns.amount is not None:
        if printed is not None:
            _set_strength(values, printed, draft)
        _set_column(draft, values, draft.columns.amount)
    else:
        _only_number(draft, values, printed)
    return values


def _set_strength(values: _Values, printed: Amount, draft: LineDraft) -> None:
    values.strength, values.unit = printed.value, printed.unit
    if printed.unit is None:
        draft.asked.add("unit")
        draft.offer["unit"] = "mg"


def _set_count(values: _Values, count: Amount) -> None:
    values.amount, values.amount_to = count.value, count.to
    values.amount_unit = count.counted.unit if count.counted is not None else None


def _compare(draft: LineDraft, values: _Values, dose: Amount) -> None:
    """A dose beside a count: where they disagree, both are shown and asked."""
    mass, content = mg_in(dose.unit), mg_in(values.unit)
    if mass is None or content is None or values.strength is None or values.amount is None:
        return
    counted = exact(values.strength) * exact(values.amount) * content
    if counted != exact(dose.value) * mass:
        draft.asked.add("amount")
        draft.offer["amount"] = [shortest(values.amount), f"{shortest(dose.value)} {dose.unit}"]
        values.amount = values.amount_unit = values.amount_to = None


def _compare_counts(draft: LineDraft, values: _Values) -> None:
    """Two different counts that nothing tells apart: both are shown and asked."""
    said = list(dict.fromkeys(count.value for count in draft.counts))
    if draft.dashed is not None:
        draft.asked.add("amount")
        values.amount = values.amount_to = None
    elif len(said) > 1:
        draft.asked.add("amount")
        draft.offer["amount"] = [shortest(value) for value in said]
        values.amount = values.amount_to = None


def _set_column(draft: LineDraft, values: _Values, amount: float) -> None:
    """The first number of a row: what it counts is asked for creams and for what is measured in mL."""
    unit: str | None = None
    if draft.columns is not None and draft.columns.unit:
        unit = counted_unit(draft.columns.unit).unit
    elif draft.content is not None and draft.content.counted_of is not None:
        unit = draft.content.counted_of.unit
    elif values.unit is None or not values.unit.endswith("/mL"):
        unit = unit_of_form(draft.form)
    if unit is None or unit == "mL":
        draft.asked.add("amount")
        return
    values.amount, values.amount_unit = amount, unit


def _only_number(draft: LineDraft, values: _Values, printed: Amount | None) -> None:
    """A number without a count: the strength of a counted form, else the dose."""
    said = [each for each in (printed, *draft.doses) if each is not None]
    if draft.doses and len({(each.value, each.unit) for each in said}) > 1:
        # Which of two numbers is the dose is not said.
        draft.asked.add("amount")
        draft.offer["amount"] = [f"{shortest(each.value)} {each.unit or ''}".strip() for each in said]
        return
    if draft.doses:
        values.amount, values.unit = draft.doses[0].value, draft.doses[0].unit
        return
    if printed is None:
        if draft.route != "topical":
            draft.asked.add("amount")
        return
    if printed.unit is not None and (printed.unit == "%" or printed.unit.endswith("/mL")):
        values.strength, values.unit = printed.value, printed.unit
        if draft.route != "topical":
            draft.asked.add("amount")
        return
    if draft.form in COUNTED_FORMS and not draft.day_total and draft.divided is None:
        _counted_form(draft, values, printed)
        return
    values.amount, values.unit = printed.value, printed.unit
    if printed.unit is None:
        draft.asked.add("unit")
        draft.offer["unit"] = "mg"


def _counted_form(draft: LineDraft, values: _Values, printed: Amount) -> None:
    mass = mg_in(printed.unit)
    listed = listed_strengths(draft.named, draft.form)
    if mass is not None and listed and float(exact(printed.value) * mass) not in listed:
        draft.asked.add("strength_or_dose")
        draft.offer["strength_or_dose"] = shortest(printed.value)
        return
    _set_strength(values, printed, draft)
    draft.asked.add("amount")


def _ask_strength(draft: LineDraft) -> None:
    """Tablets of a known ingredient, or of a class: how much is in one."""
    counted = draft.counts[0].counted if draft.counts else None
    if not draft.counts and draft.shares:
        counted = draft.shares[0].amount.counted
    solid = counted is not None and counted.unit in {"tablet", "capsule", "sachet"}
    known = draft.named.ingredient in ingredients()
    if not solid or not (known or draft.named.asked):
        return
    draft.asked.add("strength")
    listed = listed_strengths(draft.named, draft.form)
    if listed:
        draft.offer["strength"] = [shortest(each) for each in listed]
        draft.offer["unit"] = "mg"


def _shared(draft: LineDraft, times: int | None, at: tuple[str, ...]) -> tuple[DosePart, ...]:
    """Amounts that differ by time of day, weekday or turn."""
    printed = draft.printed or draft.content
    if draft.shares[0].amount.is_count and printed is None and draft.strength_text is None:
        _ask_strength(draft)
    return tuple(_share_part(draft, share, times, at) for share in draft.shares)


def _share_part(draft: LineDraft, share: Share, times: int | None, at: tuple[str, ...]) -> DosePart:
    printed = draft.printed or draft.content
    counted = share.amount.counted
    own_at = share.at or at
    strength = printed if counted is not None else None
    return DosePart(
        strength=strength.value if strength is not None else None,
        unit=(strength.unit if strength is not None else None) if counted is not None else share.amount.unit,
        amount=share.amount.value,
        amount_unit=counted.unit if counted is not None else None,
        times=len(own_at) or times or 1,
        at=own_at,
        weekdays=share.weekdays,
        turn=share.turn,
        strength_text=draft.strength_text,
    )
