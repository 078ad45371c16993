"""What the page for the clinic says, fetched from the diary as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lupusdiary.charts.crop import without_sensitive
from lupusdiary.charts.panels import Timeline
from lupusdiary.diary.settings import REPORT_NOTHING_ELSE
from lupusdiary.domain.comparison import RECENT_DAYS
from lupusdiary.domain.day_record import DayRecord, ReadingValue, RecordedDays
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.wording import medicine_label
from lupusdiary.domain.period import Period, full_years
from lupusdiary.domain.records import Flare, Profile, TreatmentEvent, Visit
from lupusdiary.domain.treatment import CART_INFUSION, EVENT_KINDS, kept_kind
from lupusdiary.language import Translator
from lupusdiary.queries.exposure import Exposures
from lupusdiary.queries.timeline import timeline_of
from lupusdiary.queries.visit_department import agreed_words, counts_for, last_check_ups
from lupusdiary.queries.visit_labs import chosen_labs, is_old, lab_rows
from lupusdiary.queries.visit_medicines import allergy_texts, medicine_changes, medicine_rows
from lupusdiary.queries.visit_panels import drawn_panels
from lupusdiary.queries.visit_steroids import steroid_course
from lupusdiary.report.rows import stretch_days, symptom_row
from lupusdiary.report.summary import DatedNote, Infusion, Person, SymptomRow, VisitSummary

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

DEFAULT_DAYS = 90
# The timeline on paper shows the laboratory over a year or two, however short the period is.
_TIMELINE_DAYS = (365, 730)
_ALLERGY = "allergy"

Values = dict[str, dict[date, ReadingValue]]


def default_period(diary: Diary, coming: Visit | None = None, end: date | None = None) -> Period:
    """From the day of the last visit of the department of the `coming` one (else of the next), else 90 days,
    until `end`: by default today, of a demonstration its last record."""
    if end is None:
        end = last_record(diary) if diary.demonstration else diary.today()
    coming = coming or visit_after(diary, end)
    visit = diary.visits.last_before(end, coming.department if coming is not None else None)
    return Period(visit.day, end) if visit else Period.ending(end, DEFAULT_DAYS)


def visit_after(diary: Diary, end: date) -> Visit | None:
    """The visit that the page of a period up to `end` is for."""
    return next((visit for visit in diary.visits.all() if visit.day >= end), None)


def last_record(diary: Diary) -> date:
    """The last day that something happened on, in a story also beyond today; today if nothing did."""
    today = diary.today()
    days = [diary.days.last()]
    days += [result.collected_on for result in diary.labs.all()]
    days += [event.day for event in diary.events.all()]
    told = diary.demonstration is not None
    return max((day for day in days if day is not None and (told or day <= today)), default=today)


def sensitive_choices(diary: Diary, period: Period) -> list[str]:
    """Codes of the sensitive items, event kinds and medicines of a period: each is printed only when it is
    ticked."""
    catalogue = diary.symptoms.catalogue()
    codes = diary.days.values_by_item(period)
    items = [item.id for item in catalogue.all if item.sensitive and item.id in codes]
    kinds = {event.kind for event in diary.events.all(period)}
    in_order = [*EVENT_KINDS, *sorted(kinds - EVENT_KINDS.keys())]
    events = [code for code in in_order if code in kinds and kept_kind(code).sensitive]
    medicines = [each.code for each in diary.medicines.all() if each.sensitive and _begun(each, period)]
    return [*items, *events, *medicines]


def _begun(medicine: Medication, period: Period) -> bool:
    return any(each.start <= period.end for each in medicine.periods)


def sensitive_name(diary: Diary, code: str, tr: Translator) -> str:
    """What is to be ticked, in words."""
    catalogue = diary.symptoms.catalogue()
    if code in catalogue:
        return catalogue.get(code).name(tr)
    medicine = next((each for each in diary.medicines.all() if each.code == code), None)
    return medicine_label(medicine, tr) if medicine is not None else kept_kind(code).name(tr)


def visit_summary_of(
    diary: Diary,
    period: Period,
    *,
    languages: Sequence[Translator] = (),
    include_sensitive: frozenset[str] = frozenset(),
    include_notes: bool = False,
    coming: Visit | None = None,
) -> VisitSummary:
    """Everything on the printed page of `period`, with a timeline in each of the `languages`. It is for the
    `coming` visit, else for the next one, with the questions that wait for it.

    Sensitive items and events are left out unless their code is in `include_sensitive`.
    """
    profile, exposures = diary.profile.get(), Exposures(diary)
    previous = period.previous()
    recorded_on = diary.days.recorded_on(period)
    now = diary.days.values_by_item(period)
    labs = lab_rows(diary, period.end, profile.sex)
    fresh = [row for row in labs if not is_old(row, period.end)]
    visits, events = diary.visits.all(), diary.events.all()
    coming = coming or visit_after(diary, period.end)
    department = coming.department if coming is not None else None
    own = [visit for visit in visits if counts_for(department, visit.department)]
    summary = VisitSummary(
        period=period,
        previous=previous,
        person=_person(profile, period.end),
        recorded=_counted(period, list(recorded_on.values())),
        recorded_before=diary.days.recorded(previous),
        recorded_on=recorded_on,
        since_visit=any(visit.day == period.start for visit in own),
        department=department,
        allergies=(*allergy_texts(diary), *_allergies(events)),
        medicines=tuple(medicine_rows(diary, period, include_sensitive)),
        medicine_changes=medicine_changes(diary, period, include_sensitive),
        steroid=steroid_course(exposures, period, include_sensitive),
        symptoms=tuple(_symptoms(diary, now, period, include_sensitive)),
        every=stretch_days(period),
        chosen_labs=tuple(chosen_labs(diary, fresh)),
        labs=tuple(fresh),
        older_labs=tuple(row for row in labs if is_old(row, period.end)),
        events=tuple(e for e in events if e.day in period and _may_stand(e.kind, include_sensitive)),
        nothing_else=nothing_else(diary, period),
        flares=_flares(diary, period),
        visits=tuple(visit for visit in visits if visit.day in period),
        next_visit=diary.asking.with_waiting(coming) if coming is not None else None,
        waiting=() if coming is not None else tuple(each.text for each in diary.open_questions.all()),
        agreed=agreed_words(own, period.end),
        check_ups=last_check_ups(diary, events, period.end),
        infusion=_infusion(events, period.end),
        notes=_notes(diary.days.between(period)) if include_notes else (),
        demonstration=diary.demonstration,
        identity=_identity(diary),
    )
    timelines = _timelines(diary, summary, exposures, now, languages, include_sensitive)
    return replace(summary, timelines=timelines)


def _flares(diary: Diary, period: Period) -> tuple[Flare, ...]:
    """Those of which any day lies in the period."""
    begun = [flare for flare in diary.flares.all() if flare.start <= period.end]
    return tuple(flare for flare in begun if (flare.end or period.end) >= period.start)


def _timelines(
    diary: Diary,
    summary: VisitSummary,
    exposures: Exposures,
    now: Values,
    languages: Sequence[Translator],
    include: frozenset[str],
) -> dict[str, Timeline]:
    """The picture of a summary in each language, by its code; `now` are the values of its period."""
    codes = drawn_panels(diary, summary)
    shown = _timeline_period(summary.period)
    # Over a long period both show the same days: they are read once.
    known, recorded = (now, summary.recorded_on) if shown == summary.period else (None, None)
    timelines = {}
    for tr in languages:
        drawn = timeline_of(
            diary, codes, shown, tr, cropped=True, exposures=exposures, known=known, recorded=recorded
        )
        # A steroid that was not ticked stands in no picture either.
        shown_doses = drawn if summary.steroid is not None else replace(drawn, doses=None)
        timelines[tr.code] = without_sensitive(shown_doses, include)
    return timelines


def _symptoms(diary: Diary, now: Values, period: Period, include: frozenset[str]) -> list[SymptomRow]:
    """Items that are tracked, in their order, then others that are recorded in one of the two periods. The
    order never depends on what was recorded."""
    before = diary.days.values_by_item(period.previous())
    lately = diary.days.values_by_item(Period.ending(period.end, RECENT_DAYS))
    catalogue = diary.symptoms.catalogue()
    tracked = catalogue.ordered(diary.symptoms.tracked())
    others = [item for item in catalogue.all if (item.id in now or item.id in before) and item not in tracked]
    kept = tracked if now or before or lately else []
    return [
        symptom_row(item, now.get(item.id, {}), before.get(item.id, {}), period, lately.get(item.id, {}))
        for item in [*kept, *others]
        if item.id in include or not item.sensitive
    ]


def _counted(period: Period, found: list[str]) -> RecordedDays:
    return RecordedDays(period.days, *(found.count(name) for name in ("on_the_day", "later", "copied")))


def _person(profile: Profile, day: date) -> Person:
    born = profile.birth_date
    age = None
    if born is not None and born <= day:
        age = full_years(born, day)
    return Person(profile.name, born, age, profile.sex, profile.hospital_number)


def _identity(diary: Diary) -> tuple[str, ...]:
    """Hospitals, doctors and telephone numbers, which tell who it is nearly as well as a name does."""
    contacts = [text for contact in diary.contacts.all() for text in (contact.name, contact.number)]
    seen = [text for visit in diary.visits.all() for text in (visit.hospital, visit.doctor)]
    periods = [period for medicine in diary.medicines.all() for period in medicine.periods]
    bought = [text for period in periods for text in (period.hospital, period.pharmacy)]
    found = (*diary.labs.laboratories(), *contacts, *seen, *bought)
    return tuple(dict.fromkeys(text for text in found if text))


def nothing_else(diary: Diary, period: Period) -> date | None:
    """The day up to which the person said that nothing else happened in this period."""
    first, _, last = diary.settings.get(REPORT_NOTHING_ELSE, "").partition(" ")
    try:
        said = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None
    return min(said.end, period.end) if said.start <= period.start <= said.end else None


def _allergies(events: list[TreatmentEvent]) -> tuple[str, ...]:
    """Reactions in the person's words, each with its year."""
    return tuple(f"{e.title} ({e.day.year})" for e in events if e.kind == _ALLERGY and e.title)


def _infusion(events: list[TreatmentEvent], end: date) -> Infusion | None:
    days = [event.day for event in events if event.kind == CART_INFUSION and event.day <= end]
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


def _timeline_period(period: Period) -> Period:
    """At least a year, at most two where the period itself is not longer."""
    least, most = _TIMELINE_DAYS
    return Period.ending(period.end, max(period.days, least, min(most, 2 * period.days)))


def _may_stand(kind: str, include: frozenset[str]) -> bool:
    return kind in include or not kept_kind(kind).sensitive
