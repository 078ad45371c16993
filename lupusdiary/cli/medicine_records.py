"""The verbs for what was taken, the steroid exposure, allergies and visits."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from lupusdiary.cli.opening import existing, existing_or_new
from lupusdiary.cli.session import Session
from lupusdiary.domain.period import Period, parse_day
from lupusdiary.domain.records import Visit
from lupusdiary.language import Refusal

if TYPE_CHECKING:
    from lupusdiary.diary import Diary
    from lupusdiary.domain.medicines.medicine import Medication
    from lupusdiary.domain.medicines.part import DosePart


def taken(session: Session) -> int:
    """`taken DIARY DAY NAME [STATE]`: one intake, or the whole day."""
    from lupusdiary.domain.medicines.intake import STATES, TAKEN, Intake
    from lupusdiary.domain.medicines.intake_wording import STATE_WORDS
    from lupusdiary.exchange.entry import time_of

    day, state = parse_day(session.words[1]), session.arguments.place(3) or TAKEN
    if state not in STATES:
        raise Refusal("“{field}” must be one of {words}.", field=state[:40], words=", ".join(STATES))
    at = session.option("--at")
    moment: time | None = None if at is None else time_of(at)
    with existing(session) as diary:
        medicine = diary.medicines.named(session.words[2])
        diary.intakes.record(
            Intake(
                day,
                medicine.code,
                state,
                session.option("--intake"),
                moment,
                parts=_amount(session, medicine, day),
            )
        )
    session.say(f"{day.isoformat()}: {medicine.name} {session.tr.text(STATE_WORDS[state])}")
    return 0


def _amount(session: Session, medicine: Medication, day: date) -> tuple[DosePart, ...]:
    """Another amount than due: so many of what its dose is counted in."""
    from lupusdiary.domain.medicines.holding import held_on
    from lupusdiary.domain.medicines.part import DosePart
    from lupusdiary.domain.medicines.quick_entry.numbers import number_of

    text = session.option("--amount")
    if text is None:
        return ()
    amount = number_of(text)
    if amount is None:
        raise Refusal("“{text}” is not an amount. Write it as 2, 0.5 or 1/4.", text=text[:40])
    held = held_on(medicine, day).period
    of = (
        held
        if held is not None and held.parts
        else next((p for p in medicine.periods[::-1] if p.parts), None)
    )
    part = of.parts[0] if of is not None else DosePart()
    return (replace(part, amount=amount, amount_to=None, times=None, at=(), weekdays=(), turn=None),)


def exposure(session: Session) -> int:
    """`exposure DIARY`: the steroid exposure as a sentence with sums, or as JSON."""
    from lupusdiary.domain.medicines.exposure_wording import (
        exposure_text,
        other_tables_text,
        since_first_words,
        together_text,
        whole_mg,
    )
    from lupusdiary.exchange.medicines.exposure_format import encode_exposure
    from lupusdiary.queries.exposure import exposure_of, exposure_sums
    from lupusdiary.queries.visit_summary import last_record

    start, end = session.day("--from"), session.day("--to")
    with existing(session) as diary:
        # A story is told up to its last record, whenever it is looked at.
        today = last_record(diary) if diary.demonstration else diary.today()
        period = _period(diary, start, end)
        found = exposure_of(diary, period, today)
        sums = () if "--json" in session.arguments.flags else exposure_sums(diary, period.end, today)
    if "--json" in session.arguments.flags:
        session.out.write(json.dumps(encode_exposure(found), ensure_ascii=False, indent=2) + "\n")
        return 0
    tr = session.tr
    session.say(f"{period.start.isoformat()} – {period.end.isoformat()}: {exposure_text(found, tr)}")
    for source in found.sources:
        other = other_tables_text(source, tr)
        if other is not None:
            session.say(other)
    if found.together:
        session.say(together_text(tr))
    for total in sums:
        length = total.period.days
        longest = total is sums[-1]
        days = since_first_words(length, tr) if longest else tr.plural("{count} day", "{count} days", length)
        known = total.known.total
        said = tr.text("{mg} mg", mg=whole_mg(known, tr)) if known is not None else "–"
        session.say(
            tr.text(
                "{days} until {day}: {sum}, known {known} of {all} days",
                days=days,
                day=total.period.end.isoformat(),
                sum=said,
                known=total.known_days,
                all=total.period.days,
            )
        )
    return 0


def _period(diary: Diary, start: date | None, end: date | None) -> Period:
    from lupusdiary.queries.visit_summary import default_period

    usual = default_period(diary)
    last = end or usual.end
    first = start or min(usual.start, last)
    return Period(first, last)


def allergy(session: Session) -> int:
    """`allergy DIARY NAME [REACTION ...]`: what is not tolerated, in the person's words."""
    from lupusdiary.domain.medicines.allergy import Allergy
    from lupusdiary.domain.medicines.quick_entry.names import named_ingredient

    name, reactions = session.words[1], session.words[2:]
    named = named_ingredient(name, None, name)
    with existing_or_new(session) as diary:
        diary.allergies.add(Allergy(name.strip(), named.ingredient, reactions))
    session.say(f"{name}: {', '.join(reactions)}" if reactions else name)
    return 0


def visit(session: Session) -> int:
    """`visit DIARY DATE`: a visit of a department, with questions for it and what was agreed."""
    day, department = parse_day(session.words[1]), session.option("--department")
    questions = session.arguments.repeated.get("--question", ())
    agreed = session.arguments.repeated.get("--agreed", ())
    with existing_or_new(session) as diary:
        kept = next(
            (
                each
                for each in diary.visits.all(Period(day, day))
                if (each.department, each.hospital) == (department or None, None)
            ),
            None,
        )
        if kept is None:
            diary.visits.add(Visit(day, questions, department=department, agreed=agreed))
        else:
            diary.visits.change(
                replace(
                    kept,
                    questions=(*kept.questions, *(each for each in questions if each not in kept.questions)),
                    agreed=(*kept.agreed, *(each for each in agreed if each not in kept.agreed)),
                )
            )
    said = (session.tr.text("Outpatient visit"), department, *questions, *agreed)
    session.say(f"{day.isoformat()}: {', '.join(each for each in said if each)}")
    return 0
