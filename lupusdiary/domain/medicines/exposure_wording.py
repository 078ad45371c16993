"""The sentences of a steroid exposure and of what was taken: of what they are made stands with every sum."""

from __future__ import annotations

from fractions import Fraction

from lupusdiary.domain.medicines.adherence import Adherence
from lupusdiary.domain.medicines.catalogue import PREDNISOLONE, equivalences
from lupusdiary.domain.medicines.exposure import DoseSource, Exposure
from lupusdiary.domain.medicines.wording import dose_number, name_label
from lupusdiary.language import Translator


def whole_mg(value: Fraction, tr: Translator) -> str:
    """A sum in whole mg."""
    return tr.number(round(value))


def exposure_text(exposure: Exposure, tr: Translator) -> str:
    """What was counted, how many days are known, and what they rest on; approximate."""
    if not exposure.known_days:
        return tr.text("no day of this period is known")
    counted = " + ".join(_source(source, tr) for source in exposure.sources) or tr.text("0 mg")
    return tr.text(
        "{counted}, known {known} of {days} days: {recorded} recorded, {planned} as prescribed (approximate)",
        counted=counted,
        known=exposure.known_days,
        days=exposure.period.days,
        recorded=exposure.recorded_days,
        planned=exposure.planned_days,
    )


def since_first_words(days: int, tr: Translator) -> str:
    """What the longest sum reaches over: all days from the first entry on."""
    return tr.plural("since the first entry, {count} day", "since the first entry, {count} days", days)


def _source(source: DoseSource, tr: Translator) -> str:
    label, dose = name_label(source.name, source.ingredient, tr), whole_mg(source.dose_mg, tr)
    if source.ingredient == PREDNISOLONE:
        return tr.text("{medicine} {mg} mg", medicine=label, mg=dose)
    return tr.text(
        "{medicine} {mg} mg (as prednisolone {equivalent} mg)",
        medicine=label,
        mg=dose,
        equivalent=whole_mg(source.mg, tr),
    )


def other_tables_text(source: DoseSource, tr: Translator) -> str | None:
    """What a source is by other tables, where they disagree."""
    table = equivalences().get(source.ingredient)
    if table is None or table.to_5mg_other is None or source.mg_other is None:
        return None
    return tr.text(
        "{mg} counted as {ours} mg = 5 mg, {other_mg} if {theirs} mg = 5 mg",
        mg=whole_mg(source.mg, tr),
        ours=dose_number(table.to_5mg),
        other_mg=whole_mg(source.mg_other, tr),
        theirs=dose_number(table.to_5mg_other),
    )


def together_text(tr: Translator) -> str:
    """That two entries of one ingredient were both counted."""
    return tr.text("two entries of one ingredient, both counted")


def adherence_text(counts: Adherence, tr: Translator) -> str:
    """What was recorded of the due days; no row is no record, never skipped."""
    if counts.used or counts.used_days:
        times = tr.plural("used {count} time", "used {count} times", counts.used)
        return tr.plural("{used} on {count} day", "{used} on {count} days", counts.used_days, used=times)
    if not counts.recorded:
        return tr.text("no intake recorded")
    said = [_skipped(counts, tr)]
    more = (
        (counts.partly, tr.text("partly skipped")),
        (counts.late, tr.text("late")),
        (counts.extra, tr.text("extra")),
    )
    said += [_counted(count, word, counts, tr) for count, word in more if count]
    recorded = {"recorded": counts.recorded, "due": counts.due}
    said.append(
        tr.text("recorded {recorded} of {due} days", **recorded)
        if counts.daily
        else tr.text("recorded {recorded} of {due} doses", **recorded)
    )
    return tr.listing(said)


def _skipped(counts: Adherence, tr: Translator) -> str:
    values = {"skipped": counts.skipped, "recorded": counts.recorded}
    if counts.daily:
        return tr.text("skipped {skipped} of {recorded} recorded days", **values)
    return tr.text("skipped {skipped} of {recorded} recorded doses", **values)


def _counted(count: int, word: str, counts: Adherence, tr: Translator) -> str:
    if counts.daily:
        return tr.plural("{word} {count} day", "{word} {count} days", count, word=word)
    return tr.plural("{word} {count} dose", "{word} {count} doses", count, word=word)
