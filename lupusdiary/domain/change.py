"""The notice that goes out after each write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Change:
    """What one write changed: the nouns ("days", "labs", "events", "flares", "visits", "profile",
    "symptoms", "analytes", "contacts", "settings", "learning", "safety_card", "medicines", "trash") and the
    days concerned."""

    nouns: frozenset[str]
    days: frozenset[date] = frozenset()
