"""Short ways of writing a plan, rewritten as the list of amounts that they stand for."""

from __future__ import annotations

import re

from lupusdiary.domain.medicines.quick_entry.numbers import number_of
from lupusdiary.domain.medicines.quick_entry.taper_grammar import NUMBER_WORD, UNIT

_COUNTED = r"알|정|캡슐|T(?![A-Za-z])"
# 3정반, 한 알 반
_AND_A_HALF = re.compile(rf"(?P<number>{NUMBER_WORD})\s*(?P<unit>{_COUNTED})\s*반(?![가-힣])")
_TAKEN_THEN = re.compile(
    r"\s*복용\s*(?:하고|하다가|한\s*(?:후|뒤|다음)|\s*(?:후|뒤)|하신\s*(?:후|뒤))(?:에)?\s*"
)
_TAKEN = re.compile(r"\s*복용(?:함|합니다|하세요)?(?=\s*(?:[,.;]|→|->|$))")
_A_DAY = re.compile(rf"(?<=\d)(?P<unit>\s*{UNIT})\s*/\s*(?:일(?!\s*분)|d(?:ay)?(?![A-Za-z]))", re.IGNORECASE)
# 50-40-30 mg 각 1주; 60→50→40 mg 2주 간격
_ARROW = r"\s*(?:→|->|=>|➔|-|–|~>|>)\s*"
_CHAIN = re.compile(
    rf"^(?P<amounts>\d+(?:\.\d+)?(?:\s*{UNIT})?(?:{_ARROW}\d+(?:\.\d+)?(?:\s*{UNIT})?)+)\s*[,:]?\s*(?P<each>각(?:각)?\s*)?"
    r"(?P<length>\d+\s*(?:주(?:일)?|일|개월|달))(?:\s*간)?\s*(?P<how>씩|간격(?:으로)?|마다)?(?:\s*(?:감량|줄임|유지))?\.?$",
    re.IGNORECASE,
)
# 1~2주차 30mg, 3주차부터 20mg
_WEEK = re.compile(
    rf"^(?P<first>\d{{1,2}})(?:\s*[~-]\s*(?P<last>\d{{1,2}}))?\s*주차(?P<open>부터)?\s*[:：]?\s*"
    rf"(?P<amount>{NUMBER_WORD}\s*{UNIT})$",
    re.IGNORECASE,
)


def spelled_out(text: str) -> str:
    """The same plan with its short forms written out; what is none of them stays as it is."""
    text = _AND_A_HALF.sub(_with_half, text)
    text = _A_DAY.sub(lambda match: match["unit"], text)
    text = _TAKEN.sub("", _TAKEN_THEN.sub(" 후 ", text))
    return _weeks(text) or _chain(text) or text


def _with_half(match: re.Match[str]) -> str:
    number = number_of(match["number"])
    return match.group() if number is None else f"{number + 0.5:g}{match['unit']}"


def _chain(text: str) -> str | None:
    """Amounts in a row that are all kept equally long. With “every 2 weeks” the last one goes on."""
    match = _CHAIN.match(text)
    if match is None or (match["each"] is None and match["how"] is None):
        return None
    amounts = [each.strip() for each in re.split(_ARROW, match["amounts"])]
    unit = next((found.group() for each in amounts if (found := re.search(UNIT, each, re.IGNORECASE))), "mg")
    written = [each if re.search(UNIT, each, re.IGNORECASE) else f"{each} {unit}" for each in amounts]
    goes_on = match["each"] is None and match["how"] != "씩"
    kept = written[:-1] if goes_on else written
    return ", ".join([f"{each} {match['length']}" for each in kept] + ([written[-1]] if goes_on else []))


def _weeks(text: str) -> str | None:
    """Amounts by the number of their week, which must follow each other."""
    found = [_WEEK.match(each.strip()) for each in re.split(r"\s*(?:,|→|->|;)\s*", text)]
    pieces: list[str] = []
    following = 1
    for number, match in enumerate(found, start=1):
        if match is None or int(match["first"]) != following:
            return None
        last = int(match["last"] or match["first"])
        if last < following or (match["open"] and number < len(found)):
            return None
        length = "" if match["open"] else f" {last - following + 1}주"
        pieces.append(f"{match['amount']}{length}")
        following = last + 1
    return ", ".join(pieces) if len(pieces) > 1 else None
