"""Where the name of a line ends, and what stands in front of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lupusdiary.domain.medicines.quick_entry.names import longest_known
from lupusdiary.domain.medicines.quick_entry.numbers import KOREAN_NUMBER, MASS_WORD, NUMBER, UNIT_WORD
from lupusdiary.domain.medicines.quick_entry.weekdays import WEEKDAY_SET

_MARKS = re.compile(r"^\s*(?:\[[^\]]*\]|\d{1,2}[.)]\s+(?=[^\d\s.])|\(?비(?:급여)?\)|[*※★]+)\s*")
_CODE = re.compile(r"^\s*(\d{13}|\d{9})(?!\d)\s*")
_NUMBERED = re.compile(r"^\s*(\(\d{1,4}\))\s*")
_LABEL = re.compile(
    r"^\s*(?:처방\s*)?(?:의약품(?:의)?\s*명칭|약품\s*명|약\s*이름|약\s*명|제품\s*명)\s*[:：]?\s*"
)
# A number ends the name when it has a unit or stands apart; B12 and 오메가3 are names.
_ENDS = re.compile(
    rf"(?<![A-Za-z0-9.,/])(?={NUMBER}\s*(?:{MASS_WORD}|{UNIT_WORD}))"
    rf"|(?<=[가-힣])(?={NUMBER}\s*(?:{MASS_WORD}|{UNIT_WORD}))"
    r"|(?<=\s)(?=[#.]?\d)"
    r"|(?=[_(\[|\t:])"
    rf"|(?<=\s)(?={KOREAN_NUMBER}\s*(?:알|정|캡슐|포|병|매|방울|개))"
    r"|(?<=\s)(?=매일|격일|격주|매주|매월|매달|날마다|하루|일주|이틀|주\s*\d|주\s*한|월\s*\d|아침|점심|저녁|취침|자기\s*전"
    r"|필요|통증|식전|식후|공복|충격|단회|정맥|근육|피하|관절|경구|주사|조제|처방|투약량|1회"
    r"|우안|좌안|양안|(?:오른|왼|양)쪽\s*(?:눈|귀|콧구멍)|첫\s*날|두피에|얼굴에|환부|바르|바름|도포|열이?\s*날|아플)"
    rf"|(?<=\s)(?={WEEKDAY_SET}(?:\s|$|에|마다|,))"
    r"|(?<=\s)(?=(?:qd|bid|tid|qid|qod|eod|od|qw|biw|tiw|hs|prn|iv|im|sc|sq|po|q\d+\s?[hdwm]\w*|q\s?am|q\s?pm|d/c"
    r"|daily|weekly|monthly|every|once|twice|take|taken|half|one|two|as\s+needed|alternat\w*|at|in\s+the|by\s+mouth"
    r"|for|x\s?\d+)(?![A-Za-z0-9]))",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    rf"\s*(?:{NUMBER}\s*(?:{MASS_WORD}|{UNIT_WORD}|회|번|일)|매일|격일|하루|아침|저녁|[#/(]|{NUMBER}\s*$)",
    re.IGNORECASE,
)
_TRAILING = " \t,.:;-–~·|/_"


@dataclass(frozen=True, slots=True)
class LineFront:
    """What stands before the name: the product's code, and a number in brackets that is kept."""

    text: str
    product_code: str | None = None
    kept: str | None = None


def front(text: str) -> LineFront:
    """Drops the marks of pharmacies and hospitals, and takes out code and number."""
    code = kept = None
    while True:
        marks, number, numbered = _MARKS.match(text), _CODE.match(text), _NUMBERED.match(text)
        if marks is not None:
            text = text[marks.end() :]
        elif number is not None and code is None:
            code, text = number.group(1), text[number.end() :]
        elif numbered is not None and kept is None:
            kept, text = numbered.group(1), text[numbered.end() :]
        else:
            label = _LABEL.match(text)
            return LineFront(text[label.end() :] if label is not None else text, code, kept)


def split_name(text: str) -> tuple[str, str]:
    """The name and everything after it. A known name that holds a number or a slash is never cut."""
    if _NO_NAME.match(text):
        return _known_inside(text)
    least = _end_of_known(text)
    for match in _ENDS.finditer(text):
        if match.start() >= max(1, least):
            return text[: match.start()].strip(_TRAILING), text[match.start() :]
    return text.strip(_TRAILING), ""


def _known_inside(text: str) -> tuple[str, str]:
    """The word that holds a known name, where a line begins with an amount: 1회 2정 소론도정 5mg."""
    found = longest_known(text)
    word = None
    if found is not None:
        written = re.escape(found.written).replace(r"\ ", r"\s?")
        word = re.search(rf"[가-힣A-Za-z]*{written}[가-힣A-Za-z]*", text, re.IGNORECASE)
    if word is None:
        return "", text
    return word.group(), f"{text[word.end() :]} {text[: word.start()]}"


def _end_of_known(text: str) -> int:
    """Where a known name at the very beginning ends (TMP/SMX, 비타민 D), else 0."""
    found = longest_known(text)
    if found is None:
        return 0
    match = re.match(re.escape(found.written).replace(r"\ ", r"\s?"), text, re.IGNORECASE)
    return match.end() if match is not None else 0
