"""Reads a laboratory value as it is printed: 52, <1.3, 1:640, 2+, 5-9. Unsure ones ask or stay text."""

from __future__ import annotations

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.parse_quantity import parse_quantity
from lupusdiary.domain.lab.parse_step import parse_qualitative, parse_step
from lupusdiary.domain.lab.parse_titre import parse_titre
from lupusdiary.domain.lab.parsed_value import TEXT_ONLY, ParsedValue
from lupusdiary.domain.lab.printed_text import LONGEST, folded, plain

_PENDING = frozenset(
    {"검사중", "보고예정", "결과대기", "진행중", "미보고", "추후보고", "pending", "inprogress"}
)
_NO_RESULT = frozenset(
    {
        "취소",
        "미시행",
        "검체부족",
        "검체부적합",
        "용혈",
        "hemolyzed",
        "응고",
        "clotted",
        "재검",
        "판독불가",
        "qns",
    }
)
_SEE_REPORT = frozenset({"별지참조", "별지보고", "결과지참조", "seecomment", "코멘트참조"})


def parse_value(text: str, analyte: Analyte) -> ParsedValue:
    """Reads one printed value of one test; never raises, never guesses."""
    if len(text) > LONGEST:
        return TEXT_ONLY
    if status := _status(folded(text)):
        return status
    reader = {
        "titer": parse_titre,
        "ordinal": parse_step,
        "qualitative": parse_qualitative,
    }.get(analyte.value_type, parse_quantity)
    return reader(plain(text), analyte)


def _status(word: str) -> ParsedValue | None:
    if word in _PENDING:
        return ParsedValue(kind="pending")
    if word in _NO_RESULT:
        return ParsedValue(kind="text", status="no_result")
    return ParsedValue(kind="text", status="see_report") if word in _SEE_REPORT else None
