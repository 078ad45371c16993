"""Reads one line as a prescription, an envelope or a person writes it. Raises nothing for any text."""

from __future__ import annotations

import re
from dataclasses import replace

from lupusdiary.domain.medicines.pattern import DAILY, EVERY_N_MONTHS, MONTHLY
from lupusdiary.domain.medicines.quick_entry.compose import composed
from lupusdiary.domain.medicines.quick_entry.dose_tokens import (
    masses,
    take_amount,
    take_by_slot,
    take_by_weekday,
    take_counts,
    take_doses_first,
    take_turns,
)
from lupusdiary.domain.medicines.quick_entry.forms import STANDING_FORM, form_of_name
from lupusdiary.domain.medicines.quick_entry.interval import SaidInterval, single, take_interval, take_single
from lupusdiary.domain.medicines.quick_entry.line_draft import LineDraft
from lupusdiary.domain.medicines.quick_entry.line_shorthand import as_row, route_behind, with_counts
from lupusdiary.domain.medicines.quick_entry.names import named_ingredient
from lupusdiary.domain.medicines.quick_entry.numbers import (
    COUNT,
    MASS,
    STRENGTH_TEXT,
    UNIT_WORD,
    Amount,
    count_amount,
    mass_amount,
    number_of,
    whole_of,
)
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.domain.medicines.quick_entry.several_products import take_made_of, take_pairs
from lupusdiary.domain.medicines.quick_entry.split_name import front, split_name
from lupusdiary.domain.medicines.quick_entry.table import take_columns
from lupusdiary.domain.medicines.quick_entry.usage import (
    SLOT,
    slot_of,
    take_days,
    take_meal,
    take_printed_dates,
    take_route,
    take_site,
)
from lupusdiary.domain.medicines.quick_entry.working_line import LONGEST, WorkingLine, normalised

_MONTHLY = frozenset({MONTHLY, EVERY_N_MONTHS})
_A_MONTH = 4
_NUM = r"(?P<number>\d+(?:\.\d+)?)"
_MOST = re.compile(
    rf"(?:(?:하루|1일)(?:에)?\s*)?(?:최대|최고|많아야)\s*(?:하루\s*|1일\s*)?{_NUM}\s*(?P<unit>{UNIT_WORD}|회|번)?(?:까지)?"
    rf"|(?:하루|1일)(?:에)?\s*(?P<n2>\d+(?:\.\d+)?)\s*(?P<u2>{UNIT_WORD}|회|번)\s*까지"
    rf"|(?:max(?:imum)?\.?|up\s+to|at\s+most|no\s+more\s+than|not\s+more\s+than)\s*(?:of\s+)?(?P<n3>\d+(?:\.\d+)?)"
    rf"\s*(?P<u3>{UNIT_WORD}|times)?(?:\s*(?:/|per|a|in|every)\s*(?:day|d(?![A-Za-z])|24\s*h(?:ours)?))?",
    re.IGNORECASE,
)
_DISCHARGE = re.compile(r"(?<![A-Za-z])D\s*/\s*C(?![A-Za-z])", re.IGNORECASE)
# #28 behind qd is how many were given out.
_DIVIDED = re.compile(r"#\s*(?P<number>[1-6])(?!\d)")
_A_DAY = re.compile(
    r"(?<=[A-Za-z가-힣¦%])\s*/\s*(?:d(?:ay)?(?![A-Za-z])|일(?!\s*분))"
    r"|(?<!once)(?<!twice)(?<!times)(?<!time)\s+(?:a|per)\s+day(?![A-Za-z])",
    re.IGNORECASE,
)
_TIMES_A_DAY = re.compile(
    r"(?:(?:1\s*일|하루)(?:에)?\s*)(?P<number>\d{1,2}|한|두|세|네|다섯|여섯)\s*(?:회|번|차례)"
)
_ONCE_EACH = re.compile(r"(?:1|한)\s*(?:회|번)\s*(?:에|당)?(?=\s*[\d.])")
_BARE_TIMES = re.compile(r"(?<![\d.])(?P<number>\d{1,2}|한|두|세|네)\s*(?:회|번)(?!\s*투)")
_DASHED = re.compile(
    rf"(?<![\d.])\d+(?:\.\d+)?\s*{UNIT_WORD}(?:\s*-\s*\d+(?:\.\d+)?(?:\s*{UNIT_WORD})?)+", re.IGNORECASE
)
_REPEATS = re.compile(r"(?<![A-Za-z0-9])[x×]\s*(?P<number>\d{1,3})(?![\d.A-Za-z가-힣])", re.IGNORECASE)
_LONE_NUMBER = re.compile(
    r"(?<![\dA-Za-z가-힣.])(?:\d+(?:\.\d+)?|one|two|three|four|half|한|두|세|네|반)(?![\dA-Za-z가-힣.%])",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^\s*¦*\s*\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)?)\)")
