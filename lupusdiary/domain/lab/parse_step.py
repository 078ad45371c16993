"""Reads a step of a dipstick, or a laboratory's word negative or positive."""

from __future__ import annotations

import re

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.parsed_value import ACCEPT, ASK, TEXT_ONLY, ParsedValue
from lupusdiary.domain.lab.printed_text import split_bracket, take_flag

_NUMBER_BESIDE = re.compile(r"(?:[<>]=?\s*)?[0-9][0-9.,:]*(?:\s*[^\W\d][\w/%.^]*)?")
_WORD_THEN_NUMBER = re.compile(r"([^\d<>(]*[^\d<>(\s])\s+((?:[<>]=?\s*)?[0-9].*)")
_GRADE = re.compile(r"[1-4]\+|\+[1-4]|\+{2,4}")


def parse_step(text: str, analyte: Analyte) -> ParsedValue:
    """What a dipstick says: a step of the scale, alone or beside a number in a bracket."""
    flag, core = _flag(text, analyte)
    code = _code(core, analyte)
    if code is None:
        before, bracket = split_bracket(core)
        if bracket is not None:
            code = _beside(before, bracket, analyte) or _beside(bracket, before, analyte)
    return ParsedValue(ACCEPT, "ordinal", code=code, flag=flag) if code else TEXT_ONLY


def parse_qualitative(text: str, analyte: Analyte) -> ParsedValue:
    """What negative or positive says; a number beside the word is never judged."""
    flag, core = _flag(text, analyte)
    if code := _code(core, analyte):
        return ParsedValue(ACCEPT, "ordinal", code=code, flag=flag)
    if _GRADE.fullmatch(core):
        return ParsedValue(ASK, "ordinal", code="pos", flag=flag)
    before, bracket = split_bracket(core)
    if bracket is None and (found := _WORD_THEN_NUMBER.fullmatch(core)):
        before, bracket = found.groups()
    for word, beside in ((before, bracket or ""), (bracket or "", before)):
        code = _code(word, analyte)
        if code and (_NUMBER_BESIDE.fullmatch(beside) or code == _code(beside, analyte)):
            return ParsedValue(ACCEPT, "ordinal", code=code, flag=flag)
    return TEXT_ONLY


def _flag(text: str, analyte: Analyte) -> tuple[str | None, str]:
    """The laboratory's mark is taken off only where the whole text is not itself a step."""
    return (None, text) if _code(text, analyte) else take_flag(text)


def _code(text: str, analyte: Analyte) -> str | None:
    return analyte.steps.code(text) if analyte.steps and text else None


def _beside(word: str, other: str, analyte: Analyte) -> str | None:
    code = _code(word, analyte)
    same = code is not None and _code(other, analyte) == code
    return code if code and (same or _NUMBER_BESIDE.fullmatch(other)) else None
