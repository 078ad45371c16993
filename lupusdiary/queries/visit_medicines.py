"""The medicines of page 1: what is taken now, what was taken at the last visit, and what changed between."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.adherence import Adherence, adherence
from lupusdiary.domain.medicines.catalogue import fixed_text, ingredients
from lupusdiary.domain.medicines.change_wording import change_text
from lupusdiary.domain.medicines.changes import MedicineChange, changes
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.intake_wording import slot_name
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.medicines_now import HeldMedicine, in_order_of_classes, medicines_on
from lupusdiary.domain.medicines.part import DosePart, day_total
from lupusdiary.domain.medicines.pattern import AS_NEEDED, DAILY
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.wording import dose_number, medicine_label, said_amount, said_quantity
from lupusdiary.domain.period import Period
from lupusdiary.language import Bilingual, Translator, translator
from lupusdiary.report.summary import OwnWords, PrintedMedicine

if TYPE_CHECKING:
    from collections.abc import Callable

    from lupusdiary.diary.diary import Diary

HIDDEN = "○○○"
_NOTHING = "–"
_KO, _EN = translator("ko"), translator("en")
_ONE = timedelta(days=1)


def both(say: Callable[[Translator], str]) -> Bilingual:
    """What `say` says in each language."""
    return Bilingual(say(_KO), say(_EN))


def both_of(say: Callable[[Translator], list[str]]) -> list[Bilingual]:
    """The same of several lines."""
    return [Bilingual(*each) for each in zip(say(_KO), say(_EN), strict=True)]


def printed_medicines(diary: Diary, include: frozenset[str] = frozenset()) -> list[Medication]:
    """The medicines that may be printed: a sensitive one only where its code is in `include`."""
    return [each for each in diary.medicines.all() if not each.sensitive or each.code in include]


def medicine_rows(
    diary: Diary, period: Period, include: frozenset[str] = frozenset()
) -> list[PrintedMedicine]:
    """A row a medicine that holds on the last day of the period, in the catalogue's order of classes, beside
    how it was taken on the day before the first: a change on the day of a visit is one since it."""
    medicines = printed_medicines(diary, include)
    held = in_order_of_classes(medicines_on(medicines, period.end))
    if not held:
        return []
    taken = diary.intakes.all(period)
    before = period.start - _ONE
    rows = []
    for each in held:
        own = [row for row in taken if row.medicine == each.medicine.code]
        counts = adherence(each.medicine, own, period, period.end) if own else None
        rows.append(_row(each, counts, held_on(each.medicine, before).period))
    return rows


def _row(held: HeldMedicine, counts: Adherence | None, was: DosePeriod | None) -> PrintedMedicine:
    medicine, now = held.medicine, held.period
    known = counts.recorded if counts is not None else 0
    return PrintedMedicine(
        name=OwnWords(
            both(lambda tr: medicine_label(medicine, tr)),
            both(lambda tr: medicine_label(without_own_words(medicine, tr), tr)),
        ),
        how=both(lambda tr: how_taken(now, tr)),
        daily=both(lambda tr: daily_amount(now, counts, tr)),
        at_last_visit=both(lambda tr: earlier_amount(now, was, tr)),
        skipped=counts.skipped if counts is not None and known else None,
        known=known,
        fixed_text=fixed_text(medicine.ingredient),
    )


def how_taken(now: DosePeriod, tr: Translator) -> str:
    """What is taken when: of a daily dose in tablets and times of day, where these are known."""
    tablets = [_part(each, tr, alone=len(now.parts) == 1) for each in now.parts] if now.kind == DAILY else []
    return " + ".join(tablets) if tablets and all(tablets) else dose_words(now, tr)


def _part(part: DosePart, tr: Translator, *, alone: bool) -> str:
    """One strength; of the only one it is told by what the day adds up to."""
    if part.strength is None or part.amount is None or part.amount_to is not None or not part.amount_unit:
        return ""
    if part.at:
        often = tr.listing([slot_name(each, tr) for each in part.at])
    else:
        often = tr.plural("{count} time a day", "{count} times a day", part.intakes)
    count = said_amount(dose_number(part.amount), part.amount_unit, tr, one=part.amount <= 1)
    if alone:
        return tr.context("intake", "{count}, {often}", count=count, often=often)
    one = said_amount(dose_number(part.strength), part.unit or "", tr)
    return tr.text("{count} of {strength}, {often}", count=count, strength=one, often=often)


def daily_amount(now: DosePeriod, counts: Adherence | None, tr: Translator) -> str:
    """What a day adds up to; of what is not taken daily no amount a day: it would be made up."""
    if now.kind == AS_NEEDED and counts is not None and counts.used_days:
        return tr.plural("on {count} day", "on {count} days", counts.used_days)
    total = day_total(now.parts) if now.kind == DAILY and now.parts else None
    return _NOTHING if total is None else said_quantity(total, tr)


def earlier_amount(now: DosePeriod, was: DosePeriod | None, tr: Translator) -> str:
    """What a day added up to at the last visit; “same” where nothing has changed."""
    if was is None or was.is_none:
        return _NOTHING
    if dose_words(was, tr) == dose_words(now, tr):
        return tr.context("dose", "same")
    daily = daily_amount(was, None, tr)
    return dose_words(was, tr) if daily == _NOTHING else daily


def without_own_words(medicine: Medication, tr: Translator) -> Medication:
    """The medicine under the name of its ingredient, where it has one."""
    found = ingredients().get(medicine.ingredient or "")
    return replace(medicine, name=HIDDEN if found is None or found.group else tr.pick(*found.names))


def medicine_changes(
    diary: Diary, period: Period, include: frozenset[str] = frozenset()
) -> tuple[OwnWords, ...]:
    """What changed since the day before the period, a line each."""
    medicines = printed_medicines(diary, include)
    found = [each for each in changes(medicines, period.start, period.end, sensitive=True) if each.steps]
    return tuple(map(_change_line, found))


def _change_line(change: MedicineChange) -> OwnWords:
    return OwnWords(
        both(lambda tr: change_text(change, tr)), both(lambda tr: change_text(_unnamed(change, tr), tr))
    )


def _unnamed(change: MedicineChange, tr: Translator) -> MedicineChange:
    steps = tuple(
        replace(
            step,
            medicine=without_own_words(step.medicine, tr),
            period=_without_words(step.period),
        )
        for step in change.steps
    )
    return replace(change, steps=steps, none=_without_words(change.none) if change.none else None)


def _without_words(period: DosePeriod) -> DosePeriod:
    return replace(period, hospital=None, reason_text=None)


def allergy_texts(diary: Diary) -> tuple[str, ...]:
    """What is not tolerated, with how it showed and since when."""
    found = []
    for allergy in diary.allergies.all():
        year = [str(allergy.first_on.year)] if allergy.first_on else []
        more = ", ".join(["·".join(allergy.reactions), *year] if allergy.reactions else year)
        found.append(f"{allergy.name} ({more})" if more else allergy.name)
    return tuple(found)
