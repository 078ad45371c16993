"""The items of the daily check-in: those of the fact base, weight, blood pressure and the person's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lupusdiary.domain.records import ReadingValue, TrackedSymptom
from lupusdiary.domain.scale import (
    BLOOD_PRESSURE,
    COUNT,
    DURATION,
    NRS,
    SEVERITY,
    WEIGHT,
    YES_NO,
    Scale,
)
from lupusdiary.language import Bilingual, Refusal, Translator, mark
from lupusdiary.resources import clinical

# The body systems in the order in which the chooser shows them.
SYSTEMS = {
    "global": mark("Overall"),
    "constitutional": mark("Whole body"),
    "musculoskeletal": mark("Joints and muscles"),
    "mucocutaneous": mark("Skin, mouth and hair"),
    "renal": mark("Kidneys"),
    "serositis": mark("Chest and breathing"),
    "neuropsychiatric": mark("Head and nerves"),
    "mood_sleep": mark("Sleep and mood"),
    "vascular": mark("Circulation"),
    "haematologic": mark("Blood"),
    "gi": mark("Stomach and bowel"),
    "ocular": mark("Eyes"),
    "own": mark("Your own items"),
}

_STATISTICS = {
    NRS: "median_and_days_ge_7",
    SEVERITY: "days_severe",
    YES_NO: "days_yes",
    COUNT: "total",
    DURATION: "median",
}
_NONE = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Symptom:
    """One item: its words in both languages, its scale, and how it may be copied, summed up and printed."""

    id: str
    names: Bilingual
    questions: Bilingual
    plains: Bilingual
    scale: Scale
    system: str
    summary_statistic: str
    red_flags: Bilingual | None = None
    red_flag_level: str | None = None
    default_on: bool = False
    sensitive: bool = False
    never_copied: bool = False
    own: bool = False

    @property
    def is_scored(self) -> bool:
        """Whether “no symptoms today” writes an explicit zero for it."""
        return self.scale.is_scored

    def name(self, tr: Translator) -> str:
        """Its short name."""
        return tr.pick(*self.names)

    def question(self, tr: Translator) -> str:
        """What the check-in asks."""
        return tr.pick(*self.questions)

    def plain(self, tr: Translator) -> str:
        """One sentence that explains it; empty for an own item."""
        return tr.pick(*self.plains)

    def red_flag(self, tr: Translator) -> str | None:
        """The fixed text that stands with the item whatever is entered (fact base, meta.rules)."""
        return tr.pick(*self.red_flags) if self.red_flags else None

    def parse(self, text: str) -> ReadingValue:
        """The value that a text says, as on the command line; `Refusal` says what is allowed."""
        return self.scale.parse(text, self.names)

    def check(self, value: object) -> ReadingValue:
        """The value if this item can have it, in its stored shape; else `Refusal`."""
        return self.scale.check(value, self.names)

    def show(self, value: ReadingValue, tr: Translator) -> str:
        """A value of this item as the person reads it."""
        return self.scale.show(value, tr)


class SymptomCatalogue:
    """Every item that a diary can record: the 39 of the fact base, weight, blood pressure and own ones."""

    def __init__(self, own: Sequence[TrackedSymptom] = ()) -> None:
        self._own = {item.symptom: _own(item) for item in own if item.name is not None}

    def get(self, code: str) -> Symptom:
        """The item with this code; raises `Refusal` if there is none."""
        found = _clinical().get(code) or self._own.get(code)
        if found is None:
            raise Refusal("There is no item “{code}”.", code=code[:40])
        return found

    def __contains__(self, code: object) -> bool:
        return code in _clinical() or code in self._own

    @property
    def all(self) -> list[Symptom]:
        """All items, own ones last."""
        return [*_clinical().values(), *self._own.values()]

    @property
    def default_on(self) -> list[Symptom]:
        """The items of a first start, in the order in which they are asked."""
        return [self.get(code) for code in clinical("symptoms")["meta"]["default_on"]]

    def by_system(self) -> dict[str, list[Symptom]]:
        """All items under their body system, in the order of the chooser."""
        return {
            system: found
            for system in SYSTEMS
            if (found := [item for item in self.all if item.system == system])
        }

    def ordered(self, tracked: Sequence[TrackedSymptom]) -> list[Symptom]:
        """What Today asks, in the person's order."""
        # A later version may know items that this one does not: Today shows the others.
        return [self.get(t.symptom) for t in tracked if t.tracked and not t.retired and t.symptom in self]


@cache
def _clinical() -> Mapping[str, Symptom]:
    facts = clinical("symptoms")
    words = tuple(
        Bilingual(ko, en)
        for ko, en in zip(
            facts["meta"]["severity_words"]["ko"], facts["meta"]["severity_words"]["en"], strict=True
        )
    )
    items = [_item(entry, words) for entry in facts["symptoms"]]
    vitals = {entry["id"]: entry for entry in clinical("labs")["vitals"]}
    return {item.id: item for item in [*items, _weight(vitals["weight"]), _pressure(vitals["bp"])]}


def _item(entry: Mapping[str, Any], words: tuple[Bilingual, ...]) -> Symptom:
    flag = entry["red_flag"]
    return Symptom(
        id=entry["id"],
        names=_both(entry, "name"),
        questions=_both(entry, "question"),
        plains=_both(entry, "plain"),
        scale=_scale(entry["scale"], words),
        system=entry["system"],
        summary_statistic=entry["summary_statistic"],
        red_flags=_both(flag, "text") if flag else None,
        red_flag_level=flag["level"] if flag else None,
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


def _own(item: TrackedSymptom) -> Symptom:
    kind = item.scale or NRS
    name = Bilingual(item.name or item.symptom, item.name or item.symptom)
    pattern = next(s.scale for s in _clinical().values() if s.scale.type == kind)
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
