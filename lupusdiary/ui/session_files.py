"""Playlists as files: opened with every check before anything is shown, saved whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lupusdiary.charts.presets import PRESETS
from lupusdiary.domain.analyte import AnalyteCatalogue
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.education.deck import missing
from lupusdiary.education.library import Library
from lupusdiary.education.session import ControlStep, EducationSession, TimelineStep
from lupusdiary.education.sessions import SUFFIX, read_session, write_session
from lupusdiary.education.text_file import read_text
from lupusdiary.language import Refusal
from lupusdiary.ui.rail import FOOT, PAGES

_LONGEST = 200_000


def open_playlist(path: Path, library: Library) -> EducationSession:
    """The session of a file. Raises `Refusal`: which file, which step, what to do."""
    session = read_session(read_text(path, _LONGEST), path)
    faults = [*missing(session, library), *_not_here(session)]
    if faults:
        raise Refusal("“{name}”: {fault}", name=path.name, fault=faults[0])
    return session


def save_playlist(session: EducationSession, path: Path) -> Path:
    """Writes a session whole or not at all; returns where it lies. Raises `Refusal`."""
    target = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    fresh = target.with_name(target.name + ".new")
    try:
        fresh.write_text(write_session(session), encoding="utf-8")
        fresh.replace(target)
    except OSError as fault:
        raise Refusal(
            "“{name}” could not be written: {reason}.", name=target.name, reason=fault.strerror or "?"
        ) from fault
    return target


def _not_here(session: EducationSession) -> list[Refusal]:
    pages = {name for name, _, _ in (*PAGES, *FOOT)}
    found: list[Refusal] = []
    for number, step in enumerate(session.steps, start=1):
        if isinstance(step, ControlStep) and step.page not in pages:
            found.append(Refusal("Step {number}: there is no page “{name}”.", number=number, name=step.page))
        elif isinstance(step, TimelineStep) and not (len(step.series) == 1 and step.series[0] in PRESETS):
            found += [
                Refusal("Step {number}: nothing is recorded as “{name}”.", number=number, name=code)
                for code in step.series
                if not (_known(SymptomCatalogue().get, code) or _known(AnalyteCatalogue().get, code))
            ]
    return found


def _known(get: Callable[[str], object], code: str) -> bool:
    try:
        get(code)
    except Refusal:
        return False
    return True
