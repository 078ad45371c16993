"""Whether what somebody typed may be a sign that cannot wait, so that the urgent page is pinned above all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from lupusdiary.resources import clinical

# The one limit of fever of the table of urgency: 38.0 °C, which is 100.4 °F.
_FEVER_C, _HOTTEST_C = 38.0, 43.0
_FEVER_F, _HOTTEST_F = 100.4, 109.0
_DEGREES = re.compile(r"(?<![\d./])(\d{2,3}(?:[.,]\d{1,2})?)(?![\d/])")
# A number is a temperature where it says so, or where it stands quite alone with a decimal.
_KOREAN_TEMPERATURE = re.compile(r"\d도|열|체온|℃|°c")
_ENGLISH_TEMPERATURE = re.compile(
    r"\b(?:fever|temp|temperature|degrees|celsius|fahrenheit)\b|\d ?(?:°|º|℃|℉|c\b|f\b)"
)
_ALONE = re.compile(r"\d{2,3}[.,]\d")
_OTHER_DEGREES = re.compile(r"자외선|spf|\d도씨?이하보관|냉장")
_KOREAN_GAP, _ENGLISH_GAP = r"[^.?!]{0,8}", r"(?: [^ .?!]+){0,4} "
_APOSTROPHES = str.maketrans("’‘`´", "''''")
# Of fever alone after CAR-T the article on its warning signs tells best: it says whom to call then.
_CAR_T = re.compile(r"카티|car ?-? ?t\b")
_FEVERS = frozenset({"fever_on_treatment", "chills"})


def sign_in(typed: str) -> str | None:
    """The sign of the table of urgency that a text names, the first of several; None where there is none."""
    small = unicodedata.normalize("NFC", typed).casefold().translate(_APOSTROPHES)
    close, spaced = "".join(small.split()), " ".join(re.sub(r"[,;:]", " ", small).split())
    for sign, (korean, english) in _patterns().items():
        if korean.search(close) or english.search(spaced):
            return sign
    return "fever_on_treatment" if _is_fever(small, close) else None


def place_in(typed: str) -> int | None:
    """Before which result the urgent page stands: 0 is above all; None where nothing is urgent."""
    sign = sign_in(typed)
    if sign is None:
        return None
    return int(sign in _FEVERS and _CAR_T.search(typed.casefold()) is not None)


def _is_fever(small: str, close: str) -> bool:
    if _OTHER_DEGREES.search(close):
        return False
    if not (
        _ALONE.fullmatch(close) or _KOREAN_TEMPERATURE.search(close) or _ENGLISH_TEMPERATURE.search(small)
    ):
        return False
    numbers = [float(each.replace(",", ".")) for each in _DEGREES.findall(small)]
    return any(_FEVER_C <= number <= _HOTTEST_C or _FEVER_F <= number <= _HOTTEST_F for number in numbers)


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        each["sign"]: (_korean(each["ko"]), _english(each["en"]))
        for each in clinical("danger_words")["signs"]
    }


def _korean(written: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(each.replace("~", _KOREAN_GAP) for each in written))


def _english(written: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(each.replace("~", _ENGLISH_GAP) for each in written) + r")\b")
