"""Reads the fact base's items, and gives an item that the person made the same shape."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from lupusdiary.domain.day_record import TrackedSymptom
from lupusdiary.domain.scale import BLOOD_PRESSURE, COUNT, DURATION, NRS, SEVERITY, WEIGHT, YES_NO, Scale
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Bilingual
from lupusdiary.resources import clinical

_STATISTICS = {
    NRS: "median_quartiles_and_days_ge_7",
    SEVERITY: "days_moderate_or_worse",
    YES_NO: "days_yes",
    COUNT: "total",
    DURATION: "median_quartiles_and_days_ge_30",
}
_NONE = Bilingual("", "")


@cache
def clinical_items() -> Mapping[str, Symptom]:
    """The items of symptoms.json with weight and blood pressure of vitals.json, by code."""
    facts = clinical("symptoms")
    words = tuple(
        Bilingual(ko, en)
        for ko, en in zip(
            facts["meta"]["severity_words"]["ko"], facts["meta"]["severity_words"]["en"], strict=True
        )
    )
    items = [_item(entry, words) for entry in facts["symptoms"]]
    vitals = {entry["id"]: entry for entry in clinical("vitals")["vitals"]}
    return {item.id: item for item in [*items, _weight(vitals["weight"]), _pressure(vitals["bp"])]}


def _item(entry: Mapping[str, Any], words: tuple[Bilingual, ...]) -> Symptom:
    return Symptom(
        id=entry["id"],
        names=_both(entry, "name"),
        questions=_both(entry, "question"),
        plains=_both(entry, "plain"),
        scale=_scale(entry["scale"], words),
        system=entry["system"],
        summary_statistic=entry["summary_statistic"],
        default_on=entry["default_on"],
        sensitive=entry["sensitive"],
        never_copied=entry["never_copied"],
    )


def _both(entry: Mapping[str, Any], stem: str) -> Bilingual:
    return Bilingual(entry[f"{stem}_ko"], entry[f"{stem}_en"])


def _scale(entry: Mapping[str, Any], words: tuple[Bilingual, ...]) -> Scale:
    kind = entry["type"]
    if kind == SEVERITY:
        return Scale(SEVERITY, maximum=len(words) - 1, words=words)
    if kind == YES_NO:
        return Scale(YES_NO)
    return Scale(
        kind,
        entry["min"],
        entry["max"],
        step=entry.get("step", 1),
        low=_both(entry, "anchor_low") if kind == NRS else _NONE,
        high=_both(entry, "anchor_high") if kind == NRS else _NONE,
        counted=_both(entry, "unit") if kind == COUNT else _NONE,
    )


def _weight(entry: Mapping[str, Any]) -> Symptom:
    low, high = entry["plausible"]
    return Symptom(
        id=entry["id"],
        names=_both(entry, "name"),
        questions=Bilingual("오늘 체중은 몇 kg이었나요?", "What was your body weight today?"),
        plains=Bilingual("측정한 체중입니다.", "Your body weight as you measured it."),
        scale=Scale(WEIGHT, low, high, step=0.1),
        system="constitutional",
        summary_statistic="last_with_date",
        never_copied=True,
    )


def _pressure(entry: Mapping[str, Any]) -> Symptom:
    upper, lower = (part["plausible"] for part in entry["components"])
    return Symptom(
        id=entry["id"],
        names=Bilingual(entry["name_ko"], "Blood pressure"),
        questions=Bilingual("오늘 혈압은 얼마였나요?", "What was your blood pressure today?"),
        plains=Bilingual(
            "측정한 혈압입니다. 높은 수(수축기)를 먼저, 낮은 수(이완기)를 다음에 적습니다.",
            "Your blood pressure as you measured it: first the upper number, then the lower one.",
        ),
        scale=Scale(BLOOD_PRESSURE, upper[0], upper[1], lower=(lower[0], lower[1])),
        system="vascular",
        summary_statistic="last_with_date",
        never_copied=True,
    )


def own_item(item: TrackedSymptom) -> Symptom:
    """An item that the person made: its question is its name, its statistic that of its scale."""
    kind = item.scale or NRS
    name = Bilingual(item.name or item.symptom, item.name or item.symptom)
    pattern = next(s.scale for s in clinical_items().values() if s.scale.type == kind)
    scales = {
        NRS: Scale(
            NRS,
            0,
            10,
            low=Bilingual("전혀 없음", "not at all"),
            high=Bilingual("상상할 수 있는 가장 심한 정도", "the worst I can imagine"),
        ),
        SEVERITY: pattern,
        YES_NO: Scale(YES_NO),
        COUNT: Scale(COUNT, 0, 100),
        DURATION: Scale(DURATION, 0, 1440),
    }
    return Symptom(
        id=item.symptom,
        names=name,
        questions=name,
        plains=_NONE,
        scale=scales[kind],
        system="own",
        summary_statistic=_STATISTICS[kind],
        own=True,
    )
