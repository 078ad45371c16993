"""A line of a visit that was only heard, and the heard dose by its medicine: one thing, written together.

The two belong together by their words, so that a visit moved to another day or a file read in keeps them so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import CONFIRMED, DROPPED, HEARD, PLACED, Agreement
from lupusdiary.language import Refusal

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary


def words_of(text: str) -> str:
    """The words of a line as a heard dose keeps them."""
    return " ".join(text.split())


def change_agreed(diary: Diary, before: Visit, after: Visit) -> None:
    """Changes what was agreed at a visit. A line that was only heard goes to the medicine that it names, and
    one that is gone or changed takes its unanswered dose with it. Raises `Refusal`."""
    old, new = _pending(before), _pending(after)
    with diary.writing("visits.agreed"):
        diary.visits.change(after)
        for said in old:
            if said not in new:
                _forget(diary, said)
        for said in new:
            if said not in old:
                _hear(diary, after, said)


def answer_heard(diary: Diary, code: str, id: int, *, so: bool) -> None:
    """Confirms or drops a heard dose, and says so at the visit where it was heard once nothing of that line
    is left open. Raises `Refusal`."""
    heard = next((each for each in diary.medicines.get(code).heard if each.id == id), None)
    with diary.writing("medicines.confirm" if so else "medicines.remove_period"):
        if so:
            diary.medicines.confirm(code, id)
        else:
            diary.medicines.drop_heard(code, id)
        if heard is not None:
            settle_line(diary, heard, CONFIRMED if so else DROPPED)


def settle_line(diary: Diary, heard: DosePeriod, state: str) -> None:
    """Says at the visit what became of a heard dose that was just answered; of several steps of one line
    the last answer settles it, and one that was confirmed is enough to call it confirmed."""
    words = heard.printed or ""
    medicines = diary.medicines.all()
    if any(each.printed == words for medicine in medicines for each in medicine.heard):
        return
    confirmed = any(
        each.printed == words and (heard.heard_on is None or each.start >= heard.heard_on)
        for medicine in medicines
        for each in medicine.periods
    )
    for visit in diary.visits.all():
        for said in _pending(visit):
            if words_of(said.text) == words:
                diary.visits.say_of(visit.id, replace(said, state=CONFIRMED if confirmed else state))


def heard_words(medicines: Iterable[Medication]) -> frozenset[str]:
    """The words of all heard doses that stand by a medicine."""
    return frozenset(each.printed or "" for medicine in medicines for each in medicine.heard)


def _pending(visit: Visit) -> list[Agreement]:
    return [
        said
        for said in visit.agreements
        if said.kind == HEARD and said.state == PLACED and said.text in visit.agreed
    ]


def _hear(diary: Diary, visit: Visit, said: Agreement) -> None:
    # The grammar of a typed line costs more than all that a diary loads otherwise.
    from lupusdiary.diary.medicines.heard import Hearing, heard_medicine

    hearing = Hearing(visit.day, said.day or visit.day, visit.department, visit.hospital)
    try:
        medicine = diary.medicines.checked(heard_medicine(said.text, hearing, diary.medicines.all()))
    except Refusal:
        return
    # Any sentence has a first word: only a name that is known makes it a medicine.
    if medicine.code or medicine.ingredient:
        diary.medicines.hear(said.text, hearing)


def _forget(diary: Diary, said: Agreement) -> None:
    for medicine in diary.medicines.all():
        for heard in medicine.heard:
            if heard.printed == words_of(said.text) and heard.id is not None:
                diary.medicines.drop_heard(medicine.code, heard.id)