_CONTENT = re.compile(r"_\s*\((?P<inside>[^)]*)\)")
_BARE_STRENGTH = re.compile(
    r"^[\s¦]*(?P<number>\d+(?:\.\d+)?)(?=\s|$)(?!\s*[|\t])"
    rf"(?!\s+(?:{UNIT_WORD}|times|sprays?|days?|weeks?|[회번일주x×]))",
    re.IGNORECASE,
)
# 소론도정(5mg), 소론도정(프레드니솔론 5mg)
_BRACKETED_STRENGTH = re.compile(
    rf"^\s*(?:\(\s*(?:[가-힣A-Za-z ]*?\s*(?=\d))?|\[\s*){MASS.pattern}\s*[)\]]", re.IGNORECASE
)
_FORM_WORD = re.compile(
    r"(?<![A-Za-z가-힣])(?:tablets?|tabs?|capsules?|caps?|정제|캡슐제)(?![A-Za-z가-힣])", re.IGNORECASE
)
_NO_INGREDIENT = re.compile(
    r"\d|아침|점심|저녁|취침|식[전후간]|매일|격일|매주|필요|요일|^[월화수목금토일·,/\s]+$|^[MTWFSatuhroein/,\s]+$"
)
_NOISE = re.compile(
    r"(?<![A-Za-z])[x×](?=[\s¦])|자가(?=[\s¦])|하루(?:에)?|복용(?:하세요|하십시오|\s*중)?|투여(?:하세요)?|투약|드세요|먹(?:기|음|어요|습니다)|사용(?:하세요)?|씩|그리고|처방|용법|용량|의사\s*지시대로"
    r"|(?<![A-Za-z])(?:take|taken|with\s+water|every|by|and|of|the|a|an|on|at|in|use|used|each|dose|doses|time|times)(?![A-Za-z])",
    re.IGNORECASE,
)


def parse_line(line: str) -> ParsedLine:
    """The fields of a line with what is uncertain. The name may be empty; everything else may be absent."""
    text = WorkingLine(as_row(normalised(line)))
    dates, unread = take_printed_dates(text)
    begin = front(route_behind(text.text.strip(" ¦\t")))
    name, after = split_name(begin.text)
    after, inferred = with_counts(after)
    rest = WorkingLine(after)
    bracket = _take_ingredient_bracket(rest)
    draft = LineDraft(name, rest, named_ingredient(name, bracket, begin.text), form=form_of_name(name))
    if inferred:
        draft.asked.add("amount")
    draft.shares = take_doses_first(rest)
    if not draft.shares:
        _read_strength(draft)
    if bracket is None:
        bracket = _take_ingredient_bracket(rest)
        if bracket is not None:
            draft.named = named_ingredient(name, bracket, begin.text)
    _read_content(draft)
    standing = rest.take(STANDING_FORM) if draft.form is None else None
    draft.form = form_of_name(standing.group()) if standing is not None else draft.form
    draft.columns = take_columns(rest)
    if rest.take(_DISCHARGE):
        draft.asked.add("stop")
    _read_amounts(draft)
    meal, site = take_meal(rest), take_site(rest)
    draft.route = take_route(rest)
    _read_times(draft)
    _read_repeats(draft)
    rest.take_all(_NOISE)
    draft.unread = " ".join(each for each in (unread, draft.unread, line[LONGEST:].strip()) if each) or None
    if draft.route is None and site is not None:
        draft.route = "ear" if site.endswith("ear") else "eye"
    return composed(draft, line, begin, dates, meal, site)


def _take_ingredient_bracket(rest: WorkingLine) -> str | None:
    """What stands in brackets right after name or strength, if it can be an ingredient."""
    match = rest.find(_BRACKET)
    if match is None or _NO_INGREDIENT.search(match["inside"]) or len(match["inside"].strip()) < 2:
        return None
    rest.remove(match)
    return match["inside"]


def _read_strength(draft: LineDraft) -> None:
    """The number with a unit right after the name, or a strength of two numbers."""
    start = draft.rest.text
    bracketed = _BRACKETED_STRENGTH.match(start)
    if bracketed is not None:
        draft.printed = mass_amount(bracketed)
        draft.rest.remove(bracketed)
        return
    two = re.compile(r"^[\s¦]*(?:" + STRENGTH_TEXT.pattern + ")", re.IGNORECASE).match(start)
    mass = re.compile(r"^[\s¦]*(?:" + MASS.pattern + ")", re.IGNORECASE).match(start)
    if two is not None and not re.match(r"\s*\d/\d(?!\d)", start) and not _in_turn(start):
        draft.strength_text = "".join(two.group().replace("¦", "").split())
        draft.rest.remove(two)
    elif mass is not None and not _in_turn(start):
        draft.printed = mass_amount(mass)
        draft.rest.remove(mass)
    else:
        _read_bare_strength(draft)


def _in_turn(text: str) -> bool:
    return (
        re.search(
            r"^\s*\d[\d.]*\s*(?:mg|mcg|g)?\s*/.*(?:alternat|교대|번갈아|in\s+turn)", text, re.IGNORECASE
        )
        is not None
    )


