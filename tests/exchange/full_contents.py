"""A diary's contents with one of everything, for the tests of the exchange."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

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
from lupusdiary.domain.records import (
    BloodPressure,
    Contact,
    DayRecord,
    DiaryContents,
    Flare,
    OwnAnalyte,
    Profile,
    SheetRow,
    SheetTemplate,
    TimedEntry,
    TrackedSymptom,
    TreatmentEvent,
    Visit,
)

OWN_ANALYTE = OwnAnalyte("own_c1q", "Anti-C1q", "quantity", "U/mL")
OWN_ITEM = TrackedSymptom("own_hands", True, "손 저림, 아침", "severity")
LAB = "가상, “큰” 병원"
LEARNT = Learnt(
    (
        ArticleState("lupus_nephritis", 1.0, "tests", finished=True, bookmarked=True),
        ArticleState("what_is_lupus", 0.25, "what", note="=내 메모\n둘째 줄"),
    ),
    (
        QuizAnswer(date(2026, 3, 1), "what_is_lupus", 0, False),
        QuizAnswer(date(2026, 3, 2), "what_is_lupus", 0, True),
    ),
    (
        TeachBack(
            date(2026, 3, 2),
            "what_is_lupus",
            (TeachBackResult(True, "면역이 나를 공격해요"), TeachBackResult(False), TeachBackResult(True)),
            "궁금한 점 적기",
        ),
        TeachBack(date(2026, 3, 2), "why_wolf"),
    ),
)


def _lab(day: date, analyte: str, *printed: str | None) -> object:
    return lab_result(day, AnalyteCatalogue([OWN_ANALYTE]).get(analyte), *printed)  # type: ignore[arg-type]


def full_life() -> DiaryContents:
    """One of everything, with the signs that break formats: commas, quotes, line breaks, formulas."""
    day, next_day = date(2026, 3, 1), date(2026, 3, 2)
    return DiaryContents(
        profile=Profile("=김가상", date(1982, 10, 5), "female", "0012345"),
        days=(
            DayRecord(
                day,
                {
                    "fatigue": 6,
                    "fever": 37.9,
                    "chills": True,
                    "nasal_ulcer": False,
                    "own_hands": 2,
                    "weight": 58,
                },
                {"fatigue": "later", "note": "copied"},
                '첫 줄, “따옴표” "곧은"\n둘째 줄; 끝\t탭',
                (
                    TimedEntry(time(8, 5), 36.9, None),
                    TimedEntry(time(8, 5), None, "@아침", "later"),
                    TimedEntry(time(14, 30), 38.0, "-오한"),
                ),
            ),
            DayRecord(next_day, {"bp": BloodPressure(120, 80)}, {}, "'=1+1'"),
            DayRecord(date(2026, 3, 5), note="+82 10"),
        ),
        labs=(
            _lab(day, "c3", "52", "mg/dL", "90-180", LAB, "nephelometry", "=note"),
            _lab(day, "anti_dsdna", "<1.3", "IU/mL", "<10", LAB, "FEIA"),
            _lab(day, "ana", "1:640", None, "<1:80", LAB),
            _lab(day, "urine_protein_dip", "2+", None, "음성", LAB),
            _lab(day, "urine_protein_dip", "-", None, None, LAB),
            _lab(day, "urine_rbc", "5-9", "/HPF", "0-4", LAB),
            _lab(day, "ch50", "검사중"),
            _lab(day, "own_c1q", "12.5", "U/mL"),
            _lab(next_day, "c3", "읽을 수 없음"),
        ),
        events=(
            TreatmentEvent(day, "cart_infusion", "주입", "메모\n두 줄"),
            TreatmentEvent(day, "diagnosis"),
        ),
        flares=(Flare(day, next_day, "의사에게 들음"), Flare(next_day)),
        visits=(
            Visit(day, ("첫 질문?", "둘째; 질문"), "메모"),
            Visit(day, ("같은 날 다른 진료",)),
            Visit(next_day),
        ),
        symptoms=(
            TrackedSymptom("joint_pain", True),
            TrackedSymptom("fatigue", False),
            OWN_ITEM,
            TrackedSymptom("own_old", False, "예전 항목", "count", retired=True),
        ),
        own_analytes=(OWN_ANALYTE,),
        sheets=(
            SheetTemplate(LAB, (SheetRow("c3", "C3(보체)"), SheetRow("upcr", None, "mg/g{creat}"))),
            SheetTemplate(None, (SheetRow("own_c1q"),)),
        ),
        contacts=(Contact("외래", "+82-2-000-0000"),),
        demonstration="mild",
    )  # type: ignore[arg-type]


def learnt_life() -> DiaryContents:
    """A full life of a person, with what she learnt and her safety card."""
    card = SafetyCard(
        whom="=보호자, 010-0000-0000",
        ticks=("on_steroids", "after_car_t"),
        notes="스테로이드는\n갑자기 끊지 않음",
        medicines="프레드니솔론 5 mg",
        allergies="설파제",
        car_t="2025. 3. 1. 가상대학교병원",
    )
    return replace(full_life(), demonstration=None, learning=LEARNT, safety_card=card)
