"""How a medicine is used: times of day, meals, route, side, days of supply."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from lupusdiary.domain.medicines.quick_entry.numbers import ENGLISH_NUMBER, whole_of
from lupusdiary.domain.medicines.quick_entry.working_line import WorkingLine
from lupusdiary.domain.period import parse_day
from lupusdiary.language import Refusal

_B, _E = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
_SLOT_WORDS = (
    (
        "bedtime",
        r"취침\s*(?:\d+\s*(?:시간|분)\s*)?(?:전|시)(?:에)?|(?:잠)?자기\s*(?:\d+\s*(?:시간|분)\s*)?전(?:에)?|잠들기\s*전(?:에)?|(?:at\s+)?bed\s?time|before\s+bed|at\s+night",
    ),
    (
        "morning",
        rf"아침(?:에|마다)?|오전(?!\s*\d)(?:에)?|(?:in\s+the\s+|every\s+)?morning"
        rf"|(?:at\s+)?breakfast|{_B}am{_E}",
    ),
    ("noon", rf"점심(?:에|마다)?|(?:at\s+)?(?:noon|lunch|midday)|{_B}noon{_E}"),
    ("evening", rf"저녁(?:에|마다)?|(?:in\s+the\s+|every\s+)?evening|(?:at\s+)?(?:dinner|supper)|{_B}pm{_E}"),
)  # fmt: skip
_CLOCK = r"(?<!\d)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!\d)"
_HALVES = r"(?P<half>오전|오후|새벽|아침|점심|낮|저녁|밤)"
_KOREAN_CLOCK = rf"{_HALVES}\s*(?P<at>\d{{1,2}})\s*시(?!간)(?:\s*(?P<past>\d{{1,2}})\s*분)?"
SLOT = re.compile(
    # 아침 8시 is a time of the clock: it is looked for before the word alone.
    "|".join((_KOREAN_CLOCK, *(f"(?P<{name}>{pattern})" for name, pattern in _SLOT_WORDS), _CLOCK)),
    re.IGNORECASE,
)
_SLOT_NAMES = tuple(name for name, _ in _SLOT_WORDS)
# The name of a meal is a time of day too: it stays for that.
_MEAL = r"(?:(?:a\s+|the\s+)?(?:meals?|food|eating)|(?=breakfast|lunch|dinner|supper|¦))"
_MEALS = (
    ("right_after_meal", r"식사\s*직후|식후\s*즉시|식직후|식후\s*바로|right\s+after\s+(?:a\s+)?meals?"),
    ("between_meals", r"식간(?:에)?|between\s+meals"),
    (
        "before_meal",
        rf"(?:매\s*)?식(?:사\s*)?(?:\d+\s*(?:분|시간)\s*)?전(?:에)?(?:\s*\d+\s*(?:분|시간)(?:에)?)?|{_B}a\.?c\.?{_E}|before\s+{_MEAL}",
    ),
    (
        "after_meal",
        rf"(?:매\s*)?식(?:사\s*)?(?:\d+\s*(?:분|시간)\s*)?후(?:에)?(?:\s*\d+\s*(?:분|시간)(?:에)?)?|{_B}p\.?c\.?{_E}|after\s+{_MEAL}",
    ),
    ("with_meal", r"식사\s*(?:와|중|도중)(?:\s*함께)?(?:에)?|음식과\s*함께"
     r"|with\s+(?:a\s+)?(?:meals?|food|(?=breakfast|lunch|dinner|supper|¦))"),
    ("empty_stomach", r"공복(?:시|에)?|빈\s*속(?:에)?|(?:on\s+)?(?:an\s+)?empty\s+stomach"),
)  # fmt: skip
_ROUTES = (
    ("intra_articular", r"관절\s*(?:강)?\s*(?:내|안)?\s*(?:주사|에)|intra-?articular"),
    (
        "iv",
        rf"정맥\s*(?:내|주사|주입|투여)?\s*(?:주사)?|정주|점적|{_B}i\.?v\.?{_E}|intravenous(?:ly)?|infusion",
    ),
    ("im", rf"근육\s*(?:내)?\s*(?:주사)?|근주|{_B}i\.?m\.?{_E}|intramuscular(?:ly)?"),
    ("sc", rf"피하\s*(?:주사|주입)?|{_B}(?:s\.?c\.?|sq|subq|sub-?cut){_E}|subcutaneous(?:ly)?"),
    ("injection", r"주사(?!기|액|제|실|위)|(?<![A-Za-z])(?:injection|inject(?:ed)?)(?![A-Za-z])"),
    ("oral", rf"경구(?:용|투여)?|먹는|{_B}(?:p\.?o\.?|per\s?os){_E}|by\s+mouth|orally"),
    ("topical",
     r"(?:얇게\s*)(?:바름|바르기|바르세요|발라|도포)|(?:환부|두피|얼굴|피부)(?:에)?(?:\s*(?:얇게\s*)?(?:바름|바르기|바르세요|도포))?"
     r"|바름|바르기|바르세요|발라|도포|외용|topical(?:ly)?|apply"),
    ("eye", r"점안|안약|into\s+the\s+eyes?"),
    ("ear", r"점이(?!액)|귀에"),
    ("nasal", r"코에|(?:양쪽\s*)?콧구멍(?:에)?|비강|intranasal"),
    ("inhaled", r"흡입|inhaled?|inhalation"),
    ("rectal", r"항문|직장|rectal(?:ly)?"),
    ("vaginal", r"질\s*(?:내|안)|vaginal(?:ly)?"),
    ("mouth", r"가글|헹굼|gargle"),
    ("transdermal", r"붙임|부착|붙이기|transdermal"),
)  # fmt: skip
_SITES = (
    ("right_eye", r"우안|오른쪽?\s*눈|right\s+eye"),
    ("left_eye", r"좌안|왼쪽?\s*눈|left\s+eye"),
    ("both_eyes", r"양안|양쪽\s*눈|두\s*눈|both\s+eyes"),
    ("right_ear", r"오른쪽?\s*귀|right\s+ear"),
    ("left_ear", r"왼쪽?\s*귀|left\s+ear"),
)
_DAYS = re.compile(
    r"(?:(?<![A-Za-z])for\s+)?(?<!\d)(?<!월)(?<!월\s)(?P<days>\d{1,3})\s*(?:일\s*(?:분|치|간|동안|(?![가-힣\d]))|days?(?:'?\s*supply)?(?![A-Za-z])|d(?![A-Za-z0-9/]))"
    r"|(?:(?<![A-Za-z])for\s+)?(?<!\d)(?P<weeks>\d{1,2})\s*(?:주(?:일)?\s*(?:분|치|간|동안)|(?:weeks?|wks?)(?:'?\s*supply)?(?![A-Za-z]))"
    r"|(?<![A-Za-z])x\s*(?P<xd>\d{1,3})\s*(?:d(?:ays?)?|일)(?![A-Za-z가-힣])"
    rf"|for\s+(?P<word>{ENGLISH_NUMBER})\s+(?P<unit>days?|weeks?)",
    re.IGNORECASE,
)
_DATE = r"\s*[:：]?\s*(?P<year>\d{4})\s*[.\-/년]\s*(?P<month>\d{1,2})\s*[.\-/월]\s*(?P<day>\d{1,2})\s*[.일]?"
_DATES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "dispensed_on": re.compile(rf"(?:조제\s*일(?:자)?|dispensed(?:\s+on)?){_DATE}", re.IGNORECASE),
        "prescribed_on": re.compile(
            rf"(?:(?:처방|교부)\s*일(?:자)?|prescribed(?:\s+on)?){_DATE}", re.IGNORECASE
        ),
    }
)  # fmt: skip


def take_printed_dates(line: WorkingLine) -> tuple[dict[str, date], str | None]:
    """The days of dispensing and prescribing, which are not the start; and what was no date."""
    found: dict[str, date] = {}
    unread: list[str] = []
    for name, pattern in _DATES.items():
        match = line.take(pattern)
        if match is None:
            continue
        try:
            found[name] = parse_day(f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}")
        except Refusal:
            unread.append(match.group().strip())
    return found, " ".join(unread) or None


def slot_of(match: re.Match[str]) -> str:
    """The time of day of a match of `SLOT`."""
    for name in _SLOT_NAMES:
        if match[name]:
            return name
    if match["hour"]:
        return f"{int(match['hour']):02}:{match['minute']}"
    return f"{_hour(match['half'], int(match['at'])):02}:{int(match['past'] or 0) % 60:02}"


def _hour(half: str, said: int) -> int:
    """The hour of a day; at night 10시 is 22, and 12시 and 1시 are after midnight."""
    hour = said % 12
    if half in {"오후", "저녁"} or (half == "밤" and hour >= 6) or (half in {"낮", "점심"} and hour < 6):
        return hour + 12
    return hour


def _take_first(line: WorkingLine, words: tuple[tuple[str, str], ...]) -> str | None:
    for name, pattern in words:
        if line.take(re.compile(pattern, re.IGNORECASE)) is not None:
            return name
    return None


def take_meal(line: WorkingLine) -> str | None:
    """Before or after meals."""
    return _take_first(line, _MEALS)


def take_route(line: WorkingLine) -> str | None:
    """The way that is said; what the words of an injection add is taken with it."""
    found = _take_first(line, _ROUTES)
    for name, pattern in _ROUTES:
        # 환부에 바름 says the way twice.
        if name == found == "topical":
            line.take_all(re.compile(pattern, re.IGNORECASE))
    if found in {"iv", "im", "sc", "intra_articular"}:
        line.take(re.compile(r"주사(?!기|액|제|실|위)|injection", re.IGNORECASE))
    return found


def take_site(line: WorkingLine) -> str | None:
    """Which eye or ear."""
    return _take_first(line, _SITES)


def take_days(line: WorkingLine) -> tuple[int | None, bool]:
    """The days of supply, and whether they were counted in weeks."""
    match = line.take(_DAYS)
    if match is None:
        return None, False
    if match["word"]:
        number = whole_of(match["word"]) or 1
        weeks = match["unit"].casefold().startswith("week")
        return number * (7 if weeks else 1), weeks
    if match["weeks"]:
        return int(match["weeks"]) * 7 or None, True
    return int(match["days"] or match["xd"]) or None, False
