"""A diary's contents with one of everything, for the tests of the exchange."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

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
    OwnAnalyte,
    Profile,
    SheetRow,
    SheetTemplate,
    TreatmentEvent,
    Visit,
)
from lupusdiary.domain.visits import Agreement, AskedQuestion, CheckUp, KeptVisitPage, OpenQuestion

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

MEDICINES: dict[str, Any] = {
    "medicines": (
        Medication(
            "med_1",
            "소론도정",
            "prednisolone",
            "oral",
            "tablet",
            plans=(Plan("p1", date(2026, 1, 5), "60 mg, 2주마다 10씩", date(2026, 2, 2)),),
            periods=(
                DosePeriod(
                    date(2026, 1, 5),
                    DosePattern("daily"),
                    end=date(2026, 1, 18),
                    plan="p1",
                    parts=(
                        DosePart(5, "mg", 2, "tablet", times=2, at=("morning", "08:00"), product="소론도정"),
                        DosePart(1, "mg", 0.5, "tablet", product_code="642101010"),
                    ),
                    meal="after_meal",
                    supply_days=14,
                    dispensed_on=date(2026, 1, 5),
                    prescribed_on=date(2026, 1, 5),
                    hospital=LAB,
                    department="류마티스내과",
                    pharmacy="가상약국",
                    printed="소론도정 5mg 1회 2정 …",
                    note="=먹기 전",
                ),
                DosePeriod(
                    date(2026, 1, 19),
                    DosePattern("weekdays", weekdays=("mon", "thu")),
                    plan="p1",
                    parts=(DosePart(amount=10, unit="mg"),),
                ),
                DosePeriod(
                    date(2026, 1, 5),
                    DosePattern("dates", dates=(date(2026, 1, 5), date(2026, 1, 7))),
                    planned=False,
                    end=date(2026, 1, 10),
                ),
                DosePeriod(
                    date(2026, 2, 20),
                    DosePattern("none"),
                    planned=False,
                    reason="side_effect",
                    reason_text="잠이 안 와서",
                ),
            ),
        ),
        Medication("med_2", "홍삼정", kind="supplement", sensitive=True),
        Medication(
            "med_3",
            "타이레놀",
            "acetaminophen",
            "oral",
            periods=(
                DosePeriod(
                    date(2026, 1, 1),
                    DosePattern("as_needed", most=3, most_unit="tablet"),
                    parts=(DosePart(500, "mg", 1, "tablet", amount_to=2),),
                ),
            ),
        ),
    ),
    "taken": (
        Intake(date(2026, 1, 5), "med_1", "late", "morning", time(13, 10), "later"),
        Intake(date(2026, 1, 5), "med_3", "taken", at=time(9)),
        Intake(date(2026, 1, 5), "med_3", "taken", at=time(21), note="두통; 심함"),
        Intake(date(2026, 1, 6), "med_1", "extra", parts=(DosePart(5, "mg", 1),)),
        Intake(date(2026, 1, 6), "med_1", "skipped", "08:00"),
    ),
    "allergies": (
        Allergy("설파제", "tmp_smx", ("발진", "=가려움; 부음"), date(2024, 5, 2), "doctor", "응급실"),
        Allergy("조영제"),
    ),
    "side_effects": (
        SideEffect(
            "med_1", "불면", date(2026, 2, 1), date(2026, 2, 20), "moderate", date(2026, 2, 10), "둘째 주"
        ),
        SideEffect("med_2", "속쓰림"),
    ),
}


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
            TreatmentEvent(
                next_day, "gc_pulse", "충격요법", ingredient="methylprednisolone", dose_mg=500, days=3
            ),
        ),
        flares=(Flare(day, next_day, "의사에게 들음"), Flare(next_day)),
        visits=(
            Visit(day, ("첫 질문?", "둘째; 질문"), "메모"),
            Visit(day, ("같은 날 다른 진료",)),
            Visit(next_day),
            Visit(
                next_day,
                ("줄여도 될까요?", "=예방접종?"),
                department="류마티스내과",
                hospital=LAB,
                doctor="가상 교수",
                at=time(9, 30),
                blood_draw=day,
                blood_draw_at=time(7, 5),
                preparation="공복; 소변 모으기",
                agreed=("5 mg으로 줄임", "-다음은 4주 뒤"),
                asked=(
                    AskedQuestion("줄여도 될까요?", True, "네, 5 mg"),
                    AskedQuestion("=예방접종?", False),
                ),
                prepared=("공복; 소변 모으기",),
                agreements=(
                    Agreement("5 mg으로 줄임", "heard", next_day, "placed"),
                    Agreement("-다음은 4주 뒤", "visit", outcome="=예약함"),
                ),
            ),
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
        **MEDICINES,
        open_questions=(OpenQuestion("눈 검사?", "안과", day), OpenQuestion("햇빛?", origin="article:sun")),
        check_ups=(CheckUp("eyes", None, day, next_day, "망막"), CheckUp("own", "치과, 정기")),
        visit_pages=(KeptVisitPage(next_day, day, '{"pages": [1]}', "류마티스내과", LAB),),
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
