"""The two-set Hangul keyboard both ways: what the same keys write with the 한/영 key on and off."""

from __future__ import annotations

import unicodedata

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_PAIRS = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ", "ㅘ": "ㅗㅏ",
    "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
}  # fmt: skip
_JOINED = {pair: joined for joined, pair in _PAIRS.items()}
_KEYS = dict(
    zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm", strict=True)
)
_SHIFTED = dict(zip("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", strict=True))
_LETTERS = {key: letter for letter, key in (_KEYS | _SHIFTED).items()}
_FIRST, _LAST = 0xAC00, 0xD7A3


def keys_of(text: str) -> str:
    """The Latin letters on the keys that write `text` in Hangul; other signs stay."""
    letters = "".join(_taken_apart(sign) for sign in unicodedata.normalize("NFC", text))
    return "".join((_KEYS | _SHIFTED).get(letter, letter) for letter in letters)


def hangul_of(keys: str) -> str:
    """What the keys of `keys` write in Hangul; other signs stay."""
    letters = [_LETTERS.get(key) or _LETTERS.get(key.lower(), key) for key in keys]
    return _composed(letters)


def other_ways(text: str) -> list[str]:
    """What the same keys would have written had 한/영 stood the other way, without `text` itself."""
    found = dict.fromkeys((keys_of(text), hangul_of(text)))
    return [each for each in found if each != unicodedata.normalize("NFC", text)]


def _taken_apart(sign: str) -> str:
    code = ord(sign)
    if not _FIRST <= code <= _LAST:
        return _PAIRS.get(sign, sign)
    at = code - _FIRST
    parts = (_INITIALS[at // 588], _VOWELS[at % 588 // 28], _FINALS[at % 28])
    return "".join(_PAIRS.get(part, part) for part in parts)


def _composed(letters: list[str]) -> str:
    """The syllables that an input method makes of single letters."""
    composer = _Composer()
    for letter in letters:
        composer.take(letter)
    return composer.finish()


class _Composer:
    """An input method: what was typed of one syllable, and the syllables before it."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._initial = self._vowel = self._final = ""

    def take(self, letter: str) -> None:
        """Takes the next letter in."""
        if letter in _VOWELS:
            self._take_vowel(letter)
        elif letter in _INITIALS:
            self._take_consonant(letter)
        else:
            self._end()
            self._written.append(letter)

    def finish(self) -> str:
        """All that was written."""
        self._end()
        return "".join(self._written)

    def _take_vowel(self, letter: str) -> None:
        if self._final:
            # A final consonant goes over to the syllable that begins with this vowel.
            pair = _PAIRS.get(self._final, self._final)
            self._final = _FINALS[_FINALS.index(pair[0])] if len(pair) == 2 else ""
            self._end()
            self._initial, self._vowel = pair[-1], letter
        elif not self._vowel:
            self._vowel = letter
        elif joined := _JOINED.get(self._vowel + letter):
            self._vowel = joined
        else:
            self._end()
            self._vowel = letter

    def _take_consonant(self, letter: str) -> None:
        if not self._vowel or not self._initial:
            self._end()
            self._initial = letter
        elif not self._final and letter in _FINALS:
            self._final = letter
        elif joined := _JOINED.get(self._final + letter):
            self._final = joined
        else:
            self._end()
            self._initial = letter

    def _end(self) -> None:
        """Writes the syllable, or the single letters where they make none."""
        if self._initial and self._vowel:
            at = (_INITIALS.index(self._initial) * 21 + _VOWELS.index(self._vowel)) * 28
            self._written.append(chr(_FIRST + at + _FINALS.index(self._final)))
        else:
            self._written.append(self._initial + self._vowel)
        self._initial = self._vowel = self._final = ""
