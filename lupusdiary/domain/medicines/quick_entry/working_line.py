"""A line that is read piece by piece: what was understood is taken out, what is left over is shown."""

from __future__ import annotations

import re
import unicodedata

_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
# Stands where something was taken: no letter, digit or space, so that its neighbours never join.
_TAKEN = "¦"
# One line of a prescription; what is beyond is kept unread.
LONGEST = 400


def normalised(line: str) -> str:
    """A line in one form of its signs; ½ and ¼ keep their value."""
    # ① in front of a name would become a digit of it.
    text = re.sub(r"^\s*[①-⑳❶-❿⓵-⓾]\s*", "", line[:LONGEST])
    for sign, value in _FRACTIONS.items():
        text = re.sub(rf"(\d)\s?{sign}", rf"\g<1>{value}", text).replace(sign, f"0{value}")
    # A sign that stands for many letters makes no line longer than one is.
    text = unicodedata.normalize("NFKC", text)[:LONGEST]
    text = re.sub(r"(?<=[A-Za-z])\(s\)", "s", text)
    return text.replace("\n", " ").replace("\r", " ").strip()


class WorkingLine:
    """The text in which the next thing is looked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first place of a pattern."""
        return pattern.search(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first place of a pattern, taken out."""
        found = pattern.search(self.text)
        if found is not None:
            self.remove(found)
        return found

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All places of a pattern, taken out."""
        found = list(pattern.finditer(self.text))
        for match in found:
            self.remove(match)
        return found

    def remove(self, match: re.Match[str]) -> None:
        """Takes a place out; the places of everything else stay."""
        start, end = match.span()
        self.text = self.text[:start] + _TAKEN * (end - start) + self.text[end:]

    def left_over(self) -> str | None:
        """What nobody understood, or None."""
        pieces = [piece.strip(" \t,.;:|/·()[]_-–+~=*#") for piece in self.text.split(_TAKEN)]
        return " ".join(piece for piece in pieces if piece) or None
