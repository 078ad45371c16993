"""Words for comparing: a printed label without its dots and brackets, and Hangul's initial consonants."""

from __future__ import annotations

import unicodedata

from lupusdiary.domain.hangul import initial
from lupusdiary.domain.lab.printed_text import plain

_DROPPED = str.maketrans("", "", " .,:;·‧*-–—−_'\"()[]{}’‘“”")


def label_key(text: str) -> str:
    """A label for exact comparison (label_matching, steps 1 to 3 of the fact base)."""
    folded = plain(text).casefold().replace("μ", "u").replace("β", "b")
    return "".join(folded.translate(_DROPPED).split())


def initials(text: str) -> str:
    """The initial consonant of every Hangul syllable, in NFKC form; other characters stay."""
    found = "".join(map(initial, unicodedata.normalize("NFC", text)))
    return unicodedata.normalize("NFKC", found)
