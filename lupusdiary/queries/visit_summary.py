"""What the page for the clinic says, fetched from the diary as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lupusdiary.charts.crop import without_sensitive
from lupusdiary.charts.lab_panels import ReaderProfile, lab_panels
from lupusdiary.charts.panels import Timeline
from lupusdiary.domain.period import Period, full_years
from lupusdiary.domain.records import DayRecord, LabResult, Profile, ReadingValue
from lupusdiary.domain.treatment import CART_INFUSION, EVENT_KINDS, kept_kind
from lupusdiary.language import Translator, translator
from lupusdiary.queries.lab_units import unit_of
from lupusdiary.queries.timeline import timeline_of
from lupusdiary.report.rows import lab_row, resolution, symptom_row, values_by_item
from lupusdiary.report.summary import DatedNote, Infusion, LabRow, Person, SymptomRow, VisitSummary

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

DEFAULT_DAYS = 90
_TWO_YEARS = timedelta(days=731)
# Older results do not stand on the first page.
_FRESH = timedelta(days=365)
# What a page of paper has room for.
_MOST_PANELS = 8
_MOST_LAB_PANELS = 5

Values = dict[str, dict[date, ReadingValue]]


def default_period(diary: Diary) -> Period:
    """From the last visit's day, else 90 days, until today; a demonstration ends with its last record."""
    end = last_record(diary) if diary.demonstration else diary.today()
    visit = diary.visits.last_before(end)
    return Period(visit.day, end) if visit else Period.ending(end, DEFAULT_DAYS)


def last_record(diary: Diary) -> date:
    """The last day that something happened on, in a story also beyond today; today if nothing did."""
    today = diary.today()
    days = [diary.days.last()]
    days += [result.collected_on for result in diary.labs.all()]
    days += [event.day for event in diary.events.all()]
    told = diary.demonstration is not None
    return max((day for day in days if day is not None and (told or day <= today)), default=today)


def sensitive_choices(diary: Diary, period: Period) -> list[str]:
    """Codes of the sensitive items and event kinds of a period: each is printed only when it is ticked."""
    catalogue = diary.symptoms.catalogue()
    codes = values_by_item(diary.days.between(period))
    items = [item.id for item in catalogue.all if item.sensitive and item.id in codes]
    kinds = {event.kind for event in diary.events.all(period)}
    in_order = [*EVENT_KINDS, *sorted(kinds - EVENT_KINDS.keys())]
    return items + [code for code in in_order if code in kinds and kept_kind(code).sensitive]


def visit_summary_of(
    diary: Diary,
    period: Period,
    *,
    languages: Sequence[Translator] = (),
    include_sensitive: frozenset[str] = frozenset(),
    include_notes: bool = False,
) -> VisitSummary:
    """Everything on the printed page of `period`, with a timeline in each of the `languages`.

    Sensitive items and events are left out unless their code is in `include_sensitive`.
    """
    profile = diary.profile.get()
    previous = period.previous()
    days = diary.days.between(period)
    now, before = values_by_item(days), values_by_item(diary.days.between(previous))
    symptoms = _symptoms(diary, now, before, period, include_sensitive)
    labs = _labs(diary, period, profile, languages[0] if languages else translator("en"))
    events = [e for e in diary.events.all(period) if _may_stand(e.kind, include_sensitive)]
    visits = diary.visits.all()
    summary = VisitSummary(
        period=period,
        previous=previous,
        person=_person(profile, period.end),
        recorded=diary.days.recorded(period),
        recorded_before=diary.days.recorded(previous),
        since_visit=any(visit.day == period.start for visit in visits),
        symptoms=tuple(symptoms),
        every=resolution(period),
        labs=tuple(row for row in labs if not _is_old(row, period.end)),
        older_labs=tuple(row for row in labs if _is_old(row, period.end)),
        events=tuple(events),
        flares=tuple(
            flare
            for flare in diary.flares.all()
            if flare.start <= period.end and (flare.end or period.end) >= period.start
        ),
        visits=tuple(visit for visit in visits if visit.day in period),
        next_visit=next((visit for visit in visits if visit.day >= period.end), None),
        infusion=_infusion(diary, period.end),
        notes=_notes(days) if include_notes else (),
        demonstration=diary.demonstration,
    )
    codes = _drawn(summary)
    return replace(
        summary,
        timelines={tr.code: _timeline(diary, codes, period, tr, include_sensitive) for tr in languages},
    )


