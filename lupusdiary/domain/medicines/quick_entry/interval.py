"""The interval of a line, only if it is said: qod, 격일, 매주 월요일, every 4 weeks, 매월 1일, prn."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from lupusdiary.domain.medicines.pattern import (
    ALTERNATE_DAYS,
    AS_NEEDED,
    DAILY,
    EVERY_N_DAYS,
    EVERY_N_MONTHS,
    EVERY_N_WEEKS,
    MONTHLY,
    ON_WEEKDAYS,
    PULSE,
    SINGLE,
    WEEKLY_ONCE,
)
from lupusdiary.domain.medicines.quick_entry.numbers import (
    ENGLISH_NUMBER,
    KOREAN_NUMBER,
    whole_of,
)
from lupusdiary.domain.medicines.quick_entry.weekdays import (
    WEEKDAY_SET,
    rest_of_week,
    weekdays_of,
)
from lupusdiary.domain.medicines.quick_entry.working_line import WorkingLine

LOADING = "loading_then_interval"


@dataclass(frozen=True, slots=True)
class SaidInterval:
    """What a line says of the interval: `kind` None where it says none. `times` and `at` come with the word
    (bid, hs). `asked`: the word has two meanings (OD, biw); `reason`: what it is needed for."""

    kind: str | None = None
    days: int | None = None
    weeks: int | None = None
    months: int | None = None
    day_of_month: int | None = None
    weekdays: tuple[str, ...] = ()
    first_weeks: tuple[int, ...] = ()
    occasions: int | None = None
    anchor: date | None = None
    times: int | None = None
    at: tuple[str, ...] = ()
    asked: bool = False
    offered: bool = True


_N = rf"(?P<n>\d+|{KOREAN_NUMBER}|{ENGLISH_NUMBER})"
_B, _E = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
_EVERY = r"\s*(?:마다|간격(?:으로)?|에\s*(?:한|1)\s*(?:번|회)|\s+1\s*회(?!\s*\d))"
_Make = Callable[[re.Match[str]], SaidInterval]
_Rules = tuple[tuple[str, _Make], ...]


def _fixed(said: SaidInterval) -> _Make:
    return lambda _: said


def _daily(times: int, *at: str) -> _Make:
    return _fixed(SaidInterval(DAILY, times=times, at=at))


def _every_hours(match: re.Match[str]) -> SaidInterval:
    hours = whole_of(match["n"]) or 24
    if hours % 24 == 0:
        days = hours // 24
        return SaidInterval(DAILY, times=1) if days == 1 else _every_days(days)
    return SaidInterval(DAILY, times=24 // hours if 24 % hours == 0 else None)


def _every_days(days: int) -> SaidInterval:
    if days == 1:
        return SaidInterval(DAILY)
    return SaidInterval(ALTERNATE_DAYS) if days == 2 else SaidInterval(EVERY_N_DAYS, days=days)


def _every_weeks(weeks: int) -> SaidInterval:
    return SaidInterval(WEEKLY_ONCE) if weeks == 1 else SaidInterval(EVERY_N_WEEKS, weeks=weeks)


def _every_months(months: int) -> SaidInterval:
    return SaidInterval(MONTHLY) if months == 1 else SaidInterval(EVERY_N_MONTHS, months=months)


def _counted(make: Callable[[int], SaidInterval], unit: int = 1) -> _Make:
    return lambda match: make((whole_of(match["n"]) or 1) * unit)


def _loading(match: re.Match[str]) -> SaidInterval:
    first = tuple(int(each) for each in re.findall(r"\d+", match["first"]))
    return SaidInterval(LOADING, first_weeks=first, weeks=whole_of(match["n"]) or 1)


def _n(match: re.Match[str]) -> int:
    return whole_of(match["n"] or match["q"]) or 1


def _loading_en(match: re.Match[str]) -> SaidInterval:
    first = tuple(int(each) for each in re.findall(r"\d+", match["first"]))
    return SaidInterval(LOADING, first_weeks=first, weeks=_n(match))


def _month_day(match: re.Match[str]) -> SaidInterval:
    day = int(match["day"])
    return SaidInterval(MONTHLY, day_of_month=day if 1 <= day <= 31 else None)


def _but(match: re.Match[str]) -> SaidInterval:
    return SaidInterval(ON_WEEKDAYS, weekdays=rest_of_week(weekdays_of(match["days"])))


def _times_daily(match: re.Match[str]) -> SaidInterval:
    return SaidInterval(DAILY, times=whole_of(match["n"]))


_EXCEPT_KO = rf"(?P<days>{WEEKDAY_SET})\s*(?:은|는|만|을|를)?\s*(?:빼고|제외(?:하고)?|말고)\s*(?:매일)?"
_EXCEPT_EN = rf"(?:daily|every\s?day)?\s*(?:except|but\s+not)\s+(?:on\s+)?(?P<days>{WEEKDAY_SET})"
# Words that say every day together with how often or when.
_DAILY_WORDS: _Rules = (
    (rf"{_B}q\.?i\.?d\.?{_E}|four\s+times\s+(?:a\s+day|daily)", _daily(4)),
    (rf"{_B}t\.?i\.?d\.?{_E}|three\s+times\s+(?:a\s+day|daily)", _daily(3)),
    (rf"{_B}b\.?i\.?d\.?{_E}|twice\s+(?:a\s+day|daily)|two\s+times\s+(?:a\s+day|daily)", _daily(2)),
    (rf"{_N}\s*(?:times|x)\s*(?:a\s+day|per\s+day|/\s*day|daily)", _times_daily),
    (rf"{_B}(?:q\s?hs|hs|h\.s\.){_E}", _daily(1, "bedtime")),
    (rf"{_B}q\s?am{_E}", _daily(1, "morning")),
    (rf"{_B}q\s?pm{_E}", _daily(1, "evening")),
    (rf"{_B}(?:q\.?d\.?|q\s?day|o\.d\.){_E}|(?:once|one\s+time)\s+(?:a\s+day|daily)", _daily(1)),
    (r"every\s+morning|아침마다|매일\s*아침마다", _daily(1, "morning")),
    (r"every\s+evening|저녁마다", _daily(1, "evening")),
    (rf"every\s+night|{_B}nightly{_E}", _daily(1, "bedtime")),
)  # fmt: skip
_ONCE_DAILY = re.compile(rf"{_B}(?:q\.?d\.?|q\s?day){_E}", re.IGNORECASE)
_EVERY_DAY = re.compile(
    rf"매일(?:매일)?|날마다|하루도\s*빠짐없이|{_B}daily{_E}|every\s?day{_E}|each\s+day|per\s+day{_E}",
    re.IGNORECASE,
)
_RULES: _Rules = (
    (_EXCEPT_KO, _but),
    (_EXCEPT_EN, _but),
    (r"(?P<first>\d+\s*주?(?:\s*[,·]\s*\d+\s*주?)+)(?<=주)\s*(?:후|째|차)?(?:에)?[,\s]*(?:이후|후|그\s*(?:뒤|후|다음))?[,\s]*"
     rf"{_N}\s*주{_EVERY}", _loading),
    (r"(?:at\s+)?(?:weeks?\s+)?(?P<first>\d+(?:\s*(?:,|and|,\s*and)\s*\d+)+)\s*(?:weeks?)?\s*,?\s*(?:and\s+)?then\s+"
     rf"(?:every\s+{_N}\s*weeks?|q(?P<q>\d+)w)", _loading_en),
    (rf"q\s*{_N}\s*h(?:r|rs|ours?)?{_E}", _every_hours),
    (rf"{_N}\s*시간\s*(?:마다|간격(?:으로)?)", _every_hours),
    (rf"every\s+{_N}\s*h(?:ou)?rs?{_E}", _every_hours),
    (rf"{_B}(?:q\.?o\.?d\.?|e\.?o\.?d\.?){_E}|격일(?:로|마다|제)?|이틀\s*(?:에\s*(?:한|1)\s*(?:번|회)|마다|간격)"
     r"|하루\s*걸러(?:\s*(?:하루|한\s*번))?|every\s+(?:other|second|2nd)\s+day|(?:on\s+)?alternate\s+days",
     _fixed(SaidInterval(ALTERNATE_DAYS))),
    (r"사흘\s*(?:에\s*(?:한|1)\s*(?:번|회)|마다|간격)", _fixed(SaidInterval(EVERY_N_DAYS, days=3))),
    (rf"{_N}\s*일{_EVERY}", _counted(_every_days)),
    (r"매\s*(?P<n>\d+)\s*일(?:마다)?(?!\s*(?:분|간|치))", _counted(_every_days)),
    (r"every\s+(?P<n>\d+)(?:rd|th)\s+day", _counted(_every_days)),
    (r"every\s+third\s+day", _fixed(SaidInterval(EVERY_N_DAYS, days=3))),
    (rf"every\s+{_N}\s*days?{_E}|{_B}q\s*(?P<q>\d+)\s*d(?:ays?)?{_E}", lambda m: _every_days(_n(m))),
    (rf"{_B}TIW{_E}|(?:three\s+times|thrice|3\s*(?:times|x))\s+(?:a|per|each|every)?\s*week(?:ly)?",
     _fixed(SaidInterval(ON_WEEKDAYS))),
    (r"(?:twice|two\s+times|2\s*(?:times|x))\s+(?:a|per|each|every)?\s*week(?:ly)?",
     _fixed(SaidInterval(ON_WEEKDAYS))),
    (r"(?:매주|일?주(?:일에)?|1주(?:일)?(?:에)?)\s*(?:[2-6]|두|세|네|다섯)\s*(?:회|번)",
     _fixed(SaidInterval(ON_WEEKDAYS))),
    (r"주\s*[2-6]\s*일(?!\s*(?:분|치|간|동안))", _fixed(SaidInterval(ON_WEEKDAYS))),
    (rf"{_B}biw{_E}", _fixed(SaidInterval(times=1, asked=True, offered=False))),
    (rf"{_N}\s*weeks?\s+apart", _counted(_every_weeks)),
    (r"격주(?:로|마다)?|every\s+(?:other|second)\s+week|fortnightly", _fixed(_every_weeks(2))),
    (r"매\s*(?P<n>\d+)\s*주(?:마다)?(?!\s*(?:분|일분|간))", _counted(_every_weeks)),
    (r"(?:매주|주\s*(?:1|한)\s*(?:회|번)|(?:1|일)\s*주(?:일)?\s*(?:에)?\s*(?:1|한)\s*(?:회|번)|1\s*주(?:일)?\s*마다)",
     _fixed(_every_weeks(1))),
    (rf"(?<!\d)(?P<n>[1-9]\d?)\s*주(?:일)?{_EVERY}", _counted(_every_weeks)),
    (rf"every\s+{_N}\s*(?:weeks?|wks?){_E}|{_B}q\s*(?P<q>\d+)\s*w(?:k|ks|eeks?)?{_E}",
     lambda m: _every_weeks(_n(m))),
    (rf"{_B}q\.?\s?w(?:k|eek)?\.?{_E}|(?:once\s+)?weekly|(?:once\s+)?(?:a|per|each|every)\s+week{_E}|once\s+a\s+week",
     _fixed(_every_weeks(1))),
    (r"/\s*(?:wk|week|주)(?![A-Za-z가-힣])", _fixed(_every_weeks(1))),
    (r"(?:매월|매달)\s*(?P<day>\d{1,2})\s*일(?!\s*분)", _month_day),
    (r"on\s+(?:the\s+|day\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+day)?\s+of\s+(?:each|every|the)\s+month",
     _month_day),
    (rf"{_N}\s*(?:개월|달){_EVERY}", _counted(_every_months)),
    (rf"every\s+{_N}\s*months?{_E}|{_B}q\s*(?P<q>\d+)\s*m(?:o|os|onths?)?{_E}",
     lambda m: _every_months(_n(m))),
    (r"반년\s*(?:마다|에\s*한\s*번)|every\s+half\s+year|twice\s+a\s+year", _fixed(_every_months(6))),
    (rf"{_N}\s*년{_EVERY}", _counted(_every_months, 12)),
    (r"매년|연\s*1\s*회|(?:once\s+)?yearly|once\s+a\s+year|every\s+year|annually", _fixed(_every_months(12))),
    (r"월\s*(?:1|한)\s*(?:회|번)|한\s*달에\s*(?:한|1)\s*(?:번|회)|매월|매달|(?:once\s+)?monthly|once\s+a\s+month|q\s*month(?![A-Za-z])"
     r"|every\s+month", _fixed(_every_months(1))),
    *_DAILY_WORDS,
    (_EVERY_DAY.pattern, _fixed(SaidInterval(DAILY))),
    (rf"{_B}(?-i:OD){_E}", _fixed(SaidInterval(times=1, asked=True))),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), make) for pattern, make in _RULES)
_TIMES_WORDS = tuple((re.compile(pattern, re.IGNORECASE), make) for pattern, make in _DAILY_WORDS)
_PRN = re.compile(
    rf"{_B}p\.?r\.?n\.?{_E}(?:\s+for\s+[A-Za-z ]+)?|필요\s*(?:시|할\s*때)(?:에|마다)?"
    r"|(?:as|if|when)\s+(?:needed|required)(?:\s+for\s+[A-Za-z ]+)?"
    r"|(?:\S{1,8}?\s?(?:통|열|증|기침|구토|구역|가려움|불면|변비|설사|불안|발작|오심|불량|부종))\s*시(?![가-힣간])"
    r"|(?:\S+(?:이|가)\s)?(?:아플|열이?\s*날|불편할|심할|가려울|어지러울|불안할|메스꺼울|토할|답답할|쑤실|부을|설사할|힘들"
    r"|두근거릴|건조할|뻑뻑할|(?:안|못)\s*[올잘]|(?:통증|증상|열|두통)이?\s*있을)\s*때(?:에?만|마다|에)?"
    r"|\d{2}(?:\.\d)?\s*(?:도|℃|°C)\s*(?:이상|넘|초과)\S*(?:\s*(?:때|시|경우))?(?:에?만|마다|에)?",
    re.IGNORECASE,
)
_PULSE = re.compile(rf"충격\s*요법|펄스\s*(?:요법)?|{_B}pulse(?:\s+therapy)?{_E}", re.IGNORECASE)
_ON_WEEKDAYS = re.compile(
    rf"(?P<days>{WEEKDAY_SET})(?:\s*(?:마다|에만|에는|에|만)(?![가-힣]))?", re.IGNORECASE
)
_EVERY_WEEK = re.compile(rf"매주|{_B}(?:weekly|every\s+week){_E}", re.IGNORECASE)
_SINGLE = re.compile(
    rf"단회|1\s*회만|한\s*번만|{_B}(?:stat|single\s+dose|one\s+dose|once(?:\s+only)?){_E}", re.IGNORECASE
)
_OCCASIONS = re.compile(
    rf"{_B}x\s*(?P<x>\d+)(?!\s*(?:d|w|mg|일|주))|(?:총\s*)?(?<!\d)(?P<n>\d+)\s*(?:회|번|차)(?!\s*\d)|"
    r"(?:for\s+)?(?P<d>\d+)\s*doses",
    re.IGNORECASE,
)


def take_interval(line: WorkingLine) -> SaidInterval:
    """Takes the words of the interval out of a line, with their weekdays and occasions."""
    needed = bool(line.take_all(_PRN))
    pulse = line.take(_PULSE) is not None
    said = _first_rule(line)
    if needed:
        return SaidInterval(AS_NEEDED, times=said.times, at=said.at)
    if pulse:
        return SaidInterval(PULSE, times=said.times)
    return _with_occasions(line, _with_weekdays(line, said))


def _first_rule(line: WorkingLine) -> SaidInterval:
    for pattern, make in _COMPILED:
        found = line.take(pattern)
        if found is not None:
            said = make(found)
            # 격일 bid says both; 매일 beside bid says nothing more.
            return _with_times(line, said)
    return SaidInterval()


def _with_times(line: WorkingLine, said: SaidInterval) -> SaidInterval:
    line.take(_EVERY_DAY)
    if said.times is not None:
        if said.kind == DAILY and said.times == 1:
            # qd hs: the time of day stands beside the interval.
            line.take(_ONCE_DAILY)
        return said
    for pattern, make in _TIMES_WORDS:
        found = line.take(pattern)
        if found is not None:
            more = make(found)
            return replace(said, times=more.times, at=more.at)
    return said


def _with_weekdays(line: WorkingLine, said: SaidInterval) -> SaidInterval:
    if said.kind not in {None, WEEKLY_ONCE, ON_WEEKDAYS, DAILY} or said.weekdays or said.asked:
        return said
    found = line.take(_ON_WEEKDAYS)
    if found is None:
        return said
    line.take(_EVERY_WEEK)
    days = weekdays_of(found["days"])
    kind = WEEKLY_ONCE if len(days) == 1 and said.kind != ON_WEEKDAYS else ON_WEEKDAYS
    return replace(said, kind=kind, weekdays=days)


def _with_occasions(line: WorkingLine, said: SaidInterval) -> SaidInterval:
    if said.kind in {EVERY_N_WEEKS, EVERY_N_MONTHS, EVERY_N_DAYS}:
        found = line.take(_OCCASIONS)
        if found is not None:
            count = int(found["x"] or found["n"] or found["d"])
            if said.kind == EVERY_N_WEEKS and 0 < count < 1000:
                return replace(said, occasions=count)
    return said


def take_single(line: WorkingLine) -> bool:
    """Whether it is said to be given once."""
    return line.take(_SINGLE) is not None


def single() -> SaidInterval:
    """An interval of one dated event."""
    return SaidInterval(SINGLE, times=1)
