"""The categories of the library, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lupusdiary.language import Message, mark

OWN = "own"

CATEGORIES: Mapping[str, Message] = MappingProxyType(
    {
        "basics": mark("Understanding lupus"),
        "symptoms": mark("Symptoms and the body"),
        "organs": mark("Kidneys and other organs"),
        "tests": mark("Tests"),
        "treatment": mark("Treatment"),
        "car_t": mark("CAR-T"),
        "living": mark("Living with lupus"),
        "safety": mark("Warning signs"),
        "support": mark("Help and support"),
        OWN: mark("From your hospital"),
    }
)
