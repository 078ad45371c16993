"""Strategies for everything that a diary can hold, in the order in which it hands it out."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from lupusdiary.domain.day_record import BloodPressure, DayRecord, TimedEntry, TrackedSymptom
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.learning import (
    ArticleState,
    Learnt,
    QuizAnswer,
    SafetyCard,
    TeachBack,
    TeachBackResult,
)
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.side_effect import SideEffect
from lupusdiary.domain.records import (
    Contact,
    DiaryContents,
    Flare,
    LabResult,
    OwnAnalyte,
    Profile,
    SheetRow,
    SheetTemplate,
    TreatmentEvent,
    Visit,
)
from lupusdiary.domain.scale import OWN_SCALES
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.treatment import EVENT_KINDS
from lupusdiary.domain.urgency import CARD_TICKS
from lupusdiary.domain.visits import (
    AGREEMENT_KINDS,
    CHECK_UPS,
    Agreement,
    AskedQuestion,
    CheckUp,
    OpenQuestion,
)

TODAY = date(2026, 11, 22)
ANALYTES = ("c3", "c4", "anti_dsdna", "upcr")

days = st.dates(date(1900, 1, 1), TODAY)
texts = (
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1, max_size=12)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: bool(text.strip()))
)
names = texts.map(str.strip).filter(bool)
maybe = st.none() | texts
hows = st.sampled_from([None, "later", "copied"])
temperatures = st.integers(330, 430).map(lambda tenths: tenths / 10)
typed_temperatures = st.integers(95, 109).map(
    lambda degrees: (round((degrees - 32) * 5 / 9, 1), f"{degrees} [degF]")
)


def values_of(code: str, own: dict[str, str]) -> st.SearchStrategy[Any]:
    """The values that an item takes."""
    scale = own.get(code) or SymptomCatalogue().get(code).scale.type
    return {
        "nrs": st.integers(0, 10),
        "severity": st.integers(0, 3),
        "yes_no": st.booleans(),
        "count": st.integers(0, 40),
        "duration_min": st.integers(0, 720),
        "temperature": temperatures,
        "weight": st.integers(200, 3000).map(lambda tenths: tenths / 10),
        "blood_pressure": st.builds(BloodPressure, st.integers(90, 280), st.integers(20, 89)),
    }[scale]


@st.composite
def symptom_lists(draw: st.DrawFn) -> tuple[TrackedSymptom, ...]:
    """A list of items: empty, or with at least one of the fact base as every written list has."""
    codes = draw(
        st.lists(st.sampled_from([item.id for item in SymptomCatalogue().all]), unique=True, max_size=5)
    )
    if not codes:
        return ()
    listed = [TrackedSymptom(code, draw(st.booleans())) for code in codes]
    for number in range(draw(st.integers(0, 3))):
        retired = draw(st.booleans())
        tracked = not retired and draw(st.booleans())
        scale = draw(st.sampled_from(OWN_SCALES))
        listed.append(TrackedSymptom(f"own_{number}", tracked, draw(names), scale, retired))
    return tuple(draw(st.permutations(listed)))


@st.composite
def day_records(draw: st.DrawFn, own: dict[str, str]) -> DayRecord:
    """One day, not empty."""
    codes = draw(
        st.lists(
            st.sampled_from([*(item.id for item in SymptomCatalogue().all), *own]), unique=True, max_size=4
        )
    )
    readings = {code: draw(values_of(code, own)) for code in sorted(codes)}
    note = draw(maybe)
    timed = draw(st.lists(timed_entries(), max_size=3, unique=True))
    how = {code: found for code in [*readings, *(["note"] if note else [])] if (found := draw(hows))}
    entered = {}
    if "fever" in readings and draw(st.booleans()):
        readings["fever"], entered["fever"] = draw(typed_temperatures)
    in_order = tuple(sorted(timed, key=lambda entry: entry.at))
    return DayRecord(draw(days), readings, how, note, in_order, entered)


@st.composite
def timed_entries(draw: st.DrawFn) -> TimedEntry:
    """A note, a temperature, or both."""
    note, fever = draw(maybe), draw(st.none() | temperatures)
    at = draw(st.times().map(lambda moment: time(moment.hour, moment.minute)))
    note = note if note or fever is not None else "note"
    if draw(st.booleans()):
        fever, entered = draw(typed_temperatures)
        return TimedEntry(at, fever, note, draw(hows), entered=entered)
    return TimedEntry(at, fever, note, draw(hows))


PRINTED = (
    ("c3", "52", "mg/dL", "90-180"),
    ("c3", "읽을 수 없음", None, None),
    ("c4", "검사중", None, None),
    ("anti_dsdna", "<1.3", "IU/mL", "<10"),
    ("upcr", "0.1234567891234", "mg/mg", None),
    ("ana", "1:640", None, "<1:80"),
    ("urine_protein_dip", "2+", None, "음성"),
    ("urine_rbc", "5-9", "/HPF", "0-4"),
)


@st.composite
def lab_results(draw: st.DrawFn) -> LabResult:
    """A result as sheets print it."""
    code, value, unit, range_text = draw(st.sampled_from(PRINTED))
    read = lab_result(draw(days), AnalyteCatalogue().get(code), value, unit, range_text)
    return replace(read, laboratory=draw(maybe), method=draw(maybe), note=draw(maybe))


@st.composite
def flares(draw: st.DrawFn) -> Flare:
    start = draw(days)
    return Flare(start, draw(st.none() | st.dates(start, TODAY)), draw(maybe))


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    """An appointment with all that belongs to it."""
    questions = tuple(draw(st.lists(texts, max_size=3)))
    answers = [
        AskedQuestion(question, draw(st.sampled_from([None, True, False])), draw(maybe))
        for question in questions
    ]
    agreed = tuple(draw(st.lists(texts, max_size=2, unique=True)))
    kinds = st.sampled_from(list(AGREEMENT_KINDS))
    times = st.none() | st.times().map(lambda moment: time(moment.hour, moment.minute))
    return Visit(
        draw(st.dates(date(1900, 1, 1), date(2030, 1, 1))),
        questions,
        draw(maybe),
        department=draw(maybe),
        hospital=draw(maybe),
        at=draw(times),
        blood_draw=draw(st.none() | days),
        agreed=agreed,
        asked=_told_apart(answers),
        prepared=tuple(draw(st.lists(texts, max_size=1))),
        agreements=tuple(Agreement(text, draw(kinds), draw(st.none() | days)) for text in agreed),
    )


def _told_apart(answers: list[AskedQuestion]) -> tuple[AskedQuestion, ...]:
    """What became of questions; of two with one text, of none or of the first."""
    said: list[AskedQuestion] = []
    silent: set[str] = set()
    for each in answers:
        if each == AskedQuestion(each.question):
            silent.add(each.question)
        elif each.question not in silent:
            said.append(each)
    return tuple(said)


def events() -> st.SearchStrategy[TreatmentEvent]:
    return st.builds(
        TreatmentEvent,
        days,
        st.sampled_from(list(EVENT_KINDS)),
        maybe,
        maybe,
        ingredient=maybe,
        dose_mg=st.none() | amounts,
        days=st.none() | st.integers(1, 9),
    )


amounts = st.sampled_from([0.25, 0.1, 1, 2.5, 500])
patterns = st.sampled_from(
    [
        DosePattern("daily"),
        DosePattern("weekly_once", weekdays=("mon",)),
        DosePattern("every_n_weeks", weeks=4, anchor=TODAY),
        DosePattern("dates", dates=(TODAY, date(2026, 1, 1))),
        DosePattern("as_needed", most=3, most_unit="tablet"),
        DosePattern("pulse", days=3),
    ]
)


def parts() -> st.SearchStrategy[DosePart]:
    return st.builds(
        DosePart,
        strength=st.none() | amounts,
        unit=st.sampled_from(["mg", "mL", None]),
        amount=st.none() | amounts,
        at=st.sampled_from([(), ("morning",), ("morning", "21:00")]),
        product=maybe,
    )


@st.composite
def dose_periods(draw: st.DrawFn, plan: str | None = None) -> DosePeriod:
    """Planned, or a stretch as it went."""
    start = draw(days)
    end = draw(st.none() | st.dates(start, TODAY))
    return DosePeriod(
        start,
        draw(patterns),
        planned=end is None or plan is not None or draw(st.booleans()),
        end=end,
        plan=plan,
        parts=tuple(draw(st.lists(parts(), max_size=2))),
        supply_days=draw(st.none() | st.integers(1, 90)),
        note=draw(maybe),
    )


@st.composite
def medications(draw: st.DrawFn, number: int) -> Medication:
    """A medicine with at most one plan, of which at most one step is known."""
    listed = draw(st.lists(dose_periods(), max_size=3))
    plans: tuple[Plan, ...] = ()
    if draw(st.booleans()):
        plans = (Plan("p1", draw(st.none() | days), draw(maybe)),)
        listed += draw(st.lists(dose_periods("p1"), max_size=1))
    return Medication(
        f"med_{number}",
        f"{draw(st.sampled_from(['소론도정', 'MTX', '홍삼']))} {number}",
        draw(st.sampled_from([None, "prednisolone"])),
        draw(st.sampled_from([None, "oral"])),
        draw(st.sampled_from([None, "tablet"])),
        draw(st.sampled_from([None, "bought"])),
        draw(st.booleans()),
        plans,
        tuple(listed),
    )


@st.composite
def medicine_lists(draw: st.DrawFn) -> dict[str, Any]:
    """Medicines, what was taken of them, allergies and side effects."""
    listed = [draw(medications(number)) for number in range(1, draw(st.integers(1, 3)))]
    found: dict[str, Any] = {
        "medicines": tuple(listed),
        "allergies": tuple(
            draw(
                st.lists(st.builds(Allergy, names, maybe, st.lists(texts, max_size=2).map(tuple)), max_size=2)
            )
        ),
    }
    if listed:
        codes = st.sampled_from([medicine.code for medicine in listed])
        rows = st.builds(
            Intake,
            days,
            codes,
            st.just("extra"),
            at=st.none() | st.just(time(9)),
            how=hows,
            parts=st.lists(parts(), min_size=1, max_size=2).map(tuple),
        )
        found["taken"] = draw(sorted_by(rows, "day"))
        effects = st.builds(SideEffect, codes, texts, st.none() | days, told_on=st.none() | days)
        found["side_effects"] = tuple(draw(st.lists(effects, max_size=2)))
    return found


def sheets() -> st.SearchStrategy[SheetTemplate]:
    rows = st.builds(SheetRow, st.sampled_from(ANALYTES), maybe, maybe)
    return st.builds(SheetTemplate, maybe, st.lists(rows, min_size=1, max_size=4, unique=True).map(tuple))


def sorted_by(strategy: st.SearchStrategy[Any], day: str) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of them by day; ties stay in the order in which they came. Twins may be among them."""
    return st.lists(strategy, max_size=4).map(
        lambda found: tuple(sorted(found, key=lambda each: getattr(each, day)))
    )


