"""The amounts of a line and how they belong to times of day, weekdays, turns and strengths."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lupusdiary.domain.medicines.part import MOST_TIMES
from lupusdiary.domain.medicines.quick_entry.numbers import (
    COUNT,
    MASS,
    NUMBER,
    UNIT_WORD,
    Amount,
    count_amount,
    mass_amount,
)
from lupusdiary.domain.medicines.quick_entry.usage import SLOT, slot_of
from lupusdiary.domain.medicines.quick_entry.weekdays import WEEKDAY_SET, rest_of_week, weekdays_of
from lupusdiary.domain.medicines.quick_entry.working_line import WorkingLine

_AMOUNT = (
    rf"(?:{NUMBER}|반의\s?반|반|[한두세네])\s*(?:{UNIT_WORD}|mg|mcg|g(?![A-Za-z])|밀리그[램람])"
    r"(?:\s*반(?![가-힣]))?"
)
_AND = r"\s*(?:/|,|·|와|과|and|&|or)?\s*"
_QD = r"(?:\s*(?:qd|daily|매일)(?![A-Za-z]))?"
_IN_TURN = (
    r"(?:씩\s*)?(?:하루씩\s*|격일(?:로)?\s*)?"
    r"(?:alternat\w*|교대(?:로)?|번갈아(?:\s*가며)?|in\s+turn)(?:\s+(?:days|daily))?"
)
_TURNS = (
    re.compile(
        rf"(?:하루는|첫\s*날(?:은|에는|에)?)\s*(?P<a>{_AMOUNT})(?:씩)?\s*,?\s*(?:그\s*)?(?:다음\s*날|하루)(?:은|는|에는)?\s*(?P<b>{_AMOUNT})(?:씩)?"
        rf"(?:\s*{_IN_TURN})?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<a>{_AMOUNT}){_QD}{_AND}(?P<b>{_AMOUNT}){_QD}\s*(?:을|를)?\s*{_IN_TURN}(?:로)?", re.IGNORECASE
    ),
    re.compile(
        rf"(?P<n>{NUMBER})\s*/\s*(?P<m>{NUMBER})\s*(?P<u>mg|mcg|g|밀리그[램람]|{UNIT_WORD})?\s*{_IN_TURN}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<a>{_AMOUNT})\s*하루\s*,?\s*(?P<b>{_AMOUNT})\s*하루\s*{_IN_TURN}", re.IGNORECASE),
    re.compile(rf"alternat\w*\s+(?P<a>{_AMOUNT})\s*(?:and|with|/|,)\s*(?P<b>{_AMOUNT})", re.IGNORECASE),
    re.compile(
        rf"one\s+day\s*,?\s*(?P<a>{_AMOUNT})\s*,?\s*(?:and\s+)?(?:the\s+)?next(?:\s+day)?\s*,?\s*(?P<b>{_AMOUNT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<a>{_AMOUNT})\s*(?:on\s+)?one\s+day\s*,?\s*(?:and\s+)?(?P<b>{_AMOUNT})\s*(?:on\s+)?the\s+(?:next|other)"
        r"(?:\s+day)?",
        re.IGNORECASE,
    ),
)
_REST = (
    r"(?:나머지(?:\s*요일)?|그\s*외|다른\s*(?:날|요일)|(?:on\s+)?(?:the\s+)?(?:other\s+days|rest|others?))"
)
_BY_WEEKDAY = re.compile(
    rf"(?P<days>{WEEKDAY_SET}|{_REST})"
    rf"\s*(?:에는|에|은|는|:)?\s*(?P<amount>{_AMOUNT})(?:\s*씩)?",
    re.IGNORECASE,
)


_BEFORE_WEEKDAY = re.compile(
    rf"(?P<amount>{_AMOUNT})(?:\s*씩)?\s*(?:on\s+)?(?P<days>{WEEKDAY_SET}|{_REST})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Share:
    """An amount with where it belongs."""

    amount: Amount
    at: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    turn: int | None = None


def one_amount(text: str) -> Amount | None:
    """The amount of a short text such as “1.5알” or “200 mg”."""
    counted, mass = COUNT.search(text), MASS.search(text)
    if mass is not None and (counted is None or mass.start() <= counted.start()):
        return mass_amount(mass)
    return count_amount(counted) if counted is not None else None


def take_turns(line: WorkingLine, *, doses_only: bool = False) -> list[Share]:
    """Two amounts in turn, or nothing. `doses_only`: only such that are no counts."""
    for pattern in _TURNS:
        match = line.find(pattern)
        if match is None:
            continue
        groups = match.groupdict()
        if groups.get("n"):
            unit = match["u"] or "mg"
            texts = [f"{match['n']} {unit}", f"{match['m']} {unit}"]
        else:
            texts = [match["a"], match["b"]]
        found = [one_amount(text) for text in texts]
        amounts = [each for each in found if each is not None]
        if len(amounts) == 2 and not (doses_only and any(each.is_count for each in amounts)):
            line.remove(match)
            return [Share(each, turn=number) for number, each in enumerate(amounts, start=1)]
    return []


def take_by_weekday(line: WorkingLine) -> list[Share]:
    """Amounts that differ by weekday, written behind their days or before them, or nothing; “the rest” are
    the days that were not named."""
    behind = list(_BY_WEEKDAY.finditer(line.text))
    before = list(_BEFORE_WEEKDAY.finditer(line.text))
    return _weekday_shares(line, max(behind, before, key=len))


def take_doses_first(line: WorkingLine) -> list[Share]:
    """Doses in turn, or before their weekdays or times of day: 3 mg Mon, Wed, Fri; 2 mg other days."""
    in_turn = take_turns(line, doses_only=True)
    if in_turn:
        return in_turn
    matches = [each for each in _BEFORE_WEEKDAY.finditer(line.text) if MASS.match(each["amount"])]
    return _weekday_shares(line, matches) or _slot_shares(line, masses(line.text), [[1, 0]])


def _weekday_shares(line: WorkingLine, matches: list[re.Match[str]]) -> list[Share]:
    if len(matches) < 2:
        return []
    shares: list[Share] = []
    named: tuple[str, ...] = ()
    for match in matches:
        amount = one_amount(match["amount"])
        if amount is None:
            return []
        days = weekdays_of(match["days"]) if re.fullmatch(WEEKDAY_SET, match["days"], re.IGNORECASE) else ()
        days = days or rest_of_week(named)
        named += days
        shares.append(Share(amount, weekdays=days))
    for match in matches:
        line.remove(match)
    return shares


def take_by_slot(line: WorkingLine) -> list[Share]:
    """Amounts that differ by time of day: 아침 2알 저녁 1알, or 2알 아침 1알 저녁; nothing when they do not
    pair."""
    return _slot_shares(line, _amounts(line.text), [[0, 1], [1, 0]])


def _slot_shares(line: WorkingLine, amounts: list[Amount], orders: list[list[int]]) -> list[Share]:
    slots = list(SLOT.finditer(line.text))
    names = {slot_of(slot) for slot in slots}
    if len(slots) < 2 or len(amounts) != len(slots) or len(names) != len(slots) or len(slots) > MOST_TIMES:
        return []
    order = sorted([(slot.start(), 0) for slot in slots] + [(each.start, 1) for each in amounts])
    kinds = [kind for _, kind in order]
    if kinds not in [turn * len(slots) for turn in orders]:
        return []
    shares = [Share(amount, at=(slot_of(slot),)) for amount, slot in zip(amounts, slots, strict=True)]
    for slot in slots:
        line.remove(slot)
    for amount in amounts:
        take_amount(line, amount)
    if len({(each.amount.value, each.amount.unit, each.amount.counted) for each in shares}) == 1:
        return [replace(shares[0], at=tuple(slot for each in shares for slot in each.at))]
    return shares


def _amounts(text: str) -> list[Amount]:
    """The counts of a text, else its masses, in order."""
    counts = [count_amount(match) for match in COUNT.finditer(text)]
    found = [each for each in counts if each is not None]
    return found or masses(text)


def masses(text: str) -> list[Amount]:
    """The masses of a text in order."""
    return [each for each in map(mass_amount, MASS.finditer(text)) if each is not None]


def take_amount(line: WorkingLine, amount: Amount) -> None:
    """Takes an amount out of a line by its place."""
    match = re.compile(r".*", re.DOTALL).match(line.text, amount.start, amount.end)
    if match is not None:
        line.remove(match)


def take_counts(line: WorkingLine) -> list[Amount]:
    """All counts of a line with what introduces them (1회 2정), taken out."""
    matches = line.take_all(_COUNTED_INTAKE)
    found = [count_amount(match) for match in matches]
    return [each for each in found if each is not None]


_COUNTED_INTAKE = re.compile(rf"(?:(?:1|한)\s*(?:회|번)\s*(?:에|당)?\s*)?{COUNT.pattern}", re.IGNORECASE)
