"""Where the words of a typed line stand that nobody understood."""

from __future__ import annotations

import unicodedata


def places_of(left_over: str | None, line: str) -> tuple[tuple[int, int], ...]:
    """Start and end in `line` of each word of `left_over`, which has them in their order; a word that is
    written otherwise in the line, such as ½, has no place."""
    # One sign may stand for several: each is looked at by itself, so that the places stay those of the line.
    folded = "".join(_folded(sign) for sign in line)
    found: list[tuple[int, int]] = []
    at = 0
    for word in (left_over or "").split():
        wanted = "".join(_folded(sign) for sign in word)
        start = _whole(wanted, folded, at)
        if start < 0:
            start = folded.find(wanted, at)
        if start >= 0:
            at = start + len(wanted)
            found.append((start, at))
    return tuple(found)


def _folded(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def _whole(word: str, line: str, at: int) -> int:
    """Where a word stands by itself from `at` on; -1 if it is nowhere more than a part of another one."""
    start = line.find(word, at)
    while start >= 0:
        before, after = line[:start][-1:], line[start + len(word) :][:1]
        if not (before.isalnum() and word[0].isalnum()) and not (after.isalnum() and word[-1].isalnum()):
            return start
        start = line.find(word, start + 1)
    return -1
