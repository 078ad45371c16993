"""What is said of an intake."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lupusdiary.domain.medicines.intake import EXTRA, LATE, SKIPPED, TAKEN
from lupusdiary.language import Message, mark

STATE_WORDS: Mapping[str, Message] = MappingProxyType(
    {TAKEN: mark("taken"), LATE: mark("taken late"), SKIPPED: mark("skipped"), EXTRA: mark("extra")}
)
