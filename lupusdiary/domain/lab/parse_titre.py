"""Reads a titre such as 1:640, with the words and the staining pattern that stand beside it."""

from __future__ import annotations

import re

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.ordinal_scale import QUALITATIVE, ordinal_scale
from lupusdiary.domain.lab.parsed_value import ACCEPT, ASK, TEXT_ONLY, ParsedValue
from lupusdiary.domain.lab.printed_text import (
    COMPARATOR_WORDS,
    folded,
    number,
    plain,
    take_comparator,
    take_flag,
)

_DENOMINATOR = r"([1-9][0-9]{0,2}(?:,[0-9]{3}){1,3}|[1-9][0-9]{0,11})"
_TITRE = re.compile(
    rf"(<=|>=|<|>)?\s*(?:(?<![0-9:/.])1\s*[:/]\s*{_DENOMINATOR}(?![0-9:/.])"
    rf"|(?<![0-9a-z.,]){_DENOMINATOR}\s*(?:배|X(?![a-z0-9]))"
    rf"|(?<![0-9a-z])x\s*{_DENOMINATOR}(?![0-9:/.]))\s*(미만|이하|초과|이상)?",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[,;+()\[\]]|\band\b")


def parse_titre(text: str, analyte: Analyte) -> ParsedValue:
    """The reading of a titre test: one titre, or the laboratory's word, or a pattern alone."""
    flag, core = take_flag(text)
    found = list(_TITRE.finditer(core))
    if len(found) > 1 or (found and not _denominator(found[0])):
        return TEXT_ONLY
    if not found:
        return _without_titre(core, flag, analyte)
    words = _words(core[: found[0].start()] + "," + core[found[0].end() :], analyte)
    if words is None:
        return TEXT_ONLY
    code, patterns, unknown = words
    signs = [each for each in (found[0].group(1), COMPARATOR_WORDS.get(found[0].group(5) or "")) if each]
    if len(signs) > 1:
        return TEXT_ONLY
    comparator = signs[0] if signs else None
    return ParsedValue(
        ASK if unknown else ACCEPT, "titre", comparator, _denominator(found[0]),
        code=code, flag=flag, patterns=patterns,
    )  # fmt: skip


def _denominator(found: re.Match[str]) -> float | None:
    printed = number(next(each for each in found.group(2, 3, 4) if each))
    return printed.value if printed and printed.sure else None


def _without_titre(text: str, flag: str | None, analyte: Analyte) -> ParsedValue:
    comparator, rest = take_comparator(text)
    bare = number(rest)
    if bare and bare.sure and bare.value >= 1 and bare.value == int(bare.value):
        return ParsedValue(ASK, "titre", comparator, bare.value, flag=flag)
    words = _words(text, analyte)
    if words is None or words[2]:
        return TEXT_ONLY
    code, patterns, _ = words
    if code:
        return ParsedValue(ACCEPT, "ordinal", code=code, flag=flag, patterns=patterns)
    return ParsedValue(ACCEPT, "text", flag=flag, patterns=patterns) if patterns else TEXT_ONLY


def _words(text: str, analyte: Analyte) -> tuple[str | None, tuple[str, ...], bool] | None:
    """The laboratory's word, the patterns, whether something unknown stands there; None when unclear."""
    known = {folded(word): name for word, name in analyte.pattern_words}
    codes: list[str] = []
    patterns: list[str] = []
    unknown = False
    for part in (each.strip() for each in _SEPARATORS.split(plain(text))):
        if not part:
            continue
        code = ordinal_scale(QUALITATIVE).code(part) if any(each.isalpha() for each in part) else None
        if code:
            codes.append(code)
        elif pattern := known.get(folded(part)):
            patterns.append(pattern)
        elif re.fullmatch(r"AC-[0-9]{1,2}|[^\W\d]+", part):
            unknown = True
        else:
            return None
    if len(set(codes)) > 1:
        return None
    return (codes[0] if codes else None), tuple(dict.fromkeys(patterns)), unknown
