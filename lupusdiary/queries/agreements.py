"""What was agreed at visits, beside what the diary knows became of it; and what is planned from there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lupusdiary.diary.medicines.heard_at_visit import heard_words, words_of
from lupusdiary.domain.period import Period
from lupusdiary.domain.visits import (
    CONFIRMED,
    DROPPED,
    HEARD,
    MEDICINE,
    NEXT_VISIT,
    PLACED,
    TEST,
    Agreement,
    agreement_of,
)
from lupusdiary.language import Translator
from lupusdiary.queries.medicines import medicines_now

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary
    from lupusdiary.domain.records import Visit

# The words of a name that tell one medicine from another: no numbers, no units.
_NAME = re.compile(r"[가-힣]{2,}|[A-Za-z]{4,}")
_AHEAD = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of what was agreed, and what the diary says became of it; an empty fact is none."""

    agreement: Agreement
    fact: str


@dataclass(frozen=True, slots=True)
class HeardLine:
    """A line that was heard at a visit, is not confirmed yet and stands by no medicine."""

    visit: Visit
    agreement: Agreement


def outcomes_of(diary: Diary, visit: Visit, tr: Translator) -> list[Outcome]:
    """What was agreed at a visit, in its order."""
    found = []
    for text in visit.agreed:
        said = agreement_of(text, visit.agreements)
        found.append(Outcome(said, _fact(diary, visit, said, tr)))
    return found


def heard_lines(diary: Diary) -> list[HeardLine]:
    """What was heard and neither confirmed nor given up, the newest visit first; without the lines whose dose
    stands by its medicine already."""
    by_medicine = heard_words(diary.medicines.all())
    return [
        HeardLine(visit, said)
        for visit in reversed(diary.visits.all())
        for said in visit.agreements
        if said.kind == HEARD and said.state == PLACED and words_of(said.text) not in by_medicine
    ]


def planned_tests(diary: Diary, period: Period) -> list[tuple[date, str]]:
    """The tests that were agreed and put into the calendar: their days and words."""
    return [
        (said.day, said.text)
        for visit in diary.visits.all()
        for said in visit.agreements
        if said.kind == TEST and said.state == PLACED and said.day is not None and said.day in period
    ]


def _fact(diary: Diary, visit: Visit, said: Agreement, tr: Translator) -> str:
    if said.state == DROPPED:
        return tr.text("No longer true.")
    if said.kind in (MEDICINE, HEARD):
        now = _dose_now(diary, said.text, tr)
        if said.kind == HEARD and said.state == CONFIRMED:
            return tr.text("Confirmed from the envelope. {now}", now=now).strip()
        return now
    if said.kind == TEST:
        return _result_fact(diary, visit, tr)
    if said.kind == NEXT_VISIT:
        return _visit_fact(diary, visit, said, tr)
    return ""


def _dose_now(diary: Diary, text: str, tr: Translator) -> str:
    """How a medicine that the line names is taken now."""
    folded = text.casefold()
    names = {each.code: each.name for each in diary.medicines.all()}
    for line in medicines_now(diary, diary.today(), tr, sensitive=True):
        words = _NAME.findall(f"{names.get(line.code, '')} {line.label}")
        if any(word.casefold() in folded for word in words):
            return tr.text("Now: {medicine}, {dose}", medicine=line.label, dose=line.dose)
    return ""


def _result_fact(diary: Diary, visit: Visit, tr: Translator) -> str:
    after = Period(visit.day + timedelta(days=1), max(diary.today(), visit.day) + timedelta(days=1))
    days = sorted({result.collected_on for result in diary.labs.all(after)})
    if not days:
        return tr.text("No result is entered since.")
    return tr.text("Results of {days}", days=tr.listing([tr.date(day, "short") for day in days[-3:]]))


def _visit_fact(diary: Diary, visit: Visit, said: Agreement, tr: Translator) -> str:
    after = said.day or visit.day + timedelta(days=1)
    for other in diary.visits.all(Period(after, after + _AHEAD)):
        if other.id != visit.id:
            return tr.text("Entered: {day}", day=tr.date(other.day))
    return ""
