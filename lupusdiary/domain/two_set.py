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
    written: list[str] = []
    initial = vowel = final = ""

    def end() -> None:
        nonlocal initial, vowel, final
        if initial and vowel:
            at = (_INITIALS.index(initial) * 21 + _VOWELS.index(vowel)) * 28 + _FINALS.index(final)
            written.append(chr(_FIRST + at))
        else:
            written.append(initial + vowel)
        initial = vowel = final = ""

    for letter in letters:
        if letter in _VOWELS:
            if final:
                # A final consonant goes over to the syllable that begins with this vowel.
                pair = _PAIRS.get(final, final)
                final, moved = _FINALS[_FINALS.index(pair[0])] if len(pair) == 2 else "", pair[-1]
                end()
                initial, vowel = moved, letter
            elif not vowel:
                vowel = letter
            elif joined := _JOINED.get(vowel + letter):
                vowel = joined
            else:
                end()
                vowel = letter
        elif letter in _INITIALS:
            if not vowel or not initial:
                end()
                initial = letter
            elif not final and letter in _FINALS:
                final = letter
            elif joined := _JOINED.get(final + letter):
                final = joined
            else:
                end()
                initial = letter
        else:
            end()
            written.append(letter)
    end()
    return "".join(written)
