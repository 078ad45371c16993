"""What the calendar shows of each day: the value of one item, and marks with a word for what else was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.medicines.changes import dose_key
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.holding import segments
from lupusdiary.domain.medicines.mean_dose import mean_dose
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.wording import dose_number, medicine_label
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Visit
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.domain.visits import CHECK_UPS, CheckUp
from lupusdiary.language import Translator
from lupusdiary.queries.agreements import planned_tests

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

VISIT, LAB, MEDICINE, EVENT, TEST, CHECK_UP = "visit", "lab", "medicine", "event", "test", "check_up"
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayMark:
    """Something that a day has besides values: its kind, a word for a small place, and what is said of it."""

    kind: str
    word: str
    text: str


@dataclass(slots=True)
class CalendarDay:
    """One day. `value` is None when it was not recorded, which is never a zero."""

    value: ReadingValue | None = None
    marks: list[DayMark] = field(default_factory=list)
    flare: bool = False
    note: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of the day."""
        return self.value is None and not (self.marks or self.flare or self.note)


def calendar_days(diary: Diary, item: str | None, period: Period, tr: Translator) -> dict[date, CalendarDay]:
    """The days of a period that have anything; reads only these days."""
    found: dict[date, CalendarDay] = {}

    def of(day: date) -> CalendarDay:
        return found.setdefault(day, CalendarDay())

    for day, value in diary.days.values(item, period).items() if item is not None else ():
        of(day).value = value
    for day in diary.days.noted_on(period):
        of(day).note = True
    today = diary.today()
    for flare in diary.flares.all(period):
        first, last = max(flare.start, period.start), min(flare.end or today, period.end)
        for number in range((last - first).days + 1):
            of(first + timedelta(days=number)).flare = True
    for day, mark in _marks(diary, period, tr):
        of(day).marks.append(mark)
    return found


def _marks(diary: Diary, period: Period, tr: Translator) -> Iterator[tuple[date, DayMark]]:
    for visit in diary.visits.all(period):
        yield visit.day, DayMark(VISIT, visit.department or tr.text("Visit"), _visit_words(visit, tr))
    results: dict[date, int] = {}
    for result in diary.labs.all(period):
        results[result.collected_on] = results.get(result.collected_on, 0) + 1
    for day, number in results.items():
        yield day, DayMark(LAB, tr.text("Tests"), tr.plural("{count} result", "{count} results", number))
    for day, words in planned_tests(diary, period):
        yield day, DayMark(TEST, tr.text("Tests"), tr.text("Agreed test: {words}", words=words))
    yield from medicine_marks(diary.medicines.all(), period, tr)
    for event in diary.events.all(period):
        name = kept_kind(event.kind).name(tr)
        short = event.title or name.partition("(")[0].strip()
        text = tr.text("{kind}: {title}", kind=name, title=event.title) if event.title else name
        yield event.day, DayMark(EVENT, short, text)
    for check_up in diary.check_ups.all():
        if check_up.next_on is not None and check_up.next_on in period:
            name = _check_up_name(check_up, tr)
            yield check_up.next_on, DayMark(CHECK_UP, name, tr.text("Check-up: {name}", name=name))


def _visit_words(visit: Visit, tr: Translator) -> str:
    at = tr.time(visit.at) if visit.at is not None else ""
    where = visit.department or tr.text("Outpatient visit")
    return " ".join(part for part in (at, where) if part)


def _check_up_name(check_up: CheckUp, tr: Translator) -> str:
    known = CHECK_UPS.get(check_up.kind)
    return check_up.name or (tr.text(known) if known is not None else check_up.kind)


def medicine_marks(
    medicines: Sequence[Medication], period: Period, tr: Translator
) -> Iterator[tuple[date, DayMark]]:
    """The days on which another dose of a medicine begins, or it begins or ends."""
    for medicine in medicines:
        if medicine.sensitive:
            continue
        before: DosePeriod | None = None
        for first, _, held in segments(medicine, period.start - _ONE, period.end):
            now = held.period
            if now is not None and (now.is_none or now.kind == AS_NEEDED):
                now = None
            if first >= period.start and _key(before) != _key(now):
                yield first, _change(medicine, before, now, tr)
            before = now


def _key(period: DosePeriod | None) -> object:
    return None if period is None else dose_key(period)


def _change(
    medicine: Medication, before: DosePeriod | None, now: DosePeriod | None, tr: Translator
) -> DayMark:
    label = medicine_label(medicine, tr)
    was = dose_words(before, tr) if before is not None else "–"
    becomes = dose_words(now, tr) if now is not None else "–"
    old, new = _amount(before), _amount(now)
    word = f"{old}→{new}" if old and new and before is not None and now is not None else medicine.name
    return DayMark(MEDICINE, word, f"{label}: {was} → {becomes}")


def _amount(period: DosePeriod | None) -> str:
    """What a day adds up to, as a bare number."""
    amount = mean_dose(period) if period is not None else None
    return dose_number(amount.value) if amount is not None else ""
