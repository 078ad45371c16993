"""Finding in a text who a person is: her name in the ways people write it, her number, her hospital."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

# Family names of two syllables; every other Korean family name has one.
_LONG_FAMILY_NAMES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "망절", "강전")
_SYLLABLES = re.compile(r"[가-힣\u4e00-\u9fff]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NOT_WORD = re.compile(r"[\W_]+")
_SHORT_NUMBER = 4
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Finder = Callable[[str], bool]


def finder(
    name: str | None, numbers: Iterable[str] = (), places: Iterable[str] = (), born: date | None = None
) -> Finder:
    """Says of a text whether it holds the name or a given name, one of the numbers or of the places
    (hospitals, people), or the date of birth. Blanks, marks, case, width, accents make no difference. Where
    a name is too short to be told from other words, every text with a letter counts as holding it."""
    tests: list[Finder] = []
    words, all_out = _name_words(name)
    if all_out:
        return lambda text: any(letter.isalpha() for letter in text)
    tests += [_word(word) for word in words]
    tests += [_word(place) for place in places if _squeezed(place)]
    tests += [_number(number) for number in numbers if _squeezed(number)]
    if born is not None:
        tests += [_born(born)]
    return lambda text: any(test(text) for test in tests)


def _name_words(name: str | None) -> tuple[list[str], bool]:
    """The full name and its parts; and whether a part is too short to be looked for."""
    folded = _folded(name or "")
    parts = _LETTERS.findall(folded)
    if not parts:
        return [], False
    words = {"".join(parts)}
    words.update(part for part in parts if len(part) > 1)
    given: list[str] = []
    syllables = [part for part in parts if _SYLLABLES.fullmatch(part)]
    if len(syllables) == 1:
        given += _given_names(syllables[0])
    # Written apart, the family name comes first.
    given += [part for part in syllables[1:] if len(part) == 1]
    whole_too_short = len("".join(parts)) == 1
    too_short = any(len(each) == 1 for each in given) or whole_too_short
    words.update(each for each in given if len(each) > 1)
    return sorted(words, key=len, reverse=True), too_short


def _given_names(name: str) -> list[str]:
    """The given names that a name without blanks may hold."""
    if len(name) < 2:
        return []
    if name.startswith(_LONG_FAMILY_NAMES) and len(name) > 2:
        return [name[2:]]
    # Of four syllables and more the family name may have one or two.
    return [name[1:], name[2:]] if len(name) > 3 else [name[1:]]


def _word(word: str) -> Finder:
    squeezed = _squeezed(word)
    if re.search(r"[^\W\d_a-z]", squeezed) and len(squeezed) > 1:
        # Korean joins particles to a word: it may stand anywhere.
        return lambda text: squeezed in _squeezed(text)
    parts = [re.escape(part) for part in _NOT_WORD.split(_folded(word)) if part]
    pattern = re.compile(r"(?<![^\W\d_가-힣])" + r"[\W_]*".join(parts) + r"(?![^\W\d_가-힣])")
    if len(squeezed) == 1:
        pattern = re.compile(rf"(?<!\w){re.escape(squeezed)}(?!\w)")
    return lambda text: pattern.search(_folded(text)) is not None


def _number(number: str) -> Finder:
    squeezed = _squeezed(number)
    if len(squeezed) < _SHORT_NUMBER:
        pattern = re.compile(rf"(?<!\w){re.escape(squeezed)}(?![\w])")
        return lambda text: pattern.search(_folded(text)) is not None
    return lambda text: squeezed in _squeezed(text)


def _born(born: date) -> Finder:
    """The date of birth with its year in any order and with any marks between."""
    year, month, day = born.year, born.month, born.day
    named = f"{_MONTHS[month - 1]}[a-z]*"
    apart = r"\s*[^\w\s]\s*|\s*[년월]\s*|\s+"
    orders = (
        rf"(?:{year}|{year % 100:02d})(?:{apart})0?{month}(?:{apart})0?{day}",
        rf"(?:0?{day}(?:{apart})0?{month}|0?{month}(?:{apart})0?{day})(?:{apart}){year}",
        rf"(?:0?{day}\s*{named}|{named}\s*0?{day})(?:{apart}){year}",
        rf"{year}{month:02d}{day:02d}",
        rf"{year % 100:02d}{month:02d}{day:02d}",
    )
    pattern = re.compile(rf"(?<!\d)(?:{'|'.join(orders)})(?!\d)")
    return lambda text: pattern.search(_folded(text)) is not None


def _folded(text: str) -> str:
    """Composed, narrow, small, without accents on Latin letters."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    if letters.isascii():
        return letters
    plain = []
    for letter in letters:
        base = unicodedata.normalize("NFD", letter)[0]
        plain.append(base if base.isascii() else letter)
    return unicodedata.normalize("NFC", "".join(p for p in plain if not unicodedata.combining(p)))


def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", _folded(text))
