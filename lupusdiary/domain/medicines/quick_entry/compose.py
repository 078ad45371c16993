"""Puts together what was read of a line: the parts of a due day, the interval, what is asked and offered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lupusdiary.domain.medicines.catalogue import GLUCOCORTICOID, METHOTREXATE, ingredients
from lupusdiary.domain.medicines.pattern import (
    ALTERNATE_DAYS,
    ALTERNATING_DOSES,
    AS_NEEDED,
    DAILY,
    EVERY_N_DAYS,
    EVERY_N_MONTHS,
    EVERY_N_WEEKS,
    MONTHLY,
    ON_WEEKDAYS,
    PULSE,
    SINGLE,
    WEEKLY_ONCE,
)
from lupusdiary.domain.medicines.quick_entry.compose_parts import composed_parts, unit_name
from lupusdiary.domain.medicines.quick_entry.forms import INJECTED_FORMS, decided_form, route_of_form
from lupusdiary.domain.medicines.quick_entry.interval import LOADING, SaidInterval
from lupusdiary.domain.medicines.quick_entry.line_draft import LineDraft
from lupusdiary.domain.medicines.quick_entry.numbers import CountedUnit
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine, in_order_of_asking
from lupusdiary.domain.medicines.quick_entry.split_name import LineFront

_FIRST_DAY = {ALTERNATE_DAYS, EVERY_N_DAYS, EVERY_N_WEEKS, EVERY_N_MONTHS, ALTERNATING_DOSES, LOADING}
_INJECTED = frozenset({"iv", "im", "sc", "intra_articular", "injection"})
_READ_AS = {"every_4_weeks_injection": EVERY_N_WEEKS}
_OFFERED_INJECTED = (EVERY_N_WEEKS, WEEKLY_ONCE, EVERY_N_MONTHS, MONTHLY)
_OFFERED = (DAILY, *_OFFERED_INJECTED, ALTERNATE_DAYS)


def composed(
    draft: LineDraft,
    printed: str,
    begin: LineFront,
    dates: Mapping[str, date],
    meal: str | None,
    site: str | None,
) -> ParsedLine:
    """The finished reading."""
    draft.form = decided_form(draft.form, _form_by_count(draft))
    _decide_route(draft)
    if draft.named.asked:
        draft.asked.add("ingredient")
        if draft.named.offered:
            draft.offer["ingredient"] = list(draft.named.offered)
    if draft.interval.kind is None and not draft.interval.asked and _may_be_pulse(draft):
        # A course is the reading that is to be confirmed.
        draft.interval = SaidInterval(DAILY)
    parts = composed_parts(draft)
    _decide_interval(draft)
    _decide_most(draft)
    interval = draft.interval
    pulse = interval.kind == PULSE
    if "pattern" in draft.asked and interval.kind is not None:
        interval = SaidInterval()
    return ParsedLine(
        printed=printed,
        name=draft.name,
        ingredient=draft.named.ingredient,
        route=draft.route,
        form=draft.form,
        parts=parts,
        interval=interval if interval.kind is not None else None,
        most=draft.most,
        most_unit=draft.most_unit,
        pulse_days=draft.days if pulse else None,
        meal=meal,
        site=site,
        supply_days=None if pulse else _supply_days(draft),
        dispensed_on=dates.get("dispensed_on"),
        prescribed_on=dates.get("prescribed_on"),
        product_code=begin.product_code,
        note=begin.kept,
        left_over=" ".join(each for each in (draft.unread, draft.rest.left_over()) if each) or None,
        ask=in_order_of_asking(draft.asked),
        offer=draft.offer,
    )


def _counted(draft: LineDraft) -> CountedUnit | None:
    """What is counted on the line."""
    amounts = [
        *draft.counts,
        *(share.amount for share in draft.shares),
        *(pair.count for pair in draft.pairs),
        *([draft.made_of.count] if draft.made_of is not None else []),
    ]
    return next((each.counted for each in amounts if each.counted is not None), None)


def _form_by_count(draft: LineDraft) -> str | None:
    counted = _counted(draft)
    if counted is not None:
        return counted.form
    if draft.form is None and draft.content is not None and draft.content.counted_of is not None:
        return draft.content.counted_of.form
    return None


def _decide_route(draft: LineDraft) -> None:
    """Said, else by form, else the ingredient's only route, else asked."""
    counted = _counted(draft)
    known = ingredients().get(draft.named.ingredient or "")
    if draft.route is None:
        draft.route = route_of_form(draft.form)
    if draft.route is None and draft.form is None and counted is not None and counted.unit == "tablet":
        draft.route = "oral"
    # Drops, puffs and per cent are of another product than the tablets that the fact base knows.
    other = (counted is not None and counted.unit in {"drop", "puff"}) or (
        draft.printed is not None and draft.printed.unit == "%"
    )
    # 비타민D주사: what is injected is not the product by mouth that the fact base knows.
    other = other or (draft.form in INJECTED_FORMS and known is not None and known.routes == ("oral",))
    if draft.route is None and known is not None and len(known.routes) == 1 and not other:
        draft.route = known.routes[0]
    if draft.route is None and (known is not None or draft.form in INJECTED_FORMS):
        draft.asked.add("route")