safety_cards = st.builds(
    SafetyCard,
    maybe,
    st.sets(st.sampled_from(CARD_TICKS)).map(lambda chosen: tuple(t for t in CARD_TICKS if t in chosen)),
    maybe,
)
article_ids = st.sampled_from(["what_is_lupus", "why_wolf", "our_clinic"])


@st.composite
def learning(draw: st.DrawFn) -> Learnt:
    """What somebody read, answered and said."""
    fractions = st.floats(0, 1, allow_nan=False)
    states = st.builds(
        ArticleState, article_ids, fractions, maybe, st.booleans(), st.booleans(), maybe
    ).filter(lambda state: state != ArticleState(state.article))
    decided = st.one_of(st.none(), st.booleans())
    results = st.lists(st.builds(TeachBackResult, decided, maybe), max_size=3).map(tuple)
    return Learnt(
        tuple(
            sorted(
                draw(st.lists(states, max_size=2, unique_by=lambda state: state.article)),
                key=lambda state: state.article,
            )
        ),
        draw(sorted_by(st.builds(QuizAnswer, days, article_ids, st.integers(0, 5), st.booleans()), "day")),
        draw(sorted_by(st.builds(TeachBack, days, article_ids, results, maybe), "day")),
    )


@st.composite
def contents(draw: st.DrawFn) -> DiaryContents:
    """A whole diary of a person."""
    symptoms = draw(symptom_lists())
    own = {item.symptom: item.scale for item in symptoms if item.scale is not None}
    records = draw(st.lists(day_records(own), max_size=4, unique_by=lambda record: record.day))
    return DiaryContents(
        profile=draw(
            st.builds(
                Profile, st.none() | names, st.none() | days, st.sampled_from([None, "female", "male"]), maybe
            )
        ),
        days=tuple(sorted((each for each in records if not each.is_empty), key=lambda record: record.day)),
        labs=draw(sorted_by(lab_results(), "collected_on")),
        events=draw(sorted_by(events(), "day")),
        flares=draw(sorted_by(flares(), "start")),
        visits=draw(sorted_by(visits(), "day")),
        symptoms=symptoms,
        own_analytes=tuple(
            OwnAnalyte(
                f"own_{number}", name, draw(st.sampled_from(["quantity", "titer", "ordinal"])), draw(maybe)
            )
            for number, name in enumerate(draw(st.lists(names, max_size=2)))
        ),
        sheets=tuple(draw(st.lists(sheets(), max_size=3, unique_by=lambda sheet: sheet.laboratory))),
        contacts=tuple(draw(st.lists(st.builds(Contact, names, names), max_size=3))),
        learning=draw(learning()),
        safety_card=draw(safety_cards),
        **draw(medicine_lists()),
        open_questions=tuple(
            draw(st.lists(st.builds(OpenQuestion, texts, maybe, st.none() | days), max_size=2))
        ),
        check_ups=tuple(
            draw(st.lists(st.builds(CheckUp, st.sampled_from(list(CHECK_UPS)), maybe, days), max_size=2))
        ),
    )
