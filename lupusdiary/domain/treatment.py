"""The kinds of treatment event that a diary knows, from the clinical catalogue and three of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lupusdiary.language import Refusal, Translator
from lupusdiary.resources import clinical

VISIT_KIND = "outpatient_visit"
CART_INFUSION = "cart_infusion"


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of event under its stable code. A sensitive one is printed only when the person ticks it."""

    id: str
    name_ko: str
    name_en: str
    sensitive: bool = False

    def name(self, tr: Translator) -> str:
        """What this kind is called in the language of `tr`."""
        return tr.pick(self.name_ko, self.name_en)


_OF_THE_HOUSE = (
    EventKind("diagnosis", "진단", "Diagnosis"),
    EventKind("complication", "합병증", "Complication"),
    EventKind("other", "기타", "Other"),
)


def _kinds() -> dict[str, EventKind]:
    listed = (
        EventKind(entry["id"], entry["ko"], entry["en"], entry["sensitive"])
        for entry in clinical("treatment_events")["treatment_events"]
        if entry["id"] != VISIT_KIND
    )
    return {kind.id: kind for kind in (*listed, *_OF_THE_HOUSE)}


# By code, in the order of the catalogue. An outpatient visit is not an event.
EVENT_KINDS: Mapping[str, EventKind] = MappingProxyType(_kinds())


def event_kind(code: str) -> EventKind:
    """The kind that a code stands for. Raises `Refusal` when there is none."""
    try:
        return EVENT_KINDS[code]
    except KeyError:
        raise Refusal("“{code}” is not a kind of event.", code=code[:40]) from None


def kept_kind(code: str) -> EventKind:
    """The kind of an event that a diary holds. One that only a newer version knows goes by its code, and is
    printed only when the person ticks it."""
    return EVENT_KINDS.get(code) or EventKind(code, code, code, sensitive=True)


def parse_kind(text: str) -> EventKind:
    """The kind that a person means by a code such as `kidney_biopsy`. Raises `Refusal` for anything else."""
    return event_kind(text.strip())
