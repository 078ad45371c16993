"""What stood on the page that was taken to a visit, kept without who it is about."""

from __future__ import annotations

import json
from dataclasses import replace

from lupusdiary.diary.row_mapping import Records
from lupusdiary.diary.validation import entered_text, possible_day
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import KeptVisitPage
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile

# A page of ten years is a tenth of this.
_LONGEST = 2_000_000


class VisitPages:
    """One page a visit, the last that was printed or saved. Every verb is one undo step."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._records = Records(file, "visit_page", KeptVisitPage, day="day")

    def all(self) -> list[KeptVisitPage]:
        """Pages by the day of their visit."""
        return self._records.all()

    def of(self, visit: Visit) -> KeptVisitPage | None:
        """The page that was taken to a visit."""
        pages = self._records.all(where={"day": visit.day.isoformat()})
        return next((each for each in pages if _is_of(each, visit)), None)

    def keep(self, page: KeptVisitPage) -> None:
        """Keeps a page in place of the one that was kept for the same visit; the same again is a no-op."""
        page = self.checked(page)
        kept = self.of(Visit(page.day, department=page.department, hospital=page.hospital))
        if kept == page:
            return
        with self._file.writing("visits.page"):
            if kept is None:
                self.put(page)
            else:
                self._records.change(replace(page, id=kept.id))

    def put(self, page: KeptVisitPage) -> KeptVisitPage:
        """Adds a checked page inside a write."""
        return self._records.insert(page)

    def checked(self, page: KeptVisitPage) -> KeptVisitPage:
        """A page as it can be kept: its data are JSON."""
        try:
            json.loads(page.data)
        except (ValueError, RecursionError):
            raise Refusal("The data of a page must be JSON.") from None
        for day in (page.day, page.made_on):
            possible_day(day)
        return replace(
            page,
            data=entered_text(page.data, _LONGEST) or "",
            department=entered_text(page.department),
            hospital=entered_text(page.hospital),
        )


def _is_of(page: KeptVisitPage, visit: Visit) -> bool:
    return (page.day, page.department, page.hospital) == (visit.day, visit.department, visit.hospital)
