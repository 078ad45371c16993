"""Hangul: its initial consonants, and what is looked for while a syllable is still being typed."""

from __future__ import annotations

import re
import unicodedata

_FIRST, _LAST = 0xAC00, 0xD7A3
_PER_VOWEL, _PER_INITIAL = 28, 588
# In the order of the syllables, 588 for each.
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
# What an input method makes of two consonants typed one after the other.
_PAIRS = str.maketrans(
    {
        "ㄳ": "ㄱㅅ",
        "ㄵ": "ㄴㅈ",
        "ㄶ": "ㄴㅎ",
        "ㄺ": "ㄹㄱ",
        "ㄻ": "ㄹㅁ",
        "ㄼ": "ㄹㅂ",
        "ㄽ": "ㄹㅅ",
        "ㄾ": "ㄹㅌ",
        "ㄿ": "ㄹㅍ",
        "ㅀ": "ㄹㅎ",
        "ㅄ": "ㅂㅅ",
    }
)


def is_syllable(sign: str) -> bool:
    """Whether it is a composed Hangul syllable."""
    return _FIRST <= ord(sign) <= _LAST


def has_hangul(text: str) -> bool:
    """Whether syllables or single consonants are in it."""
    return any(is_syllable(sign) or sign in INITIALS for sign in text)


def typed(word: str) -> str:
    """A word as it is looked for: consonants that were joined by the input method stand apart."""
    return unicodedata.normalize("NFC", word).translate(_PAIRS)


def pattern(word: str) -> str:
    """The regular expression that finds a typed word: a consonant stands for each syllable that begins with
    it, and the last syllable for what it can still become."""
    parts = [_sign(sign) for sign in word]
    if word and is_syllable(word[-1]):
        code = ord(word[-1])
        if (code - _FIRST) % _PER_VOWEL == 0:
            parts[-1] = f"[{word[-1]}-{chr(code + _PER_VOWEL - 1)}]"
    return "".join(parts)


def finder(text: str) -> re.Pattern[str]:
    """Finds a typed text in others, whatever the case of their letters."""
    return re.compile(pattern(typed(text)), re.IGNORECASE)


def initial(sign: str) -> str:
    """The initial consonant of a syllable; another sign stays."""
    return INITIALS[(ord(sign) - _FIRST) // _PER_INITIAL] if is_syllable(sign) else sign


def letters(word: str) -> str:
    """The single letters of a word's syllables, for counting typos."""
    return unicodedata.normalize("NFD", word)


def _sign(sign: str) -> str:
    if sign not in INITIALS:
        return re.escape(sign)
    first = _FIRST + INITIALS.index(sign) * _PER_INITIAL
    return f"[{chr(first)}-{chr(first + _PER_INITIAL - 1)}{sign}]"
