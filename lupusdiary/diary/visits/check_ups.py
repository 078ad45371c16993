"""Check-ups that the person sets: when each was last, and for when the next one is set."""

from __future__ import annotations

from lupusdiary.diary.row_mapping import Records
from lupusdiary.diary.validation import entered, entered_name
from lupusdiary.domain.visits import CHECK_UPS, OWN_CHECK_UP, CheckUp
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile


class CheckUps:
    """The program has no rule of its own for them. Every verb is one undo step."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._records = Records(file, "check_up", CheckUp)

    def all(self) -> list[CheckUp]:
        """Check-ups in the order of entry."""
        return self._records.all()

    def add(self, check_up: CheckUp) -> CheckUp:
        """Adds one; the same again is a no-op."""
        check_up = self.checked(check_up)
        with self._file.writing("visits.check_up"):
            return self._records.same(check_up) or self.put(check_up)

    def put(self, check_up: CheckUp) -> CheckUp:
        """Adds a checked one inside a write."""
        return self._records.insert(check_up)

    def change(self, check_up: CheckUp) -> None:
        """Changes the check-up with this id."""
        check_up = self.checked(check_up)
        with self._file.writing("visits.check_up"):
            self._records.change(check_up)

    def remove(self, id: int | None) -> None:
        """Removes one."""
        with self._file.writing("visits.check_up"):
            self._records.remove(id)

    def checked(self, check_up: CheckUp) -> CheckUp:
        """A check-up as it can be kept: of a known kind, or with a name of its own."""
        if check_up.kind == OWN_CHECK_UP:
            entered_name(check_up.name)
        elif check_up.kind not in CHECK_UPS:
            raise Refusal("“{code}” is not a kind of check-up.", code=check_up.kind[:40])
        return entered(check_up)
