"""Reads the plan of a taper: a list of amounts with their days, or rules of so much every so many weeks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lupusdiary.domain.medicines.catalogue import PREDNISOLONE
from lupusdiary.domain.medicines.quick_entry.compose_parts import shortest
from lupusdiary.domain.medicines.quick_entry.names import NamedIngredient, listed_strengths, named_ingredient
from lupusdiary.domain.medicines.quick_entry.numbers import counted_unit, mass_unit, number_of, whole_of
from lupusdiary.domain.medicines.quick_entry.working_line import normalised
from lupusdiary.domain.medicines.taper import ParsedTaper, TaperRule, TaperStep

STAY, STOP = "stay", "stop"
_N = r"(?:\d+(?:\.\d+)?|\.\d+|반|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_UNIT = (
    r"(?:mg|밀리그[램람]|mcg|g(?![A-Za-z])|알|정|캡슐|[TC](?![A-Za-z])|tabs?|tablets?|caps?|capsules?|pills?)"
)
_SPAN = (
    r"(?:x\s*|for\s+|every\s+)?(?P<{p}n>\d+|한|두|세|네|one|two|three|four|five|six|eight)\s*"
    r"(?P<{p}u>주(?:일)?|일|개월|달|d(?:ays?)?|w(?:ks?|eeks?)?|months?|mo)(?![A-Za-z])\s*(?:간|동안|씩)?"
)
_EACH = (
    r"(?:(?P<{p}n>\d+|한|두|세|네)\s*(?P<{p}u>주(?:일)?|일|개월|달)\s*(?:마다|간격(?:으로)?|에\s*(?:한\s*번|1회))"
    r"|(?P<{p}w>매주)|(?P<{p}m>매월|매달|한\s*달마다)|(?P<{p}d>매일))"
)
_EACH_EN = (
    r"every\s+(?:(?P<{p}n>\d+|two|three|four|five|six|eight|other)\s+)?(?P<{p}u>days?|weeks?|wks?|months?)"
)
_LEAD = r"(?:지금|현재|처음|시작|now|currently|start(?:ing)?(?:\s+(?:at|with|from))?|from|at|take)"
_DOWN = (
    r"(?:씩)?\s*(?:줄(?:임|이기|여서?|이고|이면서|인다|입니다)?|감량(?:하여|해서|하고|하면서)?"
    r"|내림|낮춤|증량|올림|늘림)?"
)
_FROM = rf"(?P<from>{_N})\s*(?P<unit>{_UNIT})?"
_KO_RULE = re.compile(
    rf"{_EACH.replace('{p}', 'k')}\s*(?P<by>{_N})\s*(?P<byunit>{_UNIT})?\s*씩\s*{_DOWN}"
    rf"(?:\s*(?P<to>{_N})\s*(?P<tounit>{_UNIT})?\s*까지)?\s*{_DOWN}",
    re.IGNORECASE,
)
_KO_RULE_SWAPPED = re.compile(
    rf"(?P<by>{_N})\s*(?P<byunit>{_UNIT})?\s*씩\s*{_EACH.replace('{p}', 'k')}\s*{_DOWN}"
    rf"(?:\s*(?P<to>{_N})\s*(?P<tounit>{_UNIT})?\s*까지)?\s*{_DOWN}",
    re.IGNORECASE,
)
_EN_RULE = re.compile(
    rf"(?P<verb>(?:go\s+|taper\s+|step\s+)?(?:down|up)|reduce|decrease|lower|increase|taper)?\s*(?:by\s+)?"
    rf"(?P<by>{_N})\s*"
    rf"(?P<byunit>{_UNIT})?\s*{_EACH_EN.replace('{p}', 'k')}"
    rf"(?:\s*,?\s*(?:down\s+|up\s+)?(?:to|until)\s+(?P<to>{_N})\s*(?P<tounit>{_UNIT})?)?",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*(?:->|→|=>|➔|;|,|·(?=\s)|(?<=[가-힣A-Za-z0-9])\s*>\s*)\s*"
    r"|\s*후\s*(?=유지|중단|끊)"
    r"|\s+(?=(?:그\s*(?:다음|뒤|후)|이후|then|and\s+then)(?![A-Za-z가-힣]))",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"^(?:그\s*(?:다음|뒤|후)(?:에는|에|부터|은|는)?|이후(?:에는|에|부터)?|다음|and\s+then|then|and|후)\s*[,:]?\s*",
    re.IGNORECASE,
)
_STAY = re.compile(
    r"^(?:계속\s*)?(?:유지|stay|keep|continue|maintain|hold)(?:하기|함|합니다|\s+(?:there|on))?\.?$",
    re.IGNORECASE,
)
_STOP = re.compile(r"^(?:중단|끊기|끊음|중지|stop|off|discontinue)(?:하기|함|합니다)?\.?$", re.IGNORECASE)
_ITEM = re.compile(
    rf"^{_FROM}\s*(?:씩)?\s*(?:매일|qd|daily|하루\s*(?:한|1)\s*번)?\s*(?:{_SPAN.replace('{p}', 's')})?"
    r"\s*(?P<stay>유지|계속|stay|continue|maintenance)?\.?$",
    re.IGNORECASE,
)
_START = re.compile(
    rf"^{_FROM}\s*(?:에서|부터|로\s*시작)?\s*(?:{_SPAN.replace('{p}', 's')})?\s*(?:후|뒤|유지)?$",
    re.IGNORECASE,
)
_FIRST_AMOUNT = re.compile(
    rf"(?:{_LEAD}\s*)?(?<![가-힣A-Za-z0-9.]){_N}\s*{_UNIT}|(?<=[가-힣]){_N}\s*{_UNIT}", re.IGNORECASE
)
_LOOKS = re.compile(
    r"씩\s*(?:줄|감|내|낮)|(?:마다|매주|매달|매월|간격으로?)\s*[^,]*씩|줄(?:임|여|이)|감량|taper|(?:down|reduce|decrease)\s+(?:by\s+)?[.\d]"
    r"|[.\d]\s*(?:mg)?\s+every\s+.*(?:\bto\b|then)",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^{_LEAD}\s*[:,]?\s*", re.IGNORECASE)
_PER_CENT = re.compile(r"%|퍼센트|per\s?cent|절반씩|반씩|half\s+every", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Interval:
    days: int | None = None
    months: int | None = None


def parse_taper(line: str) -> ParsedTaper | None:
    """What a line says as a plan, or None when it is no plan."""
    text = normalised(line)
    name, plan = _split(text)
    # 2주마다 5씩, 10까지: where to is part of the rule before it.
    plan = re.sub(rf"\s*,\s*(?={_N}\s*{_UNIT}?\s*까지)", " ", plan, flags=re.IGNORECASE)
    pieces = [piece for piece in (each.strip(" .") for each in _BREAK.split(plan) if each) if piece]
    found = _list(line, pieces) or _rules(line, pieces)
    if found is None:
        return ParsedTaper(line, kept=line, ask=("steps",)) if _LOOKS.search(text) else None
    return _named(found, name, line)


def _split(text: str) -> tuple[str, str]:
    """The name in front of the first amount, if there is one."""
    first = _FIRST_AMOUNT.search(text)
    if first is None:
        return "", text
    front = text[: first.start()].strip(" :,-")
    plan = _LEADING.sub("", text[first.start() :])
    if not front or re.fullmatch(_LEAD, front, re.IGNORECASE) or _each_in(front):
        return "", plan if not _each_in(front) else text
    return front, plan


def _each_in(text: str) -> bool:
    return re.search(r"마다|매주|매달|매월|every|down|reduce", text, re.IGNORECASE) is not None


def _named(found: ParsedTaper, name: str, line: str) -> ParsedTaper:
    """With the medicine it was written at; without a name it stands at prednisolone."""
    named = named_ingredient(name, None, name) if name else NamedIngredient(PREDNISOLONE)
    unit = found.listed[0].unit if found.listed else found.rules[0].unit
    ask = [*(["ingredient"] if named.asked else []), *found.ask]
    offer: dict[str, Any] = {}
    if unit in {"tablet", "capsule"}:
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
        text = _THEN.sub("", piece) if number else piece
        final = number == len(pieces) - 1
        if final and _STOP.match(text):
            steps.append(TaperStep())
            last = STOP
            continue
        if final and _STAY.match(text) and steps:
            steps[-1] = TaperStep(steps[-1].amount, steps[-1].unit)
            continue
        item = _ITEM.match(text)
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
    first = _START.match(queue[0])
    if first is None:
        # 20 mg에서 2주마다 5씩: the rule stands in the same piece.
        head = re.match(rf"^{_FROM}\s*(?:에서|부터)?\s+", queue[0], re.IGNORECASE)
        if head is None:
            return None
        queue[0:1] = [head.group().strip(), queue[0][head.end() :]]
        first = _START.match(queue[0])
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
    text = _THEN.sub("", piece).strip(" .")
    if _PER_CENT.search(text):
        return None
    for pattern in (_KO_RULE, _KO_RULE_SWAPPED, _EN_RULE):
        match = pattern.fullmatch(text)
        # “2 tablets every other day” is a dose: a rule says down, to where, or follows another.
        if match is not None and (pattern is not _EN_RULE or match["verb"] or match["to"] or text != piece):
            return match
    return None


def _ending(piece: str) -> str | None:
    text = _THEN.sub("", piece).strip(" .")
    return STAY if _STAY.match(text) else STOP if _STOP.match(text) else None


def _composed(
    line: str, start: float, unit: str, kept: _Interval, said: Sequence[re.Match[str]], endings: Sequence[str]
) -> ParsedTaper | None:
    rules: list[TaperRule] = []
    if kept.days is not None:
        rules.append(TaperRule(start=start, unit=unit, days=kept.days))
    now = start
    for match in said:
        by = number_of(match["by"])
        to = number_of(match["to"]) if match["to"] else None
        if match["to"] and to is None and match["to"].strip("0.") == "":
            to = 0
        each = _each(match)
        if by is None or each == _Interval():
            return None
        up = to is not None and to > now
        first = not rules
        rules.append(
            TaperRule(
                start=start if first else None,
                unit=unit if first else None,
                by=by if up else -by,
                every_days=each.days,
                every_months=each.months,
                to=to,
            )
        )
        now = to if to is not None else now
    asked = []
    if len(said) > 1:
        asked.append("hold")
    ending = endings[-1] if endings else None
    if rules[-1].to is None and ending != STOP:
        asked.append("end")
    elif rules[-1].to is None:
        last = rules[-1]
        rules[-1] = TaperRule(
            last.start, last.unit, last.by, last.every_days, last.every_months, 0, last.days
        )
    if any(rule.to is None for rule in rules[:-1] if rule.by is not None):
        return None
    return ParsedTaper(line, rules=tuple(rules), last=ending, ask=tuple(asked))


def _each(match: re.Match[str]) -> _Interval:
    groups = match.groupdict()
    if groups.get("kw"):
        return _Interval(days=7)
    if groups.get("km"):
        return _Interval(months=1)
    if groups.get("kd"):
        return _Interval(days=1)
    return _length(groups.get("kn"), groups.get("ku"))
