"""Words for comparing: a printed label without its dots and brackets, and Hangul's initial consonants."""

from __future__ import annotations

import unicodedata

from lupusdiary.domain.printed_text import plain

_DROPPED = str.maketrans("", "", " .,:;·‧*-–—−_'\"()[]{}’‘“”")
_FIRST_SYLLABLE, _LAST_SYLLABLE, _PER_INITIAL, _FIRST_INITIAL = 0xAC00, 0xD7A3, 588, 0x1100


def label_key(text: str) -> str:
    """A label for exact comparison (label_matching, steps 1 to 3 of the fact base)."""
    folded = plain(text).casefold().replace("μ", "u").replace("β", "b")
    return "".join(folded.translate(_DROPPED).split())


def initials(text: str) -> str:
    """The initial consonant of every Hangul syllable, in NFKC form; other characters stay."""
    return "".join(_initial(each) for each in unicodedata.normalize("NFC", text))


def _initial(letter: str) -> str:
    code = ord(letter)
    if not _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        return letter
    return chr(_FIRST_INITIAL + (code - _FIRST_SYLLABLE) // _PER_INITIAL)
