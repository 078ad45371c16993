"""The verb for medicines: what one typed line is read as, and what is entered, stopped and changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lupusdiary.cli.arguments import Misuse
from lupusdiary.cli.opening import existing
from lupusdiary.cli.session import Session
from lupusdiary.domain.period import parse_day
from lupusdiary.language import Refusal


def medicine(session: Session) -> int:
    """`medicine add|stop|changes|read`: the first word says which."""
    verbs = {"read": _read_line, "add": _add, "stop": _stop, "changes": _changes}
    verb = verbs.get(session.words[0])
    if verb is None:
        raise Misuse(session.words[0])
    # Every other place is that of the verb itself: what opens a diary looks for it in the first one.
    places = session.words if verb is _read_line else session.words[1:]
    return verb(session._replace(arguments=replace(session.arguments, places=places)))


def _read_line(session: Session) -> int:
    """Reads a line as JSON on standard output; what was not understood is said beside it."""
    line = " ".join(session.words[1:])
    document, left_over = _read(line, session.answers())
    session.out.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    if left_over is not None:
        kept = session.tr.text("Not understood, and kept as a note: {text}", text=left_over)
        print(" ".join(kept.split()), file=sys.stderr)
    return 0


def _add(session: Session) -> int:
    from lupusdiary.cli.medicine_entry import add

    return add(session)


def _stop(session: Session) -> int:
    """`medicine stop DIARY NAME DATE`: the first day without it."""
    from lupusdiary.domain.medicines.period import REASONS

    if len(session.words) != 3:
        raise Misuse(session.words[3] if len(session.words) > 3 else None)
    day, reason = parse_day(session.words[2]), session.option("--reason")
    if reason is not None and reason not in REASONS:
        raise Refusal("“{field}” must be one of {words}.", field="--reason", words=", ".join(REASONS))
    with existing(session) as diary:
        kept = diary.medicines.named(session.words[1])
        diary.medicines.stop(kept.code, day, reason)
    session.say(session.tr.text("{medicine}: stopped from {day}", medicine=kept.name, day=day.isoformat()))
    return 0


def _changes(session: Session) -> int:
    """`medicine changes DIARY --since DATE`: one line a change since the visit of that day."""
    from lupusdiary.domain.medicines.change_wording import change_text
    from lupusdiary.domain.medicines.changes import changes

    since = session.day("--since")
    if since is None or len(session.words) != 1:
        raise Misuse(session.words[1] if len(session.words) > 1 else None)
    with existing(session) as diary:
        today = session.day("--today") or diary.today()
        found = changes(diary.medicines.all(), since, today)
    for change in found:
        session.say(change_text(change, session.tr))
    return 0


def _read(line: str, answers: Mapping[str, str]) -> tuple[dict[str, Any], str | None]:
    from lupusdiary.domain.medicines.quick_entry.answers import answered, answered_steps
    from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
    from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
    from lupusdiary.exchange.medicines.line_format import encode_line
    from lupusdiary.exchange.medicines.taper_format import encode_taper

    taper = parse_taper(line)
    if taper is not None:
        found = encode_taper(taper, answered_steps(taper, answers))
        ask, offer, left_over = taper.ask, taper.offer, None
    else:
        parsed = answered(parse_line(line), answers)
        found = encode_line(parsed)
        ask, offer, left_over = parsed.ask, parsed.offer, parsed.left_over
    if answers:
        found["answers"] = {name: _value(value) for name, value in answers.items()}
    found["ask"] = list(ask)
    if offer:
        found["offer"] = dict(offer)
    return found, left_over


def _value(text: str) -> int | float | str:
    """An answer as JSON writes it: a number where it is one."""
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number if number == number else text
