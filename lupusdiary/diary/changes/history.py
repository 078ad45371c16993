"""Taking steps back, and doing them again: also after a restart."""

from __future__ import annotations

from lupusdiary.diary.changes.step import Step, step_of
from lupusdiary.domain.change import Change
from lupusdiary.language import Message, mark
from lupusdiary.storage.diary_file import DiaryFile

# What a person calls a step, by the first word of its label.
_NAMES = {
    "days": mark("an entry in a day"),
    "symptoms": mark("a change of the daily items"),
    "labs": mark("a laboratory entry"),
    "events": mark("an event"),
    "flares": mark("a flare"),
    "visits": mark("a visit"),
    "medicines": mark("a change of the medicines"),
    "profile": mark("a change of the profile"),
    "contacts": mark("a telephone number"),
    "settings": mark("a setting"),
    "learning": mark("a note, answer or bookmark in Learn"),
    "safety_card": mark("a change of the safety card"),
    "merge": mark("an import"),
    "trash": mark("something brought back from the trash"),
    "demonstration": mark("putting the demonstration back"),
}


class History:
    """The steps of a diary. Every write is one; a new write after an undo ends what could be done again."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file

    def undo(self) -> Change | None:
        """Takes the last step back and says what changed; None if there is none."""
        return self._file.undo()

    def redo(self) -> Change | None:
        """Does the step again that was taken back last; None if there is none."""
        return self._file.redo()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._file.log.next_undo() is not None

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be done again."""
        return self._file.log.next_redo() is not None

    @property
    def undo_name(self) -> Message | None:
        """What `undo` would take back, in words for a menu."""
        return self._name(self._file.log.next_undo())

    @property
    def redo_name(self) -> Message | None:
        """What `redo` would do again, in words for a menu."""
        return self._name(self._file.log.next_redo())

    @property
    def next_undo(self) -> Step | None:
        """What `undo` would take back, in detail."""
        step = self._file.log.next_undo()
        return None if step is None else step_of(self._file.log, step, _NAMES)

    @property
    def next_redo(self) -> Step | None:
        """What `redo` would do again, in detail."""
        step = self._file.log.next_redo()
        return None if step is None else step_of(self._file.log, step, _NAMES)

    def _name(self, step: int | None) -> Message | None:
        return None if step is None else _NAMES.get(self._file.log.label(step).partition(".")[0])
