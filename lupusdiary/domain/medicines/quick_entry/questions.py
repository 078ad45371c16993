"""What a line or a plan asks, as sentences with what was read filled in."""

from __future__ import annotations

from lupusdiary.domain.medicines.quick_entry.parsed_line import QUESTIONS, ParsedLine
from lupusdiary.domain.medicines.quick_entry.read_back import read_by_day_part
from lupusdiary.domain.medicines.taper import ParsedTaper, TaperRule
from lupusdiary.domain.medicines.wording import dose_number, said_amount
from lupusdiary.language import Translator


def line_question(name: str, line: ParsedLine, tr: Translator) -> str:
    """One question that a line asks."""
    read = read_by_day_part(line, tr) if name == "amount" else None
    if read is not None:
        return tr.text("Read as {what}. Is that right? If not, write the times of day out.", what=read)
    offered = line.offer.get("strength_or_dose")
    text = said_amount(dose_number(offered), "mg", tr) if isinstance(offered, int | float) else line.printed
    return tr.text(QUESTIONS[name], text=text, days=line.supply_days or "")


def taper_question(name: str, taper: ParsedTaper, tr: Translator) -> str:
    """One question that a plan asks. The amount that is kept is the one at which its first rule ends."""
    if name != "hold" or len(taper.rules) < 2:
        return tr.text(QUESTIONS[name], text=taper.printed, days="")
    ends = next((at for at, rule in enumerate(taper.rules[:-1]) if rule.to is not None), 0)
    rule, following = taper.rules[ends], taper.rules[ends + 1]
    amount = said_amount(dose_number(rule.to or 0), taper.rules[0].unit or "mg", tr)
    return tr.text(QUESTIONS[name], text=amount, this=_interval(rule, tr), next=_interval(following, tr))


def _interval(rule: TaperRule, tr: Translator) -> str:
    if rule.every_months is not None:
        return tr.plural("{count} month", "{count} months", rule.every_months)
    days = rule.every_days or 0
    if days and days % 7 == 0:
        return tr.plural("{count} week", "{count} weeks", days // 7)
    return tr.plural("{count} day", "{count} days", days)
