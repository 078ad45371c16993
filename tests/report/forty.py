"""Forty very different diaries, each as what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from lupusdiary.charts.panels import DoseStep
from lupusdiary.domain.day_record import COPIED, LATER, DayRecord, ReadingValue, TrackedSymptom
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import DiaryContents, Flare, LabResult, Profile, TreatmentEvent, Visit
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Bilingual
from lupusdiary.report.summary import OwnWords, PrintedMedicine, SteroidCourse, VisitSummary

TODAY = date(2026, 11, 22)
CATALOGUE = SymptomCatalogue()
CODES = tuple(item.id for item in CATALOGUE.all if item.scale.type != "blood_pressure")
SCRIPTS = (
    "가을부터 아침 뻣뻣함이 길어졌습니다. 약과 관계가 있을까요?",
    "Since autumn my hands are stiff for longer in the morning; may it be the medicine?",
    "漢字 診斷書를 보았습니다 😀 그리고 다시",
)

Values = dict[date, dict[str, ReadingValue]]


@dataclass(frozen=True, slots=True)
class Case:
    """A diary, how its page is asked for, and what no diary holds yet."""

    contents: DiaryContents
    languages: tuple[str, ...] = ("ko",)
    hide: bool = False
    notes: bool = False
    more: Callable[[VisitSummary], VisitSummary] = field(default=lambda summary: summary)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def written(values: Values, how: Mapping[str, str] | None = None) -> tuple[DayRecord, ...]:
    return tuple(DayRecord(day, readings, how or {}) for day, readings in sorted(values.items()))


def random_days(seed: int, length: int, codes: tuple[str, ...], every: int = 1) -> Values:
    """So many days up to today with some values of these items."""
    random = Random(seed)
    found: Values = {}
    for days in range(0, length, every):
        readings: dict[str, ReadingValue] = {}
        for code in codes:
            if random.random() < 0.85:
                scale = CATALOGUE.get(code).scale
                whole = random.randint(int(scale.minimum), int(scale.maximum))
                readings[code] = {
                    "yes_no": bool(whole % 2),
                    "duration_min": whole % 121,
                    "temperature": random.choice([36.4, 36.9, 37.4, 38.1]),
                    "weight": random.choice([58.2, 58.9, 61.0]),
                }.get(scale.type, whole)
        if readings:
            found[ago(days)] = readings
    return found


def results(
    codes: tuple[str, ...], laboratories: tuple[str | None, ...] = ("가상대학교병원",)
) -> tuple[LabResult, ...]:
    """A result a test, laboratory and season."""
    analytes = AnalyteCatalogue()
    found = []
    for at, code in enumerate(codes):
        analyte = analytes.get(code)
        text = "음성" if analyte.steps else "1:640" if analyte.value_type == "titer" else str(10 + at)
        unit = analyte.units[0].display if analyte.units and text.isdigit() else None
        for season in range(3):
            for laboratory in laboratories:
                day = ago(5 + 91 * season)
                own = "0-12" if text.isdigit() else None
                found.append(lab_result(day, analyte, text, unit, own, laboratory=laboratory))
    return tuple(sorted(found, key=lambda result: result.collected_on))


def own_words(text: str) -> OwnWords:
    return OwnWords(Bilingual(text, text), Bilingual("○○○", "○○○"))


def medicines(count: int, name: str) -> Callable[[VisitSummary], VisitSummary]:
    """Hands so many medicines and a year of steroids to a page."""
    rows = tuple(
        PrintedMedicine(
            own_words(f"{name} {at}"),
            Bilingual("1정씩 하루 2번, 아침·저녁 식후", "1 tablet twice a day, after breakfast and dinner"),
            Bilingual(f"{at * 5 + 5} mg", f"{at * 5 + 5} mg"),
            Bilingual("같음", "same"),
            at % 7,
            71,
        )
        for at in range(count)
    )
    course = SteroidCourse(
        (
            DoseStep(ago(364), 15.0, ago(201)),
            DoseStep(ago(200), 10.0, ago(60)),
            DoseStep(ago(40), 7.5, TODAY),
        ),
        7.5,
        Bilingual(
            "84일 합 515 mg · 365일 합 2,795 mg · 어림", "84 days 515 mg, 365 days 2,795 mg, approximate"
        ),
        tuple(own_words(f"{name} {days}") for days in (30, 90, 365)),
    )
    changes = tuple(own_words(f"{name} {at} 5 → 7.5 mg") for at in range(min(count, 5)))
    return lambda summary: replace(summary, medicines=rows, steroid=course, medicine_changes=changes)


BASIC = ("fatigue", "joint_pain", "morning_stiffness", "oral_ulcer", "nasal_ulcer", "fever", "raynaud")
EIGHT = ("upcr", "c3", "c4", "anti_dsdna", "creatinine", "hemoglobin", "wbc", "platelets")
LONG = "아주긴이름" * 40
LATIN = "Bartholomew-Maximilian van der " * 7


def _plain() -> Iterator[tuple[str, Case]]:
    yield "empty", Case(DiaryContents())
    yield "empty en", Case(DiaryContents(), ("en",))
    yield "one day", Case(DiaryContents(days=written({TODAY: {"fatigue": 6, "joint_pain": 4}})))
    yield "one note", Case(DiaryContents(days=(DayRecord(TODAY, note=SCRIPTS[0]),)), notes=True)
    for at, days in enumerate((3, 13, 14, 31, 60, 90, 180, 300)):
        visits = (Visit(ago(days)),)
        contents = DiaryContents(days=written(random_days(at, 2 * days, BASIC)), visits=visits)
        yield f"{days} days", Case(contents, ("ko", "en")[at % 2 : at % 2 + 1])
    for years, every in ((1, 1), (5, 3), (10, 7), (60, 60)):
        length = 365 * years
        contents = DiaryContents(
            days=written(random_days(years, length, BASIC, every)),
            visits=(Visit(ago(length)),),
            labs=results(EIGHT),
        )
        yield f"{years} years", Case(contents, ("ko", "en"))


def _crowded() -> Iterator[tuple[str, Case]]:
    questions = tuple(f"{SCRIPTS[n % 3]} {n}" for n in range(40))
    every = written(random_days(7, 180, CODES))
    events = tuple(
        TreatmentEvent(ago(n), "vaccination" if n % 2 else "infection_serious", SCRIPTS[n % 3], SCRIPTS[0])
        for n in range(25)
    )
    tracked = tuple(TrackedSymptom(code, True) for code in CODES)
    visits = (Visit(ago(84)), Visit(ago(-3), questions))
    analytes = tuple(analyte.id for analyte in AnalyteCatalogue().all)[:30]
    whole = DiaryContents(
        Profile(LATIN.strip()[:200], date(1984, 3, 2), "female", "12345678"),
        every, results(analytes, ("가상대학교병원", None)), events, (Flare(ago(90)), Flare(ago(40), ago(30))),
        visits, tracked,
    )  # fmt: skip
    for name, languages in (("ko", ("ko",)), ("en", ("en",)), ("both", ("ko", "en"))):
        yield f"everything {name}", Case(whole, languages, notes=True, more=medicines(25, "소론도정"))
        yield f"everything hidden {name}", Case(whole, languages, hide=True, more=medicines(25, LATIN))
    yield "forty questions", Case(DiaryContents(visits=(Visit(ago(30)), Visit(TODAY, questions))))
    yield (
        "forty long questions",
        Case(DiaryContents(visits=(Visit(TODAY, tuple(f"{n} {LONG * 5}" for n in range(40))),)), ("en",)),
    )
    yield "25 events", Case(DiaryContents(events=events), ("en",))
    yield "25 medicines", Case(DiaryContents(), more=medicines(25, "하이드록시클로로퀸 200 mg"))
    yield "25 long medicines", Case(DiaryContents(), ("en",), more=medicines(25, LATIN))
    yield "39 items", Case(DiaryContents(days=every, symptoms=tracked, visits=(Visit(ago(84)),)), ("en",))
    yield "30 tests", Case(DiaryContents(labs=results(analytes, ("가", "나", None))), ("en",))


def _strange() -> Iterator[tuple[str, Case]]:
    for number, name in enumerate((LONG, LATIN.strip(), "漢字姓名" * 50, "W" * 200, "김별")):
        own = TrackedSymptom("own_1", True, name[:200], "nrs")
        contents = DiaryContents(
            Profile(name[:200], date(1950, 1, 1), None, name[:60]),
            written({ago(n): {"own_1": n % 11, "fatigue": 3} for n in range(60)}),
            symptoms=(own, TrackedSymptom("fatigue", True)),
            events=(TreatmentEvent(ago(3), "other", name[:200], name * 3),),
            visits=(Visit(ago(30)), Visit(TODAY, (name,))),
        )
        yield f"name {number}", Case(contents, ("ko", "en")[number % 2 : number % 2 + 1], hide=number > 2)
    for script in SCRIPTS:
        events = (TreatmentEvent(ago(2), "other", script * 5),)
        yield (
            f"script {script[:6]}",
            Case(DiaryContents(events=events, visits=(Visit(TODAY, (script * 9,)),))),
        )
    copied = written(random_days(3, 90, ("fatigue",)), {"fatigue": COPIED})
    yield "copied", Case(DiaryContents(days=copied))
    later = written(random_days(4, 90, ("fatigue", "weight")), {"fatigue": LATER, "weight": LATER})
    yield "later", Case(DiaryContents(days=later), ("en",))
    text = "용혈로 재검 요망, 담당 의사와 상의하십시오. " * 5
    analyte = AnalyteCatalogue().get("albumin")
    words = lab_result(ago(3), analyte, text, None, "여 3.5-5.2 남 3.6-5.4 소아 3.1-4.9 " * 3)
    yield "results in words", Case(DiaryContents(labs=(words, *results(("crp", "egfr")))), ("en",))


CASES = dict([*_plain(), *_crowded(), *_strange()])
