"""Reads the plan of a taper: a list of amounts with their days, or rules of so much every so many weeks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lupusdiary.domain.medicines.catalogue import METHOTREXATE, PREDNISOLONE
from lupusdiary.domain.medicines.quick_entry.compose_parts import shortest
from lupusdiary.domain.medicines.quick_entry.names import NamedIngredient, listed_strengths, named_ingredient
from lupusdiary.domain.medicines.quick_entry.numbers import counted_unit, mass_unit, number_of, whole_of
from lupusdiary.domain.medicines.quick_entry.taper_grammar import (
    BREAK,
    CONTENT,
    EN_RULE,
    FIRST_AMOUNT,
    FROM,
    ITEM,
    KO_RULE,
    KO_RULE_SWAPPED,
    LEAD,
    LEADING,
    LOOKS,
    NOT_DAILY,
    NUMBER_WORD,
    PER_CENT,
    START,
    STAYS,
    STOPS,
    THEN,
    TIME_OF_DAY,
    TITLE,
    UNIT,
)
from lupusdiary.domain.medicines.quick_entry.taper_shorthand import spelled_out
from lupusdiary.domain.medicines.quick_entry.working_line import normalised
from lupusdiary.domain.medicines.taper import ParsedTaper, TaperRule, TaperStep

STAY, STOP = "stay", "stop"


@dataclass(frozen=True, slots=True)
class _Interval:
    days: int | None = None
    months: int | None = None


def parse_taper(line: str) -> ParsedTaper | None:
    """What a line says as a plan, or None when it is no plan."""
    text = spelled_out(normalised(line))
    name, plan = _split(text)
    if NOT_DAILY.search(name) or named_ingredient(name, None, name).ingredient == METHOTREXATE:
        # The steps of a plan are daily doses: what is not taken every day is never read as such.
        return ParsedTaper(line, kept=line, ask=("steps",)) if _list(line, _pieces(plan)) else None
    name = TITLE.sub("", TIME_OF_DAY.sub("", name))
    content = CONTENT.match(plan)
    plan = plan[content.end() :] if content is not None else plan
    # 2주마다 5씩, 10까지: where to is part of the rule before it.
    plan = re.sub(rf"\s*,\s*(?={NUMBER_WORD}\s*{UNIT}?\s*까지)", " ", plan, flags=re.IGNORECASE)
    pieces = _pieces(plan)
    found = _list(line, pieces) or _rules(line, pieces)
    if found is None:
        return ParsedTaper(line, kept=line, ask=("steps",)) if LOOKS.search(text) else None
    return _named(found, name, line, content)


def _pieces(plan: str) -> list[str]:
    return [piece for piece in (each.strip(" .") for each in BREAK.split(plan) if each) if piece]


def _split(text: str) -> tuple[str, str]:
    """The name in front of the first amount, if there is one."""
    first = FIRST_AMOUNT.search(text)
    if first is None:
        return "", text
    front = text[: first.start()].strip(" :,-")
    plan = LEADING.sub("", text[first.start() :])
    if not front or re.fullmatch(LEAD, front, re.IGNORECASE) or _each_in(front):
        return "", plan if not _each_in(front) else text
    return front, plan


def _each_in(text: str) -> bool:
    return re.search(r"마다|매주|매달|매월|every|down|reduce", text, re.IGNORECASE) is not None


def _named(found: ParsedTaper, name: str, line: str, content: re.Match[str] | None) -> ParsedTaper:
    """With the medicine it was written at; without a name it stands at prednisolone."""
    named = named_ingredient(name, None, name) if name else NamedIngredient(PREDNISOLONE)
    unit = found.listed[0].unit if found.listed else found.rules[0].unit
    ask = [*(["ingredient"] if named.asked else []), *found.ask]
    offer: dict[str, Any] = {}
    strength = number_of(content["number"]) if content is not None else None
    if unit in {"tablet", "capsule"} and strength is None:
        ask.insert(len(ask) - len(found.ask), "strength")
        listed = listed_strengths(named, unit)
        if listed:
            offer = {"strength": [shortest(each) for each in listed], "unit": "mg"}
    return ParsedTaper(
        line,
        name or None,
        named.ingredient if name else None,
        found.rules,
        found.listed,
        found.last,
        ask=tuple(ask),
        offer=offer,
        strength=strength,
    )


def _unit(text: str | None, default: str | None = None) -> str | None:
    if text is None:
        return default
    try:
        return mass_unit(text)
    except KeyError:
        return counted_unit(text).unit


def _length(number: str | None, unit: str | None) -> _Interval:
    if unit is None:
        return _Interval()
    count = 2 if number == "other" else whole_of(number) if number else 1
    small = unit.casefold()
    if not count:
        return _Interval()
    if small.startswith(("개월", "달", "mo")):
        return _Interval(months=count)
    return _Interval(days=count * (7 if small.startswith(("주", "w")) else 1))


def _list(line: str, pieces: Sequence[str]) -> ParsedTaper | None:
    """Amounts with their days, one after the other; the last one without days goes on."""
    steps: list[TaperStep] = []
    unit: str | None = None
    last: str | None = None
    for number, piece in enumerate(pieces):
        text = THEN.sub("", piece) if number else piece
        final = number == len(pieces) - 1
        if final and STOPS.match(text):
            steps.append(TaperStep())
            last = STOP
            continue
        if final and STAYS.match(text) and steps:
            steps[-1] = TaperStep(steps[-1].amount, steps[-1].unit)
            continue
        item = ITEM.match(text)
        if item is None:
            return None
        amount, unit = number_of(item["from"]), _unit(item["unit"], unit)
        length = _length(item["sn"], item["su"])
        if amount is None or unit is None or (length == _Interval() and not final):
            return None
        steps.append(TaperStep(amount, unit, length.days, length.months))
    if len(steps) < 2 or all(step.days is None and step.months is None for step in steps):
        return None
    return ParsedTaper(line, listed=tuple(steps), last=last)


def _rules(line: str, pieces: Sequence[str]) -> ParsedTaper | None:
    """A first amount, then one or more rules."""
    if not pieces:
        return None
    queue = list(pieces)
    first = START.match(queue[0])
    if first is None:
        # 20 mg에서 2주마다 5씩: the rule stands in the same piece.
        head = re.match(
            rf"^{FROM}\s*(?:에서|부터|로)?(?:\s*시작(?:하여|해서|해|하고)?)?\s+", queue[0], re.IGNORECASE
        )
        if head is None:
            return None
        queue[0:1] = [head.group().strip(), queue[0][head.end() :]]
        first = START.match(queue[0])
        if first is None:
            return None
    start, unit = number_of(first["from"]), _unit(first["unit"], None)
    rules = [each for each in map(_rule, queue[1:]) if each is not None]
    endings = [ending for ending in map(_ending, queue[1:]) if ending is not None]
    if start is None or not rules or len(rules) + len(endings) != len(queue) - 1 or len(endings) > 1:
        return None
    unit = unit or next((_unit(rule["byunit"]) for rule in rules if rule["byunit"]), None) or "mg"
    return _composed(line, start, unit, _length(first["sn"], first["su"]), rules, endings)


def _rule(piece: str) -> re.Match[str] | None:
    text = THEN.sub("", piece).strip(" .")
    if PER_CENT.search(text):
        return None
    for pattern in (KO_RULE, KO_RULE_SWAPPED, EN_RULE):
        match = pattern.fullmatch(text)
        # “2 tablets every other day” is a dose: a rule says down, to where, or follows another.
        if match is not None and (pattern is not EN_RULE or match["verb"] or match["to"] or text != piece):
            return match
    return None


def _ending(piece: str) -> str | None:
    text = THEN.sub("", piece).strip(" .")
    return STAY if STAYS.match(text) else STOP if STOPS.match(text) else None


def _composed(
    line: str, start: float, unit: str, kept: _Interval, said: Sequence[re.Match[str]], endings: Sequence[str]
) -> ParsedTaper | None:
    rules: list[TaperRule] = []
    if kept.days is not None:
        rules.append(TaperRule(start=start, unit=unit, days=kept.days))
    now = start
    for match in said:
        rule = _taper_rule(match, now)
        if rule is None:
            return None
        rules.append(rule if rules else replace(rule, start=start, unit=unit))
        now = rule.to if rule.to is not None else now
    asked = ["hold"] if len(said) > 1 else []
    ending = endings[-1] if endings else None
    if rules[-1].to is None and ending == STOP:
        rules[-1] = replace(rules[-1], to=0)
    elif rules[-1].to is None:
        asked.append("end")
    if any(rule.to is None for rule in rules[:-1] if rule.by is not None):
        return None
    return ParsedTaper(line, rules=tuple(rules), last=ending, ask=tuple(asked))


def _taper_rule(match: re.Match[str], now: float) -> TaperRule | None:
    """By how much, how often and to where from the dose of `now`; None where the first two are not said."""
    by, each = number_of(match["by"]), _each(match)
    if by is None or each == _Interval():
        return None
    to = _target(match)
    up = to is not None and to > now
    return TaperRule(by=by if up else -by, every_days=each.days, every_months=each.months, to=to)


def _target(match: re.Match[str]) -> float | None:
    """To which dose; "0" and “until it is off” are 0, which is no amount anywhere else."""
    if match.groupdict().get("off"):
        return 0
    if not match["to"]:
        return None
    return 0 if match["to"].strip("0.") == "" else number_of(match["to"])


def _each(match: re.Match[str]) -> _Interval:
    groups = match.groupdict()
    if groups.get("kw"):
        return _Interval(days=7)
    if groups.get("km"):
        return _Interval(months=1)
    if groups.get("kd"):
        return _Interval(days=1)
    return _length(groups.get("kn"), groups.get("ku"))
