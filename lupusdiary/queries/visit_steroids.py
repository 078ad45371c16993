"""The daily steroid dose over a year and its sums, as page 1 and the page behind it tell them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from lupusdiary.domain.medicines.catalogue import PREDNISOLONE, equivalences, ingredients
from lupusdiary.domain.medicines.dose_course import is_counted
from lupusdiary.domain.medicines.exposure import DoseLine, Exposure
from lupusdiary.domain.medicines.exposure_wording import (
    exposure_text,
    other_tables_text,
    since_first_words,
    together_text,
    whole_mg,
)
from lupusdiary.domain.medicines.pulse import Pulse
from lupusdiary.domain.medicines.wording import dose_number
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator
from lupusdiary.queries.exposure import Exposures
from lupusdiary.queries.medicine_lanes import steroid_steps
from lupusdiary.queries.visit_medicines import both, both_of
from lupusdiary.report.summary import OwnWords, SteroidCourse

_MOST_PULSES = 12


def steroid_course(
    exposures: Exposures, period: Period, include: frozenset[str] = frozenset()
) -> SteroidCourse | None:
    """The course of a year up to the end of the period; None where no steroid is in the list, no day is known
    and no pulse is told, or where one that was not ticked would stand in the sums."""
    hidden = (each for each in exposures.medicines if each.sensitive and each.code not in include)
    if any(is_counted(each) for each in hidden):
        return None
    end = period.end
    sums = exposures.sums(end, end)
    year = sums[2]
    if not any(each.known_days or each.pulses for each in sums):
        return None
    here = DoseLine(exposures.known(period, end))
    now = year.known.by_day.get(end)
    return SteroidCourse(
        steps=steroid_steps(year.known.by_day, {}, end),
        now=None if now is None else float(now),
        summed_up=both(lambda tr: _summed_up(here, period, year, now, tr)),
        details=_details(sums),
    )


def _summed_up(here: DoseLine, period: Period, year: Exposure, now: Fraction | None, tr: Translator) -> str:
    said = [tr.text("now {mg} mg", mg=dose_number(round(now, 2)))] if now is not None else []
    sums = [(here, period.days)] if period.days != year.period.days else []
    for line, length in (*sums, (year.known, year.period.days)):
        days = tr.plural("{count} day", "{count} days", length)
        total = line.total
        mg = "–" if total is None else tr.text("{mg} mg", mg=whole_mg(total, tr))
        known = tr.number(len(line.by_day))
        said.append(tr.text("{days}: {sum} (known {known})", days=days, sum=mg, known=known))
    said.append(tr.text("pulse days {number}", number=tr.number(len(year.pulses))))
    return tr.text("{sums} (approximate)", sums=" · ".join(said))


def _details(sums: tuple[Exposure, ...]) -> tuple[OwnWords, ...]:
    """The sums of 30, 90 and 365 days and since the first entry, of what they are made, and the pulses."""
    named = both_of(lambda tr: _lines(sums, tr, hidden=False))
    unnamed = both_of(lambda tr: _lines(sums, tr, hidden=True))
    return tuple(OwnWords(*each) for each in zip(named, unnamed, strict=True))


def _lines(sums: tuple[Exposure, ...], tr: Translator, *, hidden: bool) -> list[str]:
    longest = sums[-1]
    found = [_of_days(each, tr, hidden=hidden, all_time=each is longest) for each in sums]
    if longest.pulses:
        found.append(_pulses(longest.pulses, tr, hidden=hidden))
    found += [words for each in longest.sources if (words := other_tables_text(each, tr))]
    if longest.together:
        found.append(together_text(tr))
    if others := [each.ingredient for each in longest.sources if each.ingredient != PREDNISOLONE]:
        found.append(_factors(others, tr))
    return found


def _of_days(exposure: Exposure, tr: Translator, *, hidden: bool, all_time: bool) -> str:
    if hidden:
        sources = tuple(replace(each, name=_name_of(each.ingredient, tr)) for each in exposure.sources)
        exposure = replace(exposure, sources=sources)
    days = tr.plural("{count} day", "{count} days", exposure.period.days)
    if all_time:
        days = since_first_words(exposure.period.days, tr)
    return f"{days}: {exposure_text(exposure, tr)}"


def _pulses(pulses: tuple[Pulse, ...], tr: Translator, *, hidden: bool) -> str:
    """The pulses with their doses, days in a row together; of very many the last ones."""
    runs: list[list[Pulse]] = []
    for pulse in pulses:
        last = runs[-1][-1] if runs else None
        same = last is not None and (last.name, last.dose_mg) == (pulse.name, pulse.dose_mg)
        if last is not None and same and pulse.day == last.day + timedelta(days=1):
            runs[-1].append(pulse)
        else:
            runs.append([pulse])
    told = [_run(run, tr, hidden=hidden) for run in runs[-_MOST_PULSES:]]
    count = tr.plural("Pulses, in no sum: {count} day", "Pulses, in no sum: {count} days", len(pulses))
    ellipsis = "… " if len(runs) > _MOST_PULSES else ""
    return f"{count} ({ellipsis}{tr.listing(told)})"


def _run(run: list[Pulse], tr: Translator, *, hidden: bool) -> str:
    pulse, last = run[0], run[-1]
    name = pulse.name if pulse.name and not hidden else _name_of(pulse.ingredient, tr)
    days = tr.date(pulse.day, "short") if len(run) == 1 else tr.span(pulse.day, last.day)
    words = [days, name]
    if pulse.dose_mg is not None:
        words.append(tr.text("{mg} mg", mg=dose_number(pulse.dose_mg)))
        words.append(f"× {tr.number(len(run))}" if len(run) > 1 else "")
    return " ".join(word for word in words if word)


def _factors(codes: list[str], tr: Translator) -> str:
    """What equals 5 mg of prednisolone, for the steroids that were counted."""
    table = equivalences()
    told = [
        tr.text("{name} {mg} mg", name=_name_of(code, tr), mg=dose_number(table[code].to_5mg))
        for code in dict.fromkeys(codes)
        if code in table
    ]
    return tr.text(
        "Counted: by mouth and as whole-body injections. Prednisolone 5 mg = {factors} (the table of the US "
        "prednisolone label where it has them).",
        factors=tr.listing(told),
    )


def _name_of(code: str | None, tr: Translator) -> str:
    found = ingredients().get(code or "")
    return "" if found is None or found.group else tr.pick(*found.names)