def _read_bare_strength(draft: LineDraft) -> None:
    """A lone number after the name: the unit is asked."""
    bare = draft.rest.find(_BARE_STRENGTH)
    if bare is None or re.match(r"\s*\d+(?:\.\d+)?\s+\d+(?:\.\d+)?\s+\d+", draft.rest.text):
        return
    value = number_of(bare["number"])
    if value is not None:
        draft.rest.remove(bare)
        draft.printed = Amount(value, bare.start(), bare.end())


def _read_content(draft: LineDraft) -> None:
    """The insurer's _(5mg/1정): it counts only where the name has no strength; what it counts always does."""
    match = draft.rest.take(_CONTENT)
    if match is None:
        return
    mass = MASS.search(match["inside"])
    draft.content = mass_amount(mass) if mass is not None else None
    if draft.content is None:
        two = STRENGTH_TEXT.search(match["inside"])
        draft.strength_text = draft.strength_text or (two.group() if two is not None else None)


def _read_amounts(draft: LineDraft) -> None:
    """The most a day, amounts that differ by day or time, several strengths, the interval, counts."""
    rest = draft.rest
    most = rest.take(_MOST)
    if most is not None:
        draft.most = number_of(most["number"] or most["n2"] or most["n3"])
        draft.most_unit = most["unit"] or most["u2"] or most["u3"]
        draft.most_printed = most.group().strip()
    draft.shares = draft.shares or take_turns(rest) or take_by_weekday(rest)
    if not draft.shares:
        draft.pairs = take_pairs(rest, draft.printed, draft.named.ingredient)
        draft.made_of = None if draft.pairs else take_made_of(rest, draft.printed)
    draft.day_total = rest.take(_A_DAY) is not None
    divided = rest.take(_DIVIDED)
    draft.divided = (whole_of(divided["number"]) or None) if divided is not None else None
    times = rest.take(_TIMES_A_DAY)
    draft.times = whole_of(times["number"]) if times is not None else None
    draft.interval = take_interval(rest)
    draft.days, draft.days_in_weeks = take_days(rest)
    if not draft.shares and not draft.pairs:
        draft.shares = take_by_slot(rest)
    dashed = None if draft.shares or draft.pairs else rest.take(_DASHED)
    if dashed is not None:
        _read_dashed(draft, dashed.group())
    elif not draft.shares and not draft.pairs and draft.made_of is None:
        draft.counts = take_counts(rest)
    word = rest.take(_FORM_WORD)
    if word is not None and draft.form is None:
        draft.form = form_of_name(word.group())
    rest.take(_ONCE_EACH)
    draft.doses = masses(rest.text)
    for dose in draft.doses:
        take_amount(rest, dose)


def _read_dashed(draft: LineDraft, text: str) -> None:
    """2T-0-1T: which of the amounts belongs to which time is not said, so the amount is asked."""
    found = [count_amount(match) for match in COUNT.finditer(text)]
    draft.counts = [each for each in found if each is not None][:1]
    if draft.counts:
        draft.dashed = text
        draft.unread = " ".join(each for each in (draft.unread, text.strip()) if each)


def _read_repeats(draft: LineDraft) -> None:
    """x3 behind a daily dose are days; a lone number beside two times of day may be the amount of one."""
    rest = draft.rest
    repeats = rest.find(_REPEATS)
    if repeats is not None and draft.days is None and draft.interval.kind == DAILY:
        draft.days = int(repeats["number"]) or None
        rest.remove(repeats)
    if len(draft.at) > 1 and len(draft.counts) == 1 and rest.find(_LONE_NUMBER) is not None:
        draft.dashed = draft.dashed or rest.text


def _read_times(draft: LineDraft) -> None:
    """Times of day and bare numbers of intakes; slots count as times and say no interval."""
    rest = draft.rest
    slots = [slot_of(match) for match in rest.take_all(SLOT)]
    draft.at = tuple(dict.fromkeys((*draft.interval.at, *slots)))
    bare = rest.take(_BARE_TIMES)
    once = bare is not None and draft.times is None and whole_of(bare["number"]) == 1
    if bare is not None and draft.times is None:
        count = whole_of(bare["number"])
        if draft.interval.kind in _MONTHLY and count != 1:
            # 매월 6회 may be six months: it stays to be read.
            draft.unread = " ".join(each for each in (draft.unread, bare.group()) if each)
            if count is not None and 1 < count <= _A_MONTH:
                # 매월 2회: on which days is not said.
                draft.interval = replace(draft.interval, asked=True, offered=False)
        else:
            draft.times = count
    said = draft.interval
    injected = draft.route in {"iv", "im", "sc", "intra_articular", "injection"}
    if said.kind is None and not said.asked and (take_single(rest) or (once and injected)):
        draft.interval = single()
    elif said.kind is None and not said.asked and (draft.divided is not None or draft.day_total):
        # #3 and /d speak of each day's total.
        draft.interval = SaidInterval(DAILY)
