"""Any text made printable: one letter that no bundled font has must not cost the person her page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lupusdiary.charts.fonts import font_file

# Stands where a character could not be printed; Pretendard has it.
MARK = "\u25a1"
# Some eight pages of one text; ten megabytes of a note are not a page for the doctor.
LONGEST = 20_000

# What the pages themselves and most notes are made of; the first font has it all.
_PLAIN = re.compile(r"[\n\x20-\x7e\xa0가-힣ㄱ-ㅎㅏ-ㅣ·–—“”‘’…°±≤≥▲▼↑↓→×½²³µ○□]*")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Invisible by definition: variation selectors, Hangul fillers, the combining grapheme joiner.
_INVISIBLE = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef\u115f\u1160\u3164\uffa0\u034f\u180b-\u180f]")
_UNBROKEN = re.compile(r"[^\s\u200b]{40,}")
_LONGEST_RUN = 28
_BREAK = "\u200b"
# Of some thousand in one text Typst says "maximum grouping depth exceeded"; spaces it takes.
_MOST_BREAKS = 140


class Printable:
    """Cleans texts for one print. `alphabets` says the characters of each font, the first preferred; it is
    asked only for a text that is not plain, since fonts are large.

    `replaced` turns True once a character had to give way to the mark, `shortened` once a text was cut."""

    def __init__(self, alphabets: Callable[[], Sequence[frozenset[int]]]) -> None:
        self._alphabets = alphabets
        self.replaced = False
        self.shortened = False

    def text(self, text: str) -> str:
        """The text in NFC without control and invisible characters, every letter covered by a font."""
        if len(text) > LONGEST:
            self.shortened = True
            text = text[:LONGEST] + " …"
        if not _PLAIN.fullmatch(text):
            joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            normal = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", joined).replace("\t", " "))
            text = "".join(self._covered(cluster) for cluster in _clusters(_INVISIBLE.sub("", normal)))
        text = _UNBROKEN.sub(_breakable, text)
        return text.replace(_BREAK, " ") if text.count(_BREAK) > _MOST_BREAKS else text

    def all(self, value: Any) -> Any:
        """The same structure of dicts and lists with every text in it made printable."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.all(each) for key, each in value.items()}
        return [self.all(each) for each in value] if isinstance(value, list | tuple) else value

    def _covered(self, cluster: str) -> str:
        if unicodedata.category(cluster[0]) in ("Cc", "Cf") and cluster[0] != "\n":
            return self._covered(cluster[1:]) if len(cluster) > 1 else ""
        if cluster == "\n" or any(all(ord(c) in known for c in cluster) for known in self._alphabets()):
            return cluster
        self.replaced = True
        base = cluster[0]
        known = any(ord(base) in alphabet for alphabet in self._alphabets())
        return base + MARK if known and len(cluster) > 1 and not unicodedata.combining(base) else MARK


def _clusters(text: str) -> Iterator[str]:
    """Letters with their combining marks and old Hangul syllables: each must come from one font."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _continues(text[at]):
            if start < at:
                yield text[start:at]
            start = at


def _continues(letter: str) -> bool:
    jamo = "\u1160" <= letter <= "\u11ff" or "\ud7b0" <= letter <= "\ud7fb"
    return jamo or unicodedata.category(letter) in ("Mn", "Mc", "Me")


def _breakable(run: re.Match[str]) -> str:
    found = run[0]
    return _BREAK.join(found[at : at + _LONGEST_RUN] for at in range(0, len(found), _LONGEST_RUN))


@cache
def alphabets(files: tuple[Path, ...]) -> tuple[frozenset[int], ...]:
    """The characters that each of these font files has; private and unassigned ones are left out."""
    return tuple(_alphabet(file) for file in files)


def _alphabet(file: Path) -> frozenset[int]:
    return frozenset(
        p
        for p in font_file(file).glyphs
        if unicodedata.category(chr(p)) not in ("Cc", "Cf", "Co", "Cn", "Cs")
    )
