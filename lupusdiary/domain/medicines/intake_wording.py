"""What is said of an intake."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lupusdiary.domain.medicines.intake import EXTRA, LATE, SKIPPED, TAKEN
from lupusdiary.language import Message, Translator, mark

STATE_WORDS: Mapping[str, Message] = MappingProxyType(
    {TAKEN: mark("taken"), LATE: mark("taken late"), SKIPPED: mark("skipped"), EXTRA: mark("extra")}
)
_SLOT_WORDS: Mapping[str, Message] = MappingProxyType(
    {
        "morning": mark("morning"),
        "noon": mark("noon"),
        "evening": mark("evening"),
        "bedtime": mark("bedtime"),
    }
)


def slot_name(slot: str, tr: Translator) -> str:
    """A time of day as it is called; a clock time stays as it is."""
    return tr.text(_SLOT_WORDS[slot]) if slot in _SLOT_WORDS else slot
