"""What is said of a line that was agreed: where it is entered, and what became of it."""

from __future__ import annotations

from lupusdiary.domain.visits import (
    CONFIRMED,
    DROPPED,
    HEARD,
    MEDICINE,
    NEXT_VISIT,
    PLACED,
    TEST,
    Agreement,
)
from lupusdiary.language import Message, Translator, mark

PLACE_WORDS: dict[str, Message] = {
    MEDICINE: mark("Enter in Medicines"),
    TEST: mark("Add to the calendar"),
    NEXT_VISIT: mark("Enter the visit"),
}
_PLACED: dict[str, Message] = {
    MEDICINE: mark("entered in Medicines"),
    TEST: mark("in the calendar"),
    NEXT_VISIT: mark("entered as a visit"),
    HEARD: mark("dashed in Medicines until you see the envelope"),
}


def state_words(said: Agreement, tr: Translator) -> str:
    """What became of a line; nothing as long as it only stands there."""
    if said.state == PLACED and said.kind in _PLACED:
        return tr.text(_PLACED[said.kind])
    if said.state == CONFIRMED:
        return tr.text("confirmed from the envelope")
    return tr.text("no longer so") if said.state == DROPPED else ""
