"""Finds medicines by name, ingredient or brand, in Korean, English or by initial consonants."""

from __future__ import annotations

from collections.abc import Iterable

from lupusdiary.domain.hangul import finder
from lupusdiary.domain.medicines.catalogue import ingredients
from lupusdiary.domain.medicines.medicine import Medication

# So many names are offered while one is being typed.
MOST_OFFERED = 6


def found_medicines(medicines: Iterable[Medication], wanted: str) -> frozenset[str]:
    """The codes of the medicines that a text finds; all of them for an empty one."""
    sought = finder(wanted.strip())
    return frozenset(each.code for each in medicines if any(sought.search(name) for name in _names_of(each)))


def _names_of(medicine: Medication) -> Iterable[str]:
    yield medicine.name
    known = ingredients().get(medicine.ingredient or "")
    if known is not None:
        yield from (*known.names, *known.spellings, *known.brands)


def offered_names(medicines: Iterable[Medication], wanted: str) -> tuple[str, ...]:
    """Names to begin a line with: those of the list first, then ingredients and brands of the fact base."""
    text = wanted.strip()
    if len(text) < 2:
        return ()
    sought = finder(text)
    own = list(medicines)
    found = [each.name for each in own if each.code in found_medicines(own, text)]
    for known in ingredients().values():
        names = [name for name in (*known.brands, *known.names, *known.spellings) if sought.match(name)]
        inside = [name for name in (*known.names, *known.brands) if sought.search(name)]
        found += names[:2] or inside[:1]
    return tuple(dict.fromkeys(name for name in found if name.casefold() != text.casefold()))[:MOST_OFFERED]
