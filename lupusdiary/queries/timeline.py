"""The series of a diary, put together for one picture."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lupusdiary.charts.crop import within
from lupusdiary.charts.lab_panels import ReaderProfile, lab_panels
from lupusdiary.charts.panels import EventMark, FlareSpan, Panel, Timeline
from lupusdiary.charts.score_panel import score_panel
from lupusdiary.domain.period import Period, full_years
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.treatment import CART_INFUSION, kept_kind
from lupusdiary.language import Refusal, Translator
from lupusdiary.queries.lab_units import unit_of

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary
    from lupusdiary.domain.day_record import ReadingValue
    from lupusdiary.queries.exposure import Exposures

_RANGE_DAYS = {"quarter": 91, "year": 365, "five": 1826}
# These kinds say nothing without the person's words.
_NAMED_BY_TITLE = frozenset({"diagnosis", "complication", "other"})


def timeline_of(
    diary: Diary,
    codes: Sequence[str],
    period: Period,
    tr: Translator,
    *,
    cropped: bool = False,
    exposures: Exposures | None = None,
    known: Mapping[str, Mapping[date, ReadingValue]] | None = None,
    recorded: Collection[date] | None = None,
) -> Timeline:
    """The picture of these items and analytes over a period. A panel whose records all lie outside of the
    period is empty (`cropped`: left out, nothing else is read); one without any record is left out by name.
    Raises `Refusal` for an unknown code. A page that read `exposures`, all values of items (`known`, by
    code and day) or the `recorded` days hands them over."""
    panels, left_out = panels_of(diary, codes, period, tr, cropped=cropped, known=known)
    whole = Timeline(
        period,
        panels,
        tuple(_event(event, tr) for event in diary.events.all(period)),
        tuple(FlareSpan(f.start, f.end) for f in diary.flares.all()),
        tuple(sorted(visit.day for visit in diary.visits.all(period))),
        tuple(diary.days.recorded_days(period) if recorded is None else sorted(recorded)),
        left_out,
        tuple(e.day for e in diary.events.all() if e.kind == CART_INFUSION),
        diary.demonstration is not None,
        diary.today(),
    )
    return within(_with_medicines(diary, whole, tr, exposures), period)


def panels_of(
    diary: Diary,
    codes: Sequence[str],
    period: Period,
    tr: Translator,
    *,
    cropped: bool = False,
    known: Mapping[str, Mapping[date, ReadingValue]] | None = None,
) -> tuple[tuple[Panel, ...], tuple[str, ...]]:
    """The panels of a timeline by themselves, and the names of what has none. What is not `cropped` reaches
    beyond the period."""
    profile = diary.profile.get()
    age = None if profile.birth_date is None else full_years(profile.birth_date, period.end)
    reader = ReaderProfile(tr, profile.sex, age)
    panels: list[Panel] = []
    left_out: list[str] = []
    inside = period if cropped else None
    if known is None:
        symptoms = diary.symptoms.catalogue()
        items = [code for code in dict.fromkeys(codes) if code in symptoms]
        known = diary.days.values_by_item(inside, items) if items else {}
    for code in dict.fromkeys(codes):
        name, found = _panels(diary, code, reader, known.get(code, {}), inside)
        panels += found
        if not found:
            left_out.append(name)
    return tuple(panels), tuple(left_out)


def _with_medicines(diary: Diary, whole: Timeline, tr: Translator, exposures: Exposures | None) -> Timeline:
    from lupusdiary.queries.exposure import Exposures

    exposures = exposures or Exposures(diary)
    medicines = exposures.medicines
    if not medicines:
        return whole
    from lupusdiary.queries.medicine_lanes import dose_panel, medicine_bars

    today = whole.period.end if whole.demonstration else diary.today()
    return replace(
        whole,
        doses=dose_panel(exposures, whole.period, today, tr),
        medicines=medicine_bars(medicines, whole.period, today, tr),
    )


def codes_with_records(diary: Diary) -> list[str]:
    """Everything that can be drawn: the analytes with a result, then the items ever recorded."""
    symptoms, analytes = diary.symptoms.catalogue(), diary.labs.catalogue()
    # A newer program may have recorded what this one does not know.
    return [
        *(code for code in diary.labs.analytes_used() if code in analytes),
        *(code for code in diary.days.symptoms_used() if code in symptoms),
    ]


def names_of(diary: Diary, tr: Translator) -> Callable[[str], str]:
    """What each code that can be drawn is called."""
    symptoms, analytes = diary.symptoms.catalogue(), diary.labs.catalogue()
    return lambda code: symptoms.get(code).name(tr) if code in symptoms else analytes.get(code).label(tr)


def whole_period(diary: Diary, today: date) -> Period:
    """From the first record of any kind to today, or to the last record if that is later."""
    days = [diary.days.first(), diary.days.last()]
    days += diary.labs.ends()
    days += [event.day for event in diary.events.all()]
    days += [visit.day for visit in diary.visits.all()]
    days += [flare.start for flare in diary.flares.all()]
    found = [day for day in days if day is not None]
    return Period(min([*found, today]), max([*found, today]))


def _panels(
    diary: Diary,
    code: str,
    reader: ReaderProfile,
    values: Mapping[date, ReadingValue],
    inside: Period | None,
) -> tuple[str, list[Panel]]:
    symptoms, analytes = diary.symptoms.catalogue(), diary.labs.catalogue()
    if code in symptoms:
        symptom = symptoms.get(code)
        return symptom.name(reader.tr), [score_panel(symptom, values, reader.tr)] if values else []
    if code not in analytes:
        raise Refusal("There is no item and no laboratory test “{code}”.", code=code[:40])
    analyte = analytes.get(code)
    results = diary.labs.all(inside, code)
    found = lab_panels(analyte, results, reader, unit_of(diary, results)) if results else []
    return analyte.label(reader.tr), list(found)


def _event(event: TreatmentEvent, tr: Translator) -> EventMark:
    kind = kept_kind(event.kind)
    label = _label(kind.name(tr), event.title or "", named=event.kind not in _NAMED_BY_TITLE)
    return EventMark(event.day, event.kind, label, event.kind == CART_INFUSION, kind.sensitive, event.id)


def _label(kind: str, title: str, *, named: bool) -> str:
    """The kind and the person's words for it, unless one says the other."""
    short = kind.split("(")[0].strip()
    if title and (not named or short.casefold() in title.casefold()):
        return title
    return kind if title.casefold() in kind.casefold() else f"{kind}: {title}"


def range_period(diary: Diary, name: str, whole: Period) -> Period:
    """The period that "visit" (since the last one), "quarter", "year", "five" or "all" means; before the
    first visit, all."""
    if name in _RANGE_DAYS:
        return Period(whole.end - timedelta(days=_RANGE_DAYS[name] - 1), whole.end)
    last = diary.visits.last_before(diary.today()) if name == "visit" else None
    return Period(last.day, whole.end) if last else whole
