"""The notice that goes out after each write."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Change(NamedTuple):
    """What one write changed: the nouns ("days", "labs", "events", "flares", "visits", "profile",
    "symptoms", "analytes", "contacts", "settings", "learning", "safety_card", "medicines", "trash") and the
    days concerned."""

    nouns: frozenset[str]
    days: frozenset[date] = frozenset()
