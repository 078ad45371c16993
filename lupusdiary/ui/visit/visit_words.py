"""A visit in a few words."""

from __future__ import annotations

from datetime import date

from lupusdiary.domain.records import Visit
from lupusdiary.language import Translator


def headline(visit: Visit, tr: Translator) -> str:
    """Day, time and department."""
    at = tr.time(visit.at) if visit.at is not None else ""
    return " ".join(part for part in (tr.date(visit.day), at, visit.department or "") if part)


def beside(visit: Visit, today: date, tr: Translator) -> str:
    """Doctor, hospital, how far it is, and the blood draw before it."""
    parts = [visit.doctor or "", visit.hospital or "", days_left(visit, today, tr), blood_words(visit, tr)]
    return " · ".join(part for part in parts if part)


def days_left(visit: Visit, today: date, tr: Translator) -> str:
    """How many days it is until a visit, or since."""
    days = (visit.day - today).days
    if days == 0:
        return tr.text("today")
    if days > 0:
        return tr.plural("in {count} day", "in {count} days", days)
    return tr.plural("{count} day ago", "{count} days ago", -days)


def blood_words(visit: Visit, tr: Translator) -> str:
    """When the blood is drawn."""
    if visit.blood_draw is None and visit.blood_draw_at is None:
        return ""
    day = visit.blood_draw or visit.day
    when = "" if day == visit.day else tr.date(day, "short")
    at = tr.time(visit.blood_draw_at) if visit.blood_draw_at is not None else ""
    return tr.text("blood draw {when}", when=" ".join(part for part in (when, at) if part) or tr.date(day))
