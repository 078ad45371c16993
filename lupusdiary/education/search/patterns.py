"""The expressions that find a typed word: as it is written, and with spaces that were left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lupusdiary.domain.hangul import has_hangul, is_syllable, pattern

# Below this a word without spaces finds too much.
_SHORTEST_SPACED = 4
_BETWEEN = r"[\s\-–·,.()]{0,3}"


def written(word: str) -> re.Pattern[str]:
    """A word as it stands; in Korean inside other words too, consonants for the syllables that they begin."""
    if has_hangul(word):
        return re.compile(pattern(word))
    # A single letter or digit is looked for at the beginning of words only.
    return re.compile((r"\b" if len(word) == 1 else "") + re.escape(word))


def spaced(word: str) -> re.Pattern[str] | None:
    """A long Korean word with a space or bracket wherever one may have been left out."""
    if len(word) < _SHORTEST_SPACED or not all(is_syllable(sign) for sign in word):
        return None
    return re.compile("[ ()]{0,2}".join([*map(re.escape, word[:-1]), pattern(word[-1])]))


def phrase(patterns: Sequence[re.Pattern[str]]) -> re.Pattern[str] | None:
    """All words beside each other in their order; None of a single word."""
    if len(patterns) < 2:
        return None
    return re.compile(_BETWEEN.join(f"(?:{each.pattern})" for each in patterns))
