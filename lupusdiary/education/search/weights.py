"""What the parts of a text weigh: the rarer the more, the illness itself little, often more than once."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lupusdiary.education.search.features import korean_stem, word_features, words

_SATURATION = 1.2
# What every article is about says little beside other words.
_EVERYWHERE = frozenset({"루푸스", "lupus", "환자", "patient", "patients"})
_SUBJECT = 0.3


def subject_among(asked: Sequence[str]) -> frozenset[str]:
    """The words that every article is about, where others stand beside them."""
    found = frozenset(word for word in asked if {word, korean_stem(word)} & _EVERYWHERE)
    return found if len(found) < len(set(asked)) else frozenset()


def weighed_words(folded: str) -> Iterator[tuple[str, float]]:
    """The words of a text in small letters that mean something, each with what it counts."""
    found = words(folded)
    subject = subject_among(found)
    for word in found:
        yield word, _SUBJECT if word in subject else 1.0


def bag(folded: str) -> Mapping[str, float]:
    """The parts of a text in small letters with their weights."""
    parts: dict[str, float] = defaultdict(float)
    for word, counts in weighed_words(folded):
        for part, weight in word_features(word):
            parts[part] += counts * weight
    return parts


def rarity(bags: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """How rare each part is among texts, as an inverse document frequency."""
    held = Counter(part for bag in bags for part in bag)
    return {part: math.log(1 + (len(bags) - times + 0.5) / (times + 0.5)) for part, times in held.items()}


def postings(bags: Sequence[Mapping[str, float]]) -> dict[str, list[tuple[int, float]]]:
    """For each part the texts that hold it, by number, with a weight that grows ever less with its number
    (Okapi BM25)."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    lengths = [sum(bag.values()) for bag in bags]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    for at, bag in enumerate(bags):
        long = _SATURATION * (0.5 + 0.5 * lengths[at] / (mean or 1.0))
        for part, times in bag.items():
            found[part].append((at, times * (_SATURATION + 1) / (times + long)))
    return dict(found)
