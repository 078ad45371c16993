"""Of the department that a page is for: what was agreed there last, and when each check-up was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lupusdiary.domain.records import TreatmentEvent, Visit
from lupusdiary.domain.treatment import EVENT_KINDS
from lupusdiary.domain.visits import CHECK_UPS, DROPPED, OWN_CHECK_UP, same_department
from lupusdiary.language import Bilingual, Message
from lupusdiary.queries.visit_medicines import both
from lupusdiary.report.summary import PrintedCheckUp

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

# Kinds of event that tell of a check-up as well.
_TOLD_BY_EVENT = {"eyes": "eye_exam", "bone_density": "bone_density"}
_VACCINES, _VACCINATION = "vaccines", "vaccination"
_MOST_VACCINES = 3


def counts_for(department: str | None, visited: str | None) -> bool:
    """Whether a visit of the department `visited` is one of `department`: one without counts for all."""
    return department is None or visited is None or same_department(visited, department)


def agreed_words(visits: list[Visit], end: date) -> tuple[str, ...]:
    """What was agreed at the last of these visits up to a day at which anything was, and still is."""
    told = [visit for visit in visits if visit.day <= end and visit.agreed]
    if not told:
        return ()
    dropped = {each.text for each in told[-1].agreements if each.state == DROPPED}
    return tuple(words for words in told[-1].agreed if words not in dropped)


def last_check_ups(diary: Diary, events: list[TreatmentEvent], end: date) -> tuple[PrintedCheckUp, ...]:
    """When each check-up was last, by what the person set and by her events; without a date where she set one
    that was never done."""
    set_by_her = diary.check_ups.all()
    found: list[PrintedCheckUp] = []
    for kind, name in CHECK_UPS.items():
        rows = [each for each in set_by_her if each.kind == kind]
        event = _TOLD_BY_EVENT.get(kind)
        days = [each.last_on for each in rows if each.last_on is not None]
        days += [each.day for each in events if each.kind == event]
        last = max((day for day in days if day <= end), default=None)
        if kind == _VACCINES and (shots := _vaccines(events, end)):
            newer = last is not None and all(shot.day is None or shot.day < last for shot in shots)
            found += [*shots, *([PrintedCheckUp(_said(name), last)] if newer else [])]
        elif rows or last is not None:
            found.append(PrintedCheckUp(_said(name), last))
    for own in set_by_her:
        if own.kind == OWN_CHECK_UP and own.name:
            day = own.last_on if own.last_on is not None and own.last_on <= end else None
            found.append(PrintedCheckUp(Bilingual(own.name, own.name), day))
    return tuple(found)


def _said(message: Message) -> Bilingual:
    return both(lambda tr: tr.text(message))


def _vaccines(events: list[TreatmentEvent], end: date) -> list[PrintedCheckUp]:
    """Each vaccination under the person's words for it, when it was last."""
    kind = EVENT_KINDS[_VACCINATION]
    last: dict[Bilingual, date] = {}
    for event in events:
        if event.kind == _VACCINATION and event.day <= end:
            name = (
                Bilingual(event.title, event.title) if event.title else Bilingual(kind.name_ko, kind.name_en)
            )
            last[name] = max(event.day, last.get(name, event.day))
    newest = sorted(last.items(), key=lambda each: each[1], reverse=True)
    return [PrintedCheckUp(name, day) for name, day in newest[:_MOST_VACCINES]]
