"""The verb that enters a medicine, by its fields or by one typed line."""

from __future__ import annotations

import sys
from datetime import date

from lupusdiary.cli.arguments import Misuse
from lupusdiary.cli.opening import existing_or_new
from lupusdiary.cli.session import Session, one_line
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.medicine import ROUTES, Medication
from lupusdiary.domain.medicines.part import WEEKDAYS, DosePart
from lupusdiary.domain.medicines.pattern import ALTERNATING_DOSES, NONE, DosePattern, known_pattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.quick_entry.answers import answered, answered_steps
from lupusdiary.domain.medicines.quick_entry.new_entry import (
    ORAL,
    EntryDays,
    medicine_of_line,
    medicine_of_taper,
    open_questions,
    with_known_form,
)
from lupusdiary.domain.medicines.quick_entry.numbers import number_of
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.domain.medicines.quick_entry.questions import line_question, taper_question
from lupusdiary.domain.medicines.wording import medicine_label
from lupusdiary.domain.period import parse_day
from lupusdiary.language import Refusal


def add(session: Session) -> int:
    """`medicine add DIARY NAME --pattern KIND --from DATE ...`, or `add DIARY --line TEXT --from DATE`."""
    start, line = session.day("--from"), session.option("--line")
    if start is None:
        raise Misuse(None)
    if line is None:
        entered: Medication | None = _by_fields(session, start)
    elif len(session.words) > 1:
        raise Misuse(session.words[1])
    else:
        entered = _by_line(session, line, start)
    if entered is None:
        return 1
    with existing_or_new(session) as diary:
        kept = diary.medicines.add(with_known_form(diary.medicines.all(), entered))
    for period in entered.periods:
        session.say(
            session.tr.text(
                "{day}: {medicine} {dose}",
                day=period.start.isoformat(),
                medicine=medicine_label(kept, session.tr),
                dose=dose_words(period, session.tr),
            )
        )
    return 0


def _by_line(session: Session, line: str, start: date) -> Medication | None:
    """The medicine of a line; None when something is asked that nobody answered, and it is said."""
    answers = session.answers()
    if not line.strip():
        raise Refusal("Write the name of the medicine.")
    anchor = session.day("--anchor")
    if "first_day" in answers:
        anchor = parse_day(answers["first_day"])
    elif anchor is not None:
        answers["first_day"] = anchor.isoformat()
    taper = parse_taper(line)
    if taper is not None:
        asked = [name for name in taper.ask if name not in answers]
        steps = answered_steps(taper, answers)
        if asked or not steps:
            names = asked or ["steps"]
            _ask([taper_question(name, taper, session.tr) for name in names])
            return None
        strength = _number_in(answers.get("strength"))
        return medicine_of_taper(taper, steps, start, strength)
    parsed = answered(parse_line(line), {**answers, **_route(session)})
    asked = [name for name in open_questions(parsed, answers) if name not in _route(session)]
    if asked:
        _ask([line_question(name, parsed, session.tr) for name in asked])
        return None
    days = EntryDays(start, session.day("--to"), "--actual" not in session.arguments.flags, anchor)
    return medicine_of_line(parsed, days)


def _route(session: Session) -> dict[str, str]:
    """The way as an option, which answers where the line leaves it open."""
    said = session.option("--route")
    return {} if said is None else {"route": said}


def _ask(questions: list[str]) -> None:
    print(one_line(" ".join(questions)), file=sys.stderr)


def _by_fields(session: Session, start: date) -> Medication:
    if len(session.words) != 2:
        raise Misuse(session.words[2] if len(session.words) > 2 else None)
    kind = session.option("--pattern")
    if kind is None:
        raise Refusal("Every day, every other day, or on certain days?")
    name = session.words[1]
    named = parse_line(name)
    route = session.option("--route") or ORAL
    if route not in ROUTES:
        raise Refusal("“{field}” must be one of {words}.", field="--route", words=", ".join(ROUTES))
    pattern = DosePattern(
        kind,
        days=_whole(session, "--days"),
        weeks=_whole(session, "--weeks"),
        months=_whole(session, "--months"),
        weekdays=_weekdays(session),
        day_of_month=_whole(session, "--day-of-month"),
        dates=tuple(parse_day(each) for each in _listed(session, "--dates")),
        anchor=session.day("--anchor"),
        most=_number(session, "--most"),
    )
    period = DosePeriod(
        start,
        known_pattern(pattern),
        planned="--actual" not in session.arguments.flags,
        end=session.day("--to"),
        parts=_parts(session, kind),
    )
    return Medication("", name.strip(), named.ingredient, route, named.form, periods=(period,))


def _parts(session: Session, kind: str) -> tuple[DosePart, ...]:
    """The one part of the fields; amounts in turn are written as 200,400."""
    if kind == NONE:
        return ()
    strength, unit = _number(session, "--strength"), session.option("--unit")
    times = _whole(session, "--times")
    if kind == ALTERNATING_DOSES:
        amounts = [_number_in(each) for each in _listed(session, "--amount")]
        return tuple(
            DosePart(strength, unit, amount, times=times, turn=turn)
            for turn, amount in enumerate(amounts, start=1)
        )
    part = DosePart(strength, unit, _number(session, "--amount"), times=times)
    return () if part == DosePart() else (part,)


def _listed(session: Session, name: str) -> list[str]:
    return [each.strip() for each in (session.option(name) or "").split(",") if each.strip()]


def _weekdays(session: Session) -> tuple[str, ...]:
    found = [each.casefold() for each in _listed(session, "--weekdays")]
    for each in found:
        if each not in WEEKDAYS:
            raise Refusal("“{field}” must be one of {words}.", field="--weekdays", words=", ".join(WEEKDAYS))
    return tuple(day for day in WEEKDAYS if day in found)


def _number(session: Session, name: str) -> float | None:
    return _number_in(session.option(name))


def _number_in(text: str | None) -> float | None:
    if text is None:
        return None
    value = number_of(text)
    if value is None:
        raise Refusal("“{text}” is not an amount. Write it as 2, 0.5 or 1/4.", text=text[:40])
    return int(value) if value.is_integer() else value


def _whole(session: Session, name: str) -> int | None:
    text = session.option(name)
    if text is None:
        return None
    if not text.strip().isascii() or not text.strip().isdigit() or not 1 <= int(text[:9]) <= 100_000:
        if name == "--times":
            raise Refusal("Write how many times a day, 1 to 24.")
        raise Refusal("“{field}” must be a whole number, 1 or more.", field=name)
    return int(text)