def _symptoms(
    diary: Diary, now: Values, before: Values, period: Period, include: frozenset[str]
) -> list[SymptomRow]:
    """Items that are tracked, in their order, then others that are recorded in the period. Where nothing at
    all is recorded, only what was recorded in the period before."""
    catalogue = diary.symptoms.catalogue()
    tracked = catalogue.ordered(diary.symptoms.tracked())
    kept = tracked if now else [item for item in tracked if item.id in before]
    others = [item for item in catalogue.all if item.id in now and item not in tracked]
    return [
        symptom_row(item, now.get(item.id, {}), before.get(item.id, {}), period)
        for item in [*kept, *others]
        if item.id in include or not item.sensitive
    ]


def _labs(diary: Diary, period: Period, profile: Profile, tr: Translator) -> list[LabRow]:
    shown = Period(period.end - _TWO_YEARS + timedelta(days=1), period.end)
    reach = Period(min(period.start, shown.start), period.end)
    found: dict[str, list[LabResult]] = {}
    catalogue = diary.labs.catalogue()
    for result in diary.labs.all(reach):
        # A newer program may have kept a test that this one does not know.
        if result.analyte in catalogue:
            found.setdefault(result.analyte, []).append(result)
    place = {analyte.id: (analyte.tier != "core", at) for at, analyte in enumerate(catalogue.all)}
    codes = sorted(found, key=lambda code: place[code])
    unit = unit_of(diary, [result for results in found.values() for result in results])
    reader = ReaderProfile(tr, profile.sex)
    rows = []
    for code in codes:
        analyte, results = catalogue.get(code), found[code]
        # The first panel is the one in the unit of the newest sheet.
        panel = lab_panels(analyte, results, reader, unit)[0]
        rows.append(lab_row(analyte, results, profile.sex, panel, shown))
    return rows


def _is_old(row: LabRow, end: date) -> bool:
    days = [day for day in (row.last.collected_on if row.last else None, row.waiting) if day is not None]
    return max(days) <= end - _FRESH


def _person(profile: Profile, day: date) -> Person:
    born = profile.birth_date
    age = None
    if born is not None and born <= day:
        age = full_years(born, day)
    return Person(profile.name, born, age, profile.sex, profile.hospital_number)


def _infusion(diary: Diary, end: date) -> Infusion | None:
    days = [event.day for event in diary.events.all() if event.kind == CART_INFUSION and event.day <= end]
    return Infusion(max(days), (end - max(days)).days) if days else None


def _notes(days: list[DayRecord]) -> tuple[DatedNote, ...]:
    notes = []
    for record in days:
        if record.note:
            notes.append(DatedNote(record.day, record.note))
        notes += [
            DatedNote(record.day, f"{entry.at:%H:%M} {entry.note}") for entry in record.timed if entry.note
        ]
    return tuple(notes)


def _drawn(summary: VisitSummary) -> list[str]:
    labs = [
        row.analyte.id for row in summary.labs if row.last and row.last.collected_on >= summary.period.start
    ]
    labs = labs[:_MOST_LAB_PANELS]
    items = [row.symptom.id for row in summary.symptoms if row.now]
    return labs + items[: _MOST_PANELS - len(labs)]


def _timeline(
    diary: Diary, codes: list[str], period: Period, tr: Translator, include: frozenset[str]
) -> Timeline:
    return without_sensitive(timeline_of(diary, codes, period, tr), include)


def _may_stand(kind: str, include: frozenset[str]) -> bool:
    return kind in include or not kept_kind(kind).sensitive
