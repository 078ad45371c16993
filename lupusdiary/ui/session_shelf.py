"""The playlists of one's own, kept from one start to the next beside the program's settings: in no diary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from lupusdiary.education.library import Library
from lupusdiary.education.session import EducationSession
from lupusdiary.education.sessions import SUFFIX, ready_sessions
from lupusdiary.language import Refusal
from lupusdiary.ui.session_files import open_playlist, save_playlist

OWN = "own_"


class PlaylistShelf:
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
                reason=fault.strerror or "?",
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
                "“{name}” could not be written: {reason}.", name=path.name, reason=fault.strerror or "?"
            ) from fault


def new_id() -> str:
    """An id that no other playlist has, on any laptop."""
    return f"{OWN}{uuid4().hex[:12]}"
