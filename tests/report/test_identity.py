"""Who the person is stays off the page where she wishes so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lupusdiary.charts.panels import EventMark, LabPanel, LabPoint, MedicineBar, ScorePanel, Segment, Timeline
from lupusdiary.domain.day_record import TrackedSymptom
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.records import Flare, LabResult, TreatmentEvent, Visit
from lupusdiary.domain.symptom_facts import own_item
from lupusdiary.language import Bilingual
from lupusdiary.report.identity import HIDDEN, without_identity
from lupusdiary.report.summary import (
    DatedNote,
    LabRow,
    OwnWords,
    Person,
    PrintedMedicine,
    SteroidCourse,
    SymptomRow,
    VisitSummary,
)
from tests.report import summaries

DAY = date(2026, 9, 18)
OWN = Analyte("own_a1", "own", "extended", *["김하늘 검사"] * 4, "quantity", own=True)


def told(**changes: object) -> VisitSummary:
    person = Person("김하늘", date(1984, 3, 2), 42, "female", "12345678")
    return replace(summaries.full(), **{"person": person, "events": (), "next_visit": None, **changes})  # type: ignore[arg-type]


def test_details_go_and_the_age_stays() -> None:
    hidden = without_identity(told())
    assert hidden.person == Person(age=42, sex="female")
    assert hidden.hidden


def test_a_text_that_tells_is_left_out_whole_and_counted_once() -> None:
    event = TreatmentEvent(DAY, "other", "김하늘 입원", "하늘이 열")
    hidden = without_identity(
        told(
            events=(event, event, TreatmentEvent(DAY, "other", "감기")),
            flares=(Flare(DAY, None, "김 하늘"),),
            visits=(Visit(DAY, note="하늘"),),
            next_visit=Visit(DAY, ("번호 12345678?", "독감은?")),
            notes=(DatedNote(DAY, "1984. 3. 2.생"), DatedNote(DAY, "잘 잠")),
            identity=("가상대학교병원",),
            agreed=("가상대학교 병원에서 12월", "12주 뒤 혈액"),
            waiting=("하늘이 질문", "약은?"),
        )
    )
    assert [event.title for event in hidden.events] == [HIDDEN, HIDDEN, "감기"]
    assert [event.note for event in hidden.events] == [HIDDEN, HIDDEN, None]
    assert [flare.note for flare in hidden.flares] == [HIDDEN]
    assert hidden.visits == (Visit(DAY),)
    assert hidden.next_visit == Visit(DAY, ("독감은?",))
    assert [note.text for note in hidden.notes] == ["잘 잠"]
    assert hidden.agreed == (HIDDEN, "12주 뒤 혈액")
    assert hidden.waiting == ("약은?",)
    assert hidden.identity == ()
    assert hidden.withheld == 7


def test_own_items_and_tests_lose_a_telling_name_and_keep_their_numbers() -> None:
    first = own_item(TrackedSymptom("own_1", True, "하늘이 어지러움", "nrs"))
    second = own_item(TrackedSymptom("own_2", True, "귀울림", "nrs"))
    rows = tuple(SymptomRow(item, None, None, 84) for item in (first, second))
    result = LabResult(DAY, "own_a1", "김하늘 5", "text", unit="U", range_text="김하늘 0-3", laboratory="가")
    panels = (
        ScorePanel("own_1", "하늘이 어지러움", "line"),
        LabPanel("own_a1", "김하늘 검사", "number", (Segment((LabPoint(DAY, "김하늘 5", "김하늘 5"),)),)),
    )
    hidden = without_identity(
        told(symptoms=rows, labs=(LabRow(OWN, result),), timelines={"ko": Timeline(summaries.PERIOD, panels)})
    )
    assert [row.symptom.names.korean for row in hidden.symptoms] == [f"{HIDDEN} 1", "귀울림"]
    (row,) = hidden.labs
    assert row.last is not None
    assert row.analyte.label_en == f"{HIDDEN} 2"
    assert (row.last.value_text, row.last.range_text, row.laboratory) == (HIDDEN, HIDDEN, None)
    drawn = hidden.timelines["ko"].panels
    assert [panel.name for panel in drawn] == [f"{HIDDEN} 1", f"{HIDDEN} 2"]
    assert isinstance(drawn[1], LabPanel)
    assert drawn[1].points[0].shown == HIDDEN


def test_an_event_in_the_picture_keeps_its_kind_only() -> None:
    marks = (EventMark(DAY, "hospital_admission", "입원: 김하늘"), EventMark(DAY, "vaccination", "독감"))
    hidden = without_identity(told(timelines={"ko": Timeline(summaries.PERIOD, events=marks)}))
    assert [mark.label for mark in hidden.timelines["ko"].events] == ["입원", "독감"]


def test_with_a_name_of_one_syllable_all_free_text_goes_and_results_stay() -> None:
    labs = (LabRow(OWN, LabResult(DAY, "own_a1", "5", "quantity", value=5, range_text="0-3", range_high=3)),)
    hidden = without_identity(
        told(
            person=Person("김별", None, 42),
            events=(TreatmentEvent(DAY, "other", "감기"),),
            next_visit=Visit(DAY, ("독감은?",)),
            labs=labs,
        )
    )
    assert hidden.events[0].title == HIDDEN
    assert hidden.next_visit == Visit(DAY)
    assert hidden.labs[0].analyte.label_ko == HIDDEN
    assert hidden.labs[0].last is not None
    assert (hidden.labs[0].last.value_text, hidden.labs[0].last.range_text) == ("5", "0-3")


def test_medicines_keep_what_the_catalogue_calls_them() -> None:
    def line(named: str, unnamed: str) -> OwnWords:
        return OwnWords(Bilingual(named, named), Bilingual(unnamed, unnamed))

    same = Bilingual("같음", "same")
    rows = (
        PrintedMedicine(line("하늘약국 소론도", "프레드니솔론"), same, same, same),
        PrintedMedicine(line("할록신", "하이드록시클로로퀸"), same, same, same),
    )
    changes = (line("높임: 하늘약국 소론도 5 → 10 mg", "높임: 프레드니솔론 5 → 10 mg"),)
    steroid = SteroidCourse((), 5.0, same, (line("하늘약국 소론도 50 mg", "프레드니솔론 50 mg"),))
    bars = (MedicineBar("하늘약국 소론도 5 mg", DAY), MedicineBar("할록신", DAY))
    hidden = without_identity(
        told(
            medicines=rows,
            medicine_changes=changes,
            steroid=steroid,
            timelines={"ko": Timeline(summaries.PERIOD, medicines=bars)},
        )
    )
    assert [row.name.text.korean for row in hidden.medicines] == ["프레드니솔론", "할록신"]
    assert hidden.medicine_changes[0].text.korean == "높임: 프레드니솔론 5 → 10 mg"
    assert hidden.steroid is not None
    assert hidden.steroid.details[0].text.korean == "프레드니솔론 50 mg"
    assert [bar.label for bar in hidden.timelines["ko"].medicines] == [HIDDEN, "할록신"]
