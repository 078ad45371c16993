"""What is taken now, the steroid doses and the bars of a picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lupusdiary.charts.panels import DoseStep
from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.language import Translator, translator
from lupusdiary.queries.exposure import exposure_of, exposure_sums
from lupusdiary.queries.medicines import medicines_now
from lupusdiary.queries.timeline import timeline_of

TODAY = date(2026, 11, 22)
KO, EN = translator("ko"), translator("en")
PDL = Medication("", "소론도정", "prednisolone", "oral", "tablet")


def _period(start: date, mg: float, kind: str = "daily", **more: object) -> DosePeriod:
    return DosePeriod(start, DosePattern(kind), parts=(DosePart(unit="mg", amount=mg),), **more)  # type: ignore[arg-type]


def _days(back: int) -> date:
    return TODAY - timedelta(days=back)


def _fill(diary: Diary) -> str:
    plan = (
        _period(_days(40), 10, end=_days(21), plan="p1"),
        _period(_days(20), 7.5, end=_days(-9), plan="p1"),
        _period(_days(-10), 5, plan="p1"),
    )
    kept = diary.medicines.add(replace(PDL, plans=(Plan("p1"),), periods=plan))
    diary.medicines.add(
        Medication(
            "", "할록신정", "hydroxychloroquine", "oral", periods=(_period(_days(200), 400, end=_days(101)),)
        )
    )
    diary.medicines.add(
        Medication("", "할록신정", "hydroxychloroquine", "oral", periods=(_period(_days(100), 400),))
    )
    diary.medicines.add(Medication("", "홍삼", kind="supplement", periods=(_period(_days(9), 5),)))
    diary.medicines.add(Medication("", "비밀", sensitive=True, periods=(_period(_days(9), 5),)))
    weekly = DosePeriod(
        _days(90), DosePattern("weekly_once", weekdays=("mon",)), parts=(DosePart(unit="mg", amount=10),)
    )
    diary.medicines.add(Medication("", "MTX", "methotrexate", "oral", periods=(weekly,)))
    return kept.code


def test_what_holds_now_is_listed_with_its_dose_and_since_when(diary: Diary) -> None:
    code = _fill(diary)
    diary.intakes.record_many([Intake(_days(2), code, "taken"), Intake(_days(1), code, "skipped")])
    lines = {line.label: line for line in medicines_now(diary, TODAY, KO)}
    assert list(lines)[-1] == "홍삼"
    assert "비밀" not in lines
    assert (lines["소론도정(프레드니솔론)"].dose, lines["소론도정(프레드니솔론)"].since) == (
        "7.5 mg/일",
        _days(20),
    )
    assert lines["소론도정(프레드니솔론)"].next_step == "다음: 2026. 12. 2.부터 5 mg/일 (계획)"
    assert "2일 중 안 먹은 날 1일" in (lines["소론도정(프레드니솔론)"].adherence or "")
    assert lines["할록신정(하이드록시클로로퀸)"].since == _days(200)
    assert lines["할록신정(하이드록시클로로퀸)"].adherence is None
    methotrexate = next(line for label, line in lines.items() if label.startswith("MTX"))
    assert methotrexate.fixed_text
    assert len(medicines_now(diary, TODAY, EN, sensitive=True)) == 5


def test_the_timeline_has_steroid_steps_and_bars(diary: Diary) -> None:
    _fill(diary)
    found = timeline_of(diary, [], Period(_days(60), _days(-30)), EN)
    assert found.doses is not None
    assert found.doses.steps == (
        DoseStep(_days(40), 10, _days(21)),
        DoseStep(_days(20), 7.5, TODAY),
        DoseStep(_days(-1), 7.5, _days(-9), planned=True),
        DoseStep(_days(-10), 5, _days(-30), planned=True),
    )
    bars = {bar.label: bar for bar in found.medicines}
    assert not any("소론도" in label or "비밀" in label for label in bars)
    halo = next(bar for label, bar in bars.items() if "hydroxychloroquine" in label)
    assert (halo.start, halo.end, halo.planned) == (_days(60), None, False)
    assert "400 mg a day" in halo.label


def test_alternate_days_are_drawn_as_their_mean(diary: Diary) -> None:
    diary.medicines.add(replace(PDL, periods=(_period(_days(10), 10, "alternate_days", end=_days(1)),)))
    found = timeline_of(diary, [], Period(_days(20), TODAY), EN)
    assert found.doses is not None
    assert found.doses.steps == (DoseStep(_days(10), 5, _days(1)),)


def test_a_pulse_event_stands_apart_and_sums_end_on_their_day(diary: Diary) -> None:
    _fill(diary)
    diary.events.add(
        TreatmentEvent(_days(39), "gc_pulse", ingredient="methylprednisolone", dose_mg=500, days=3)
    )
    found = exposure_of(diary, Period(_days(60), TODAY))
    assert [float(pulse.mg or 0) for pulse in found.pulses] == [625, 625, 625]
    assert found.known.total == 20 * 10 + 21 * 7.5
    month, quarter, year, whole = exposure_sums(diary, TODAY)
    assert [each.period.days for each in (month, quarter, year)] == [30, 90, 365]
    assert month.known.total == 9 * 10 + 21 * 7.5
    assert whole.period.start == _days(200)


def test_what_is_not_taken_every_day_says_when_it_is_due_next(diary: Diary) -> None:
    _fill(diary)
    every_4_weeks = DosePeriod(
        _days(100), DosePattern("every_n_weeks", weeks=4), parts=(DosePart(unit="mg", amount=300),)
    )
    code = diary.medicines.add(Medication("", "벤리스타", "belimumab", "iv", periods=(every_4_weeks,))).code

    def due(language: Translator) -> dict[str, str | None]:
        lines = medicines_now(diary, TODAY, language)
        return {line.label.split(" (")[0].split("(")[0]: line.next_due for line in lines}

    said = due(EN)
    monday = TODAY + timedelta(days=(0 - TODAY.weekday()) % 7)
    assert said["MTX"] == f"next due: {EN.date(monday)}"
    assert [label for label, words in said.items() if words is not None] == ["MTX", "벤리스타"]
    assert said["벤리스타"] == f"next due: {EN.date(_days(100 - 28 * 4))}"
    # A given injection moves what comes next; what was planned stays as it was written.
    diary.intakes.record(Intake(_days(10), code, "taken", parts=(DosePart(unit="mg", amount=300),)))
    assert due(EN)["벤리스타"] == f"next due: {EN.date(_days(10 - 28))}"
    assert due(KO)["벤리스타"] == f"다음: {KO.date(_days(10 - 28))}"
