"""Takes a text apart into its sentences."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.?!])\s+|(?<=[.?!][\"'”’)])\s+")
# A full stop that ends no sentence: initials and dates such as "2026. 11. 22."
_NO_END = re.compile(r"(?:^|\s)(?:[A-Z]|\d{1,4}|e\.g|i\.e|vs|Dr|St)\.$")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, marks included."""
    found: list[str] = []
    for part in _END.split(" ".join(text.split())):
        if found and _NO_END.search(found[-1]):
            found[-1] += " " + part
        elif part:
            found.append(part)
    return found
