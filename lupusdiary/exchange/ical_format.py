"""A visit as a file for calendar programs (iCalendar, RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from lupusdiary.domain.records import Visit
from lupusdiary.language import Translator

# How long a visit without a said end takes in a calendar.
_LONG = timedelta(minutes=30)


def visit_calendar(visit: Visit, now: datetime, tr: Translator) -> bytes:
    """One visit with its blood draw. Questions and notes stay in the diary: a calendar is often shared. A
    time without zone is the time on the wall wherever the calendar is looked at."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//lupusdiary//EN")
    calendar.add("version", "2.0")
    title = tr.text("Outpatient visit")
    dates = [("visit", visit.day, visit.at, f"{title}: {visit.department}" if visit.department else title)]
    if visit.blood_draw is not None:
        dates.append(("blood", visit.blood_draw, visit.blood_draw_at, tr.text("Blood draw")))
    for name, day, at, words in dates:
        event = Event()
        event.add("uid", f"{name}-{day.isoformat()}-{visit.id or 0}@lupusdiary")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("summary", words)
        if visit.hospital:
            event.add("location", visit.hospital)
        if at is None:
            event.add("dtstart", day)
        else:
            event.add("dtstart", datetime.combine(day, at))
            event.add("dtend", datetime.combine(day, at) + _LONG)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
