"""Short ways of writing a line, rewritten as what they stand for; what was only inferred is asked."""

from __future__ import annotations

import re
from itertools import pairwise

from lupusdiary.domain.medicines.quick_entry.numbers import MASS_WORD, UNIT_WORD

_NUMBER = r"\d+(?:\.\d+)?"
# 소론도정,5mg,2,1,28 and 소론도정 5mg / 2 / 1 / 28
_ROW = re.compile(
    rf"^(?P<name>[^\t|]*[^\d\t|,;][^\t|,;]*?)(?P<mark>\s*[,;]\s*|\s+/\s+)(?P<amount>{_NUMBER})(?P=mark)"
    rf"(?P<times>{_NUMBER})(?P=mark)(?P<days>\d+)(?:일분?)?(?P<rest>(?:(?P=mark).*)?)$"
)
_DAILY = r"(?:(?:qd|bid|tid|qid|hs)(?![A-Za-z])|daily|매일|하루|1일|아침|점심|저녁|취침|자기\s*전)"
# 5mg x 2 qd: two tablets, or two days.
_TIMES_STRENGTH = re.compile(
    rf"^(?P<strength>\s*{_NUMBER}\s*{MASS_WORD})\s*[x×*]\s*(?P<number>{_NUMBER})(?=\s*{_DAILY})",
    re.IGNORECASE,
)
# 아침 3 저녁 3
_SLOT = r"(?:아침|점심|저녁|취침\s*전|자기\s*전)"
_BY_SLOT = re.compile(
    rf"(?P<slot>{_SLOT})\s*(?P<number>\d(?:\.\d+)?)(?=\s*(?:[,/·)]|{_SLOT}|$|\s(?:매일|식[전후])))"
)
# 3-0-2: morning, noon, evening, and a fourth at bedtime
_EACH = r"\d(?:\.\d+)?"
_BY_DAY_PART = re.compile(
    rf"(?<![\w.\-/~])(?P<numbers>{_EACH}(?:\s?-\s?{_EACH}){{2,3}})\s*(?P<unit>{UNIT_WORD})?(?![\w.\-/~])",
    re.IGNORECASE,
)
_DAY_PARTS = ("아침", "점심", "저녁", "취침 전")

_ROUTE_FIRST = re.compile(r"^(?P<route>iv|po|sc|sq|im)\s+(?=[A-Za-z가-힣]{2})", re.IGNORECASE)


def route_behind(text: str) -> str:
    """IV CYC 500 mg: a route in front of the name stands behind it instead."""
    found = _ROUTE_FIRST.match(text)
    return text if found is None else f"{text[found.end() :]} {found['route']}"


def as_row(text: str) -> str:
    """A row whose three numbers stand between commas or slashes, with tabs between them instead."""
    found = _ROW.match(text)
    if found is None:
        return text
    mark = found["mark"].strip()
    name = found["name"].replace(mark, " ") if mark != "/" else found["name"]
    rest = found["rest"].replace(mark, " ").strip()
    return "\t".join(
        [name.strip(), found["amount"], found["times"], found["days"], *([rest] if rest else [])]
    )


def with_counts(text: str) -> tuple[str, bool]:
    """What stands behind a name with its bare numbers written as counts, and whether any was: it is asked."""
    times = _TIMES_STRENGTH.match(text)
    if times is not None:
        return f"{times['strength']} {times['number']}알 {text[times.end() :]}", True
    parted = _by_day_part(text)
    if parted is not None:
        return parted, True
    numbers = [match["number"] for match in _BY_SLOT.finditer(text)]
    if len(numbers) == len(re.findall(rf"{_SLOT}\s*\d", text)) > 1 and "0" not in numbers:
        return _BY_SLOT.sub(lambda match: f"{match['slot']} {match['number']}알 ", text), True
    return text, False


def _by_day_part(text: str) -> str | None:
    """3-0-2 as amounts with their times of day. Numbers that only fall, 3-2-1, may be steps: None."""
    found = _BY_DAY_PART.search(text)
    if found is None or re.search(_SLOT, text):
        return None
    numbers = [each.strip() for each in found["numbers"].split("-")]
    amounts = [float(each) for each in numbers]
    falling = all(one > other for one, other in pairwise(amounts))
    if falling or not any(amounts):
        return None
    said = zip(_DAY_PARTS, numbers, amounts, strict=False)
    words = " ".join(f"{slot} {number}{found['unit'] or '알'}" for slot, number, amount in said if amount)
    return f"{text[: found.start()]}{words} {text[found.end() :]}"
