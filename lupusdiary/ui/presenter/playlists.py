"""Playlists as files: opened with every check before anything is shown, saved whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from lupusdiary.charts.presets import PRESETS
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.text_file import read_text
from lupusdiary.education.sessions.deck import missing
from lupusdiary.education.sessions.session import ControlStep, EducationSession, SlideStep, TimelineStep
from lupusdiary.education.sessions.session_file import (
    LONGEST_FILE,
    SUFFIX,
    read_session,
    ready_sessions,
    write_session,
)
from lupusdiary.language import Refusal
from lupusdiary.system_fault import reason_of
from lupusdiary.ui.base.small_json import is_kept, read_small_json
from lupusdiary.ui.frame.navigation import FOOT, PAGES
from lupusdiary.ui.presenter.stage.slide_photo import photo_image
from lupusdiary.whole_file import write_whole


def open_playlist(path: Path, library: Library) -> EducationSession:
    """The session of a file. Raises `Refusal`: which file, which step, what to do."""
    session = read_session(read_text(path, LONGEST_FILE), path)
    faults = [*missing(session, library), *_not_here(session)]
    if faults:
        raise Refusal("“{name}”: {fault}", name=path.name, fault=faults[0])
    return session


def save_playlist(session: EducationSession, path: Path) -> Path:
    """Writes a session whole or not at all; returns where it lies. Raises `Refusal`."""
    target = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    write_whole(target, write_session(session).encode())
    return target


def _not_here(session: EducationSession) -> list[Refusal]:
    pages = {name for name, _, _ in (*PAGES, *FOOT)}
    found: list[Refusal] = []
    for number, step in enumerate(session.steps, start=1):
        if isinstance(step, ControlStep) and step.page not in pages:
            found.append(Refusal("Step {number}: there is no page “{name}”.", number=number, name=step.page))
        elif isinstance(step, SlideStep) and step.photo and photo_image(step.photo).isNull():
            found.append(Refusal("Step {number}: its photo cannot be read.", number=number))
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


OWN = "own_"
DRAFTS = "playlist_drafts.json"


@dataclass(frozen=True, slots=True)
class PlaylistDraft:
    """What stood in a playlist that was not kept yet."""

    form: str
    key: str
    at: str
    values: dict[str, Any]


class PlaylistDrafts:
    """One small file beside the playlists. Unreadable: as if empty."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._path = folder / DRAFTS
        self._clock = clock

    def all(self, form: str) -> list[PlaylistDraft]:
        """Every draft of a form."""
        found = read_small_json(self._path)
        if not is_kept(found):
            return []
        try:
            drafts = [
                PlaylistDraft(*(each[name] for name in ("form", "key", "at", "values"))) for each in found
            ]
        except (TypeError, KeyError):
            return []
        return [draft for draft in drafts if draft.form == form and isinstance(draft.values, dict)]

    def read(self, form: str, key: str) -> PlaylistDraft | None:
        """What was kept of a form."""
        return next((draft for draft in self.all(form) if draft.key == key), None)

    def keep(self, form: str, key: str, values: Mapping[str, Any]) -> None:
        """Keeps what stands in a form now. Raises `Refusal`."""
        others = [draft for draft in self.all(form) if draft.key != key]
        at = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        self._write([*others, PlaylistDraft(form, key, at, dict(values))])

    def drop(self, form: str, key: str) -> None:
        """Forgets it. Raises `Refusal`."""
        drafts = self.all(form)
        left = [draft for draft in drafts if draft.key != key]
        if left != drafts:
            self._write(left)

    def _write(self, drafts: list[PlaylistDraft]) -> None:
        text = json.dumps([asdict(each) for each in drafts], ensure_ascii=False)
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._path, text.encode())


class PlaylistFolder:
    """One file each in `folder`, the same as those that are carried to another laptop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, library: Library) -> tuple[list[EducationSession], list[Refusal]]:
        """The playlists by their names, and what is wrong with those that cannot be shown."""
        found: list[EducationSession] = []
        faults: list[Refusal] = []
        ready = {each.id for each in ready_sessions()}
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            try:
                session = open_playlist(path, library)
            except Refusal as refusal:
                faults.append(refusal)
            else:
                if session.id not in ready and session.id == path.stem:
                    found.append(session)
        return sorted(found, key=lambda each: (each.title_ko, each.id)), faults

    def keep(self, session: EducationSession) -> EducationSession:
        """Keeps a playlist in the place of the one with its id; a changed session of the program gets an id
        of its own. Returns what is kept. Raises `Refusal`."""
        ready = {each.id: each for each in ready_sessions()}
        if ready.get(session.id) == session:
            return session
        if session.id in ready:
            session = replace(session, id=new_id())
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise Refusal(
                "“{name}” could not be written: {reason}.",
                name=self._folder.name,
                reason=reason_of(fault),
            ) from fault
        save_playlist(session, self._folder / f"{session.id}{SUFFIX}")
        return session

    def remove(self, session: EducationSession) -> None:
        """Forgets a playlist. Raises `Refusal`."""
        path = self._folder / f"{session.id}{SUFFIX}"
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise Refusal(
                "“{name}” could not be written: {reason}.", name=path.name, reason=reason_of(fault)
            ) from fault


def new_id() -> str:
    """An id that no other playlist has, on any laptop."""
    return f"{OWN}{uuid4().hex[:12]}"
