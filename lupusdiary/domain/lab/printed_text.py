"""Reads the small parts of what a laboratory prints: numbers, comparators, flags, brackets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

LONGEST = 200

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_SIGNS = str.maketrans(
    {**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("∼〜˜", "~"), "×": "x", "✕": "x"}
    | {**dict.fromkeys("≤≦⩽", "<="), **dict.fromkeys("≥≧⩾", ">=")}
)

PLAIN_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,12})?|\.[0-9]{1,12}")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,12})?")
_DECIMAL_COMMA = re.compile(r"[0-9]{1,12},[0-9]{1,12}")
_LEADING_ZERO = re.compile(r"0[0-9]{1,12}(?:\.[0-9]{1,12})?")
NUMBER = r"(?:[0-9][0-9.,]*|\.[0-9]+)"

COMPARATOR_WORDS = {"미만": "<", "이하": "<=", "초과": ">", "이상": ">="}
_COMPARATOR_PHRASES = {"less than": "<", "more than": ">", "greater than": ">", "up to": "<="}
_PREFIX = re.compile(r"(<=|>=|<|>|less than|more than|greater than|up to)\s*", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*(미만|이하|초과|이상)$")

_GLYPH_FLAGS = {"▲": "H", "↑": "H", "▼": "L", "↓": "L", "*": "*"}
_LEADING_FLAG = re.compile(r"(?:([▲▼↑↓])\s*|\(?(HH|LL|H|L)\)?\s+)(?=\S)")
_TRAILING_FLAG = re.compile(
    r"(?<=[^▲▼↑↓*])(?:\s*([▲▼↑↓*])|\s*\((HH|LL|H|L)\)|(?:\s+|(?<=[0-9]))(HH|LL|H|L))$"
)
_TRAILING_BRACKET = re.compile(r"(.*?)\s*\(([^()]*)\)")


def plain(text: str) -> str:
    """The text in one form: superscripts as ^digits, then NFKC, one kind of dash, tilde and space."""
    marked = _SUPERSCRIPT_RUN.sub(lambda run: "^" + run.group().translate(_SUPERSCRIPTS), text)
    return " ".join(unicodedata.normalize("NFKC", marked).translate(_SIGNS).split())


def folded(text: str) -> str:
    """A word for comparing: plain, without case and spaces."""
    return plain(text).casefold().replace(" ", "")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number; `sure` is False where it can be read in more than one way (9,8 or 007)."""

    value: float
    sure: bool = True


def number(text: str) -> Number | None:
    """The number that `text` prints, or None. A dot is the decimal point; 1,250 is 1250; a sign is none."""
    if PLAIN_NUMBER.fullmatch(text):
        return Number(float(text))
    if _THOUSANDS.fullmatch(text):
        return Number(float(text.replace(",", "")))
    if _DECIMAL_COMMA.fullmatch(text):
        return Number(float(text.replace(",", ".")), sure=False)
    if _LEADING_ZERO.fullmatch(text):
        return Number(float(text), sure=False)
    return None


def to_power(value: float, power: int) -> float:
    """A printed number times a power of ten, with no digits that nobody printed: 1.1 and 4 are 11000."""
    return float(Decimal(repr(value)).scaleb(power))


def take_comparator(text: str) -> tuple[str | None, str]:
    """The comparator before or after a value, and the rest. Two of them are left where they are."""
    prefix, suffix = _PREFIX.match(text), _SUFFIX.search(text)
    if prefix and not suffix:
        word = prefix.group(1).casefold()
        return _COMPARATOR_PHRASES.get(word, word), text[prefix.end() :]
    if suffix and not prefix:
        return COMPARATOR_WORDS[suffix.group(1)], text[: suffix.start()]
    return None, text


def take_flag(text: str) -> tuple[str | None, str]:
    """The laboratory's own mark (H, L, HH, LL or *), and the rest. It is never computed."""
    if found := _LEADING_FLAG.match(text):
        glyph, letters = found.groups()
        return _GLYPH_FLAGS[glyph] if glyph else letters, text[found.end() :]
    if found := _TRAILING_FLAG.search(text):
        glyph, bracketed, letters = found.groups()
        return _GLYPH_FLAGS[glyph] if glyph else bracketed or letters, text[: found.start()]
    return None, text


def split_bracket(text: str) -> tuple[str, str | None]:
    """What stands before a bracket at the end, and what stands in it."""
    found = _TRAILING_BRACKET.fullmatch(text)
    return (found.group(1), found.group(2).strip()) if found else (text, None)
