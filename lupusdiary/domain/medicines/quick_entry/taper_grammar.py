"""How the plan of a taper is written: amounts, how long each is kept, rules, beginnings and ends."""

from __future__ import annotations

import re

NUMBER_WORD = r"(?:\d+(?:\.\d+)?|\.\d+|반|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
UNIT = (
    r"(?:mg|밀리그[램람]|mcg|g(?![A-Za-z])|알|정|캡슐|[TC](?![A-Za-z])|tabs?|tablets?|caps?|capsules?|pills?)"
)
SPAN = (
    r"(?:x\s*|for\s+|every\s+)?(?P<{p}n>\d+|한|두|세|네|a|one|two|three|four|five|six|seven|eight|ten|twelve)\s*"
    r"(?P<{p}u>주(?:일)?|일|개월|달|d(?:ays?)?|w(?:ks?|eeks?)?|months?|mo)(?![A-Za-z])\s*(?:간|동안|씩)?"
)
EACH = (
    r"(?:(?P<{p}n>\d+|한|두|세|네)\s*(?P<{p}u>주(?:일)?|일|개월|달)\s*(?:마다|간격(?:으로)?|에(?:\s*(?:한\s*번|1회))?)"
    r"|(?P<{p}w>매주|일주일(?:\s*마다|\s*간격(?:으로)?|에\s*(?:한|1)\s*(?:번|회)))|(?P<{p}m>매월|매달|한\s*달마다)|(?P<{p}d>매일))"
)
EACH_EN = (
    r"(?:(?:every|each|per|a)\s+(?:(?P<{p}n>\d+|two|three|four|five|six|eight|other)\s+)?(?P<{p}u>days?|weeks?|wks?|months?)"
    r"|(?P<{p}w>weekly)|(?P<{p}m>monthly))"
)
LEAD = r"(?:지금|현재|처음|시작|하루(?:에)?|now|currently|start(?:ing)?(?:\s+(?:at|with|from))?|from|at|take)"
DOWN = (
    r"(?:씩)?\s*(?:줄(?:임|이기|여서?|이고|이면서|인다|입니다)?|감량(?:하여|해서|하고|하면서)?"
    r"|내림|낮춤|증량|올림|늘림)?"
)
# 10 mg까지, 10 mg까지 유지, 10 mg로 유지
_TO = rf"(?:\s*(?P<to>{NUMBER_WORD})\s*(?P<tounit>{UNIT})?\s*(?:까지(?:\s*유지)?|(?:으?로)?\s*유지))?"
_DAILY = r"(?:매일|qd|daily|(?:a|per|once\s+a)\s+day|하루\s*(?:한|1)\s*번)"
FROM = rf"(?P<from>{NUMBER_WORD})\s*(?P<unit>{UNIT})?"
KO_RULE = re.compile(
    rf"{EACH.replace('{p}', 'k')}\s*(?P<by>{NUMBER_WORD})\s*(?P<byunit>{UNIT})?\s*씩\s*{DOWN}"
    rf"{_TO}\s*{DOWN}",
    re.IGNORECASE,
)
KO_RULE_SWAPPED = re.compile(
    rf"(?P<by>{NUMBER_WORD})\s*(?P<byunit>{UNIT})?\s*씩\s*{EACH.replace('{p}', 'k')}\s*{DOWN}"
    rf"{_TO}\s*{DOWN}",
    re.IGNORECASE,
)
EN_RULE = re.compile(
    rf"(?P<verb>(?:go\s+|taper\s+|step\s+)?(?:down|up)|reduce|decrease|lower|increase|taper)?\s*(?:by\s+)?"
    rf"(?P<by>{NUMBER_WORD})\s*"
    rf"(?P<byunit>{UNIT})?\s*{EACH_EN.replace('{p}', 'k')}"
    rf"(?:\s*,?\s*(?:down\s+|up\s+)?(?:to|until)\s+(?:(?P<to>{NUMBER_WORD})\s*(?P<tounit>{UNIT})?|(?P<off>off|zero|nothing|stopped)))?",
    re.IGNORECASE,
)
BREAK = re.compile(
    r"\s*(?:->|→|=>|➔|;|,|·(?=\s)|(?<=\s)[-–—](?=\s)|(?<=[가-힣A-Za-z0-9])\s*>\s*)\s*"
    r"|\s*(?:복용\s*)?(?:후|뒤)(?:에)?\s*(?=유지|중단|끊)"
    rf"|(?<=[주일달간])\s*(?:유지\s*)?(?:후|뒤)(?:에)?\s+(?={NUMBER_WORD}\s*{UNIT}|{NUMBER_WORD}\s*(?:주|일|개월|달)|매)"
    r"|(?:(?<=\d주)|(?<=\d\s주)|(?<=\d일)|(?<=\d\s일)|(?<=개월)|(?<=\d달)|(?<=주간)|(?<=일간)|(?<=동안)|(?<=\d[dDwW])"
    rf"|(?<=days)|(?<=week)|(?<=weeks))\s+(?={NUMBER_WORD}\s*{UNIT})"
    r"|(?:(?<=줄여)|(?<=여서)|(?<=감량))\s+(?=중단|끊)"
    r"|\s+(?=(?:그\s*(?:다음|뒤|후)|이후|then|and\s+then)(?![A-Za-z가-힣]))",
    re.IGNORECASE,
)
THEN = re.compile(
    r"^(?:다시|그\s*(?:다음|뒤|후)(?:에는|에|부터|은|는)?|이후(?:에는|에|부터)?|다음|and\s+then|then|and|후)\s*[,:]?\s*",
    re.IGNORECASE,
)
STAYS = re.compile(
    r"^(?:계속\s*)?(?:유지|stay|keep|continue|maintain|hold)(?:하기|함|합니다|\s+(?:there|on))?\.?$",
    re.IGNORECASE,
)
STOPS = re.compile(r"^(?:중단|끊기|끊음|중지|stop|off|discontinue)(?:하기|함|합니다)?\.?$", re.IGNORECASE)
ITEM = re.compile(
    rf"^{FROM}\s*(?:씩)?\s*{_DAILY}?\s*(?:{SPAN.replace('{p}', 's')})?"
    r"\s*(?P<stay>유지|계속|stay|continue|maintenance)?\.?$",
    re.IGNORECASE,
)
START = re.compile(
    rf"^{FROM}\s*(?:에서|부터|로)?\s*(?:시작(?:하여|해서|해|하고)?)?"
    rf"\s*{_DAILY}?\s*(?:{SPAN.replace('{p}', 's')})?\s*(?:후|뒤|유지)?$",
    re.IGNORECASE,
)
FIRST_AMOUNT = re.compile(
    rf"(?:{LEAD}\s*)?(?<![가-힣A-Za-z0-9.]){NUMBER_WORD}\s*{UNIT}|(?<=[가-힣]){NUMBER_WORD}\s*{UNIT}",
    re.IGNORECASE,
)
LOOKS = re.compile(
    r"씩\s*(?:줄|감|내|낮)|(?:마다|매주|매달|매월|간격으로?)\s*[^,]*씩|줄(?:임|여|이)|감량|taper|(?:down|reduce|decrease)\s+(?:by\s+)?[.\d]"
    r"|[.\d]\s*(?:mg)?\s+every\s+.*(?:\bto\b|then)"
    # Not every day for so long, and then another amount; from this day so much, from that day so much.
    rf"|(?:격일|qod|every\s+other\s+day)\s*(?:for\s+)?\d+\s*(?:주|일|개월|달|d|w|m)[^분치]*?{NUMBER_WORD}\s*{UNIT}"
    rf"|\d\s*일?\s*부터\s*{NUMBER_WORD}\s*{UNIT}.*\d\s*일?\s*부터\s*{NUMBER_WORD}\s*{UNIT}"
    # Two amounts, each for so long.
    rf"|{NUMBER_WORD}\s*{UNIT}[^,\d]{{0,12}}\d+\s*(?:주|일|개월|달|d|w)[^분치]*?{NUMBER_WORD}\s*{UNIT}[^,\d]{{0,12}}\d+\s*(?:주|일|개월|달|d|w)(?!분|치)",
    re.IGNORECASE,
)
LEADING = re.compile(rf"^{LEAD}\s*[:,]?\s*", re.IGNORECASE)
# 소론도정 5mg 6정 1주: the content of one stands once, in front of the counts.
CONTENT = re.compile(
    rf"(?P<number>{NUMBER_WORD})\s*(?:mg|밀리그[램람])\s+(?={NUMBER_WORD}\s*(?:알|정|캡슐|[TC](?![A-Za-z])|tabs?|tablets?|caps?|capsules?|pills?))",
    re.IGNORECASE,
)
TIME_OF_DAY = re.compile(r"(?:\s+(?:아침|점심|저녁|매일|식후|하루))+$")
# Prednisone taper: 40 mg ...
TITLE = re.compile(r"\s+(?:taper(?:ing)?|감량(?:\s*(?:표|계획|일정))?)$", re.IGNORECASE)
NOT_DAILY = re.compile(r"격일|격주|주\s*\d\s*회|매주|\bqod\b|every\s+other|alternate", re.IGNORECASE)
PER_CENT = re.compile(r"%|퍼센트|per\s?cent|절반씩|반씩|half\s+every", re.IGNORECASE)
