"""Numbers, counted units and strengths as Korean and English prescriptions write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# 0,5 is a half, 1,000 a thousand; 10,5 may be two doses, and is no number.
_PLAIN = (
    r"(?>0,\d++(?!,\d)|[1-9]\d{0,2}(?:,\d{3})++(?![,\d])(?:\.\d++)?|\d++(?:\.\d++)?(?!,\d)|(?<!\d)\.\d++)"
)
# Atomic and never from the middle of digits: a long row of digits is looked at once.
NUMBER = (
    r"(?:(?<!\d)\d++(?:\s*+(?:과|와|and)\s*+|\s++)\d++/\d++"
    rf"|(?<![\d/])\d++/\d++|(?<!\d)(?<!\d,){_PLAIN})"
)
# Before a tablet 1,5 is one and a half: two doses are not counted like that.
_COUNTED = r"(?<![\d.])(?<!\d,)\d{1,2},(?:5|25|75)(?![\d,])"
_KOREAN_NUMBERS = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5,
    "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "반의반": 0.25, "반의 반": 0.25, "반": 0.5,
}  # fmt: skip
_ENGLISH_NUMBERS = {
    "half a": 0.5, "half": 0.5, "a": 1, "an": 1, "one": 1, "once": 1, "two": 2, "twice": 2, "three": 3,
    "thrice": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "one and a half": 1.5, "a half": 0.5, "a quarter": 0.25, "quarter": 0.25,
}  # fmt: skip


_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"0,\d+|\d+,\d{1,2}")


def _words(names: Mapping[str, float]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


KOREAN_NUMBER = rf"(?:{_words(_KOREAN_NUMBERS)})"
ENGLISH_NUMBER = rf"(?:{_words(_ENGLISH_NUMBERS)})"
# 1 and a half, two and a half.
_AND_A_HALF = (
    rf"(?:(?<![\d.])\d++|(?<![A-Za-z])(?:{_words(_ENGLISH_NUMBERS)}))\s+and\s+(?:a\s+)?half(?![A-Za-z])"
)
WORD_NUMBER = rf"(?:{_AND_A_HALF}|(?<![가-힣]){KOREAN_NUMBER}|(?<![A-Za-z]){ENGLISH_NUMBER}(?![A-Za-z]))"


def number_of(text: str) -> float | None:
    """A number in figures or words; None for a fraction by nothing and for what is no number above 0."""
    word = " ".join(text.split()).casefold()
    if word in _KOREAN_NUMBERS:
        return _KOREAN_NUMBERS[word]
    if word in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS[word]
    half = re.fullmatch(r"(.+?) and (?:a )?half", word)
    if half is not None:
        value_of_whole = number_of(half.group(1))
        return value_of_whole + 0.5 if value_of_whole is not None else None
    if _THOUSANDS.fullmatch(word):
        word = word.replace(",", "")
    elif _DECIMAL_COMMA.fullmatch(word):
        word = word.replace(",", ".")
    whole, _, fraction = re.sub(r"\s*(?:과|와|and)\s*", " ", word).rpartition(" ")
    try:
        if "/" in fraction:
            above, below = fraction.split("/")
            value = (float(whole) if whole else 0) + float(above) / float(below)
        else:
            value = float(fraction)
    except (ValueError, ZeroDivisionError):
        return None
    return value if 0 < value < 1e9 else None


def whole_of(text: str) -> int | None:
    """A whole number of something counted, in figures or words."""
    value = number_of(text)
    return int(value) if value is not None and float(value).is_integer() and value < 10_000 else None


@dataclass(frozen=True, slots=True)
class CountedUnit:
    """What is counted, and the form that it decides (None: it decides none)."""

    unit: str
    form: str | None
    letters: str
    words: str


COUNTED_UNITS = (
    CountedUnit("tablet", "tablet", "T", "정|tablets?|tabs?"),
    CountedUnit("tablet", None, "", "알|환(?![가-힣])|pills?"),
    CountedUnit("capsule", "capsule", "C", "캡슐|캅셀|capsules?|caps?"),
    CountedUnit("sachet", "sachet", "P", "포|sachets?|packets?"),
    CountedUnit("vial", "injection", "V", "바이알|vials?"),
    # A bottle may be a syrup: it decides no form.
    CountedUnit("vial", None, "", "병|bottles?"),
    CountedUnit("ampoule", "injection", "A", "앰플|앰풀|ampoules?|amps?"),
    CountedUnit("autoinjector", "autoinjector", "", "오토인젝터|auto-?injectors?"),
    CountedUnit("syringe", "syringe", "", "(?:프리필드\\s?)?시린지|(?:pre-?filled\\s)?syringes?"),
    CountedUnit("pen", "pen", "", "펜|pens?"),
    CountedUnit("patch", "patch", "", "매(?![일주월년])|patch(?:es)?"),
    CountedUnit("drop", None, "", "방울|drops?|gtts?"),
    CountedUnit("puff", "inhaler", "", "흡입|퍼프|puffs?"),
    CountedUnit("mL", None, "", "ml|mL|cc"),
    CountedUnit("piece", None, "", "개(?!월)|관(?![가-힣])"),
)
# A small a or p is an English word; t and c are written small too.
_LETTERS = "".join(unit.letters for unit in COUNTED_UNITS) + "tc"
_UNIT_WORDS = "|".join(unit.words for unit in COUNTED_UNITS)
UNIT_WORD = rf"(?:(?:{_UNIT_WORDS})(?![A-Za-z])|(?-i:[{_LETTERS}])(?![A-Za-z]))"


def counted_unit(text: str) -> CountedUnit:
    """The counted unit of a printed word or letter."""
    for unit in COUNTED_UNITS:
        if re.fullmatch(unit.words, text, re.IGNORECASE) or (text.upper() == unit.letters):
            return unit
    raise ValueError(text)


_MASS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "밀리그램": "mg", "밀리그람": "mg", "mg": "mg", "마이크로그램": "mcg", "마이크로그람": "mcg",
        "mcg": "mcg", "µg": "mcg", "μg": "mcg", "ug": "mcg", "그램": "g", "그람": "g", "g": "g", "gm": "g",
        "%": "%", "퍼센트": "%", "iu": "IU", "단위": "IU", "units": "IU", "unit": "IU", "u": "IU",
        "mg/kg": "mg/kg", "meq": "mEq", "밀리그램/밀리리터": "mg/mL",
    }
)  # fmt: skip
_MASS = "|".join(re.escape(word) for word in sorted(_MASS_WORDS, key=len, reverse=True))
MASS_WORD = rf"(?:{_MASS})(?![A-Za-z])"


def mass_unit(text: str) -> str:
    """The unit of a strength or dose as it is kept: mg, g, mcg, %, IU ..."""
    return _MASS_WORDS[text.casefold()]


COUNT = re.compile(
    rf"(?P<number>{_COUNTED}|{WORD_NUMBER}|{NUMBER})(?:\s*(?:~|-|–|to|에서)\s*(?P<to>{NUMBER}))?"
    rf"\s*(?P<unit>{UNIT_WORD})(?P<half>\s*반(?![가-힣]))?(?:\s*씩)?",
    re.IGNORECASE,
)
MASS = re.compile(
    rf"(?P<number>{NUMBER})\s*(?P<ten_thousand>만)?\s*(?P<unit>{MASS_WORD})"
    rf"(?:\s*/\s*(?P<per>\d+(?:\.\d+)?)?\s*(?P<of>ml|{UNIT_WORD}|h(?:r|our)?\b|시간|kg\b|m2\b))?",
    re.IGNORECASE,
)
STRENGTH_TEXT = re.compile(
    rf"(?<![\d/.])(?!\d{{4}}/)\d++(?:\.\d++)?+\s*(?:mg|mcg|g)?(?:\s*/\s*\d++(?:\.\d++)?+(?:\s*(?:{MASS_WORD}))?){{1,3}}"
    rf"(?!\s*(?:{UNIT_WORD}|/|[회번일]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount: counted (`counted` says of what), or a mass or other unit (`unit`)."""

    value: float
    start: int
    end: int
    unit: str | None = None
    counted: CountedUnit | None = None
    to: float | None = None
    per: float | None = None
    of: str | None = None

    @property
    def counted_of(self) -> CountedUnit | None:
        """What holds so much: the tablet of 5 mg/1정, the vial of 120 mg/1병."""
        if self.of is None or not re.fullmatch(UNIT_WORD, self.of, re.IGNORECASE) or self.of == "ml":
            return None
        return counted_unit(self.of)

    @property
    def is_count(self) -> bool:
        """Whether tablets, drops ... are counted."""
        return self.counted is not None


def count_amount(match: re.Match[str]) -> Amount | None:
    """The amount of a match of `COUNT`."""
    value = number_of(match["number"])
    if value is None:
        return None
    to = number_of(match["to"]) if match["to"] else None
    if match["half"]:
        value += 0.5
    return Amount(value, match.start(), match.end(), counted=counted_unit(match["unit"]), to=to)


def mass_amount(match: re.Match[str]) -> Amount | None:
    """The amount of a match of `MASS`: 5 mg, 40 mg/mL, 120 mg/1병."""
    value, unit = number_of(match["number"]), mass_unit(match["unit"])
    if value is None or ("/" in match["number"] and value > 1 and " " not in match["number"].strip()):
        # 20/15 mg are two amounts, no fraction.
        return None
    if match["ten_thousand"]:
        value *= 10_000
    per = float(match["per"]) if match["per"] else None
    of = match["of"].casefold() if match["of"] else None
    if of == "ml" and per in {None, 1.0}:
        unit = f"{unit}/mL"
    elif of in {"h", "hr", "hour", "시간"}:
        unit = f"{unit}/h"
    elif of in {"kg", "m2"}:
        unit = f"{unit}/{of}"
    return Amount(value, match.start(), match.end(), unit, per=per, of=of)