def _supply_days(draft: LineDraft) -> int | None:
    return draft.days or (draft.columns.days if draft.columns is not None else None)


def _decide_interval(draft: LineDraft) -> None:
    """What is asked of the interval, and what is offered; methotrexate anything but weekly is asked."""
    if any(share.turn for share in draft.shares):
        draft.interval = SaidInterval(ALTERNATING_DOSES)
    elif any(share.weekdays for share in draft.shares):
        draft.interval = SaidInterval(ON_WEEKDAYS)
    kind = draft.interval.kind
    if draft.named.ingredient == METHOTREXATE:
        if kind != WEEKLY_ONCE:
            draft.asked |= {"pattern", "weekday"}
            draft.offer["pattern"] = WEEKLY_ONCE
            return
    elif kind is None or draft.interval.asked:
        _ask_interval(draft)
        return
    by_part = any(share.weekdays for share in draft.shares)
    if kind in {WEEKLY_ONCE, ON_WEEKDAYS} and not draft.interval.weekdays and not by_part:
        draft.asked.add("weekday")
    if kind in _FIRST_DAY or (kind == MONTHLY and draft.interval.day_of_month is None):
        draft.asked.add("first_day")
    if kind == DAILY and _may_be_pulse(draft):
        draft.asked.add("pulse")
    days = _supply_days(draft)
    if days and not draft.days_in_weeks and kind not in {DAILY, AS_NEEDED, PULSE, SINGLE}:
        draft.asked.add("days_meaning")


def _may_be_pulse(draft: LineDraft) -> bool:
    """A glucocorticoid by vein on some days."""
    known = ingredients().get(draft.named.ingredient or "")
    return (
        known is not None
        and known.class_id == GLUCOCORTICOID
        and draft.route == "iv"
        and _supply_days(draft) is not None
    )


def _ask_interval(draft: LineDraft) -> None:
    draft.asked.add("pattern")
    said = draft.interval
    offered = _offered(draft)
    if offered is not None and said.offered and "times" not in draft.asked:
        draft.offer["pattern"] = offered


def _offered(draft: LineDraft) -> str | None:
    """Daily first; of what is injected only an interval that the fact base knows for it."""
    known = ingredients().get(draft.named.ingredient or "")
    injected = draft.route in _INJECTED or draft.form in INJECTED_FORMS
    schedules = [_READ_AS.get(each, each) for each in known.schedules] if known is not None else []
    if not injected:
        if known is None or DAILY in schedules:
            return DAILY
        return next((each for each in schedules if each in _OFFERED), DAILY)
    wanted = [WEEKLY_ONCE] if draft.route == "sc" and WEEKLY_ONCE in schedules else schedules
    return next((each for each in wanted if each in _OFFERED_INJECTED), None)


def _decide_most(draft: LineDraft) -> None:
    """The most of an as-needed medicine: as printed; bid prn is read as two and asked."""
    counted = _counted(draft)
    if draft.interval.kind != AS_NEEDED:
        if draft.most_printed is not None:
            # A most is said of what is used as needed: it stays to be read until that is answered.
            draft.unread = " ".join(each for each in (draft.unread, draft.most_printed) if each)
            if draft.interval.kind is None:
                draft.offer["pattern"] = AS_NEEDED
                draft.most_unit = unit_name(draft.most_unit, counted)
                return
        draft.most = draft.most_unit = None
        return
    if draft.most is None:
        times = draft.times or (draft.interval.times if not draft.interval.at else None)
        if times is None:
            return
        amount = draft.counts[0].value if draft.counts else 1
        draft.most = times * amount
        draft.asked.add("most")
        draft.most_unit = counted.unit if counted is not None else "time"
        return
    draft.most_unit = unit_name(draft.most_unit, counted)
