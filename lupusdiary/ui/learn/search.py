"""What the search of the Learn page looks through: the library, and beside it what is the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lupusdiary.diary import Diary
from lupusdiary.domain.medicine import medicines
from lupusdiary.domain.period import parse_day
from lupusdiary.education.content.library import Library
from lupusdiary.language import Message, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import OWN_NOTE, Route
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.widgets.highlight import Marks

if TYPE_CHECKING:
    from lupusdiary.education.search.corpus import Corpus
    from lupusdiary.education.search.index import SearchHit, SearchIndex

# So many of the library come before what the person wrote herself.
_LIBRARY_FIRST = 20
PLAN, URGENT = "plan", "urgent"
_ARTICLE, _TERM, _ANALYTE, _MEDICINE = "article", "term", "analyte", "medicine"
_OWN, _DAY = "own_note", "day_note"
KINDS: dict[str, Message] = {
    URGENT: mark("Urgent"),
    _ARTICLE: mark("Article"),
    _TERM: mark("Word"),
    _ANALYTE: mark("Laboratory test"),
    _MEDICINE: mark("Medicine"),
    _OWN: mark("My note on an article"),
    PLAN: mark("My plan"),
    _DAY: mark("My note of a day"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One result: what kind it is, its words with the stretches that were looked for, and where it leads:
    to a place in the program, or to the meaning of a `term`."""

    kind: str
    title: str
    title_marks: Marks
    excerpt: str
    marks: Marks
    route: Route | None = None
    term: str | None = None


class LearnSearch(QObject):
    """The index of the library is made beside the window: `ready` when it can be asked, `refused` with why
    when it cannot be made."""

    ready = Signal()
    refused = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._background = Background(self)
        self._plain: dict[str, SearchIndex] = {}
        self._whole: SearchIndex | None = None
        self._note_stack: Corpus | None = None
        self._making = ""

    def prepare(self, library: Library) -> None:
        """Begins to make the index of the language, unless there is one."""
        tr = self._context.tr
        if tr.code in self._plain or (self._background.busy and self._making == tr.code):
            return
        self._making = tr.code

        def work() -> tuple[str, SearchIndex]:
            from lupusdiary.education.search.index import SearchIndex

            return tr.code, SearchIndex(library, tr)

        self._background.run(work, self._made, self.refused.emit)

    def forget(self) -> None:
        """The person's own texts may have changed, or the language."""
        self._whole = None
        self.forget_days()

    def forget_days(self) -> None:
        """The notes of days may have changed."""
        self._note_stack = None

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked in the language of the moment."""
        return self._context.tr.code in self._plain

    def find(self, wanted: str) -> list[Found]:
        """What holds `wanted`: the best of the library first, then what the person wrote, then the rest."""
        if not self.is_ready:
            return []
        hits = self._index().find(wanted, self._day_notes())
        own = [hit for hit in hits if hit.kind in (_OWN, PLAN, _DAY)]
        others = [hit for hit in hits if hit.kind not in (_OWN, PLAN, _DAY)]
        # The very words stand in her own texts only: what the library holds merely resembles them.
        first = 0 if hits and hits[0] in own else _LIBRARY_FIRST
        ordered = [*others[:first], *own, *others[first:]]
        return [self._found(hit, wanted) for hit in ordered]

    def patterns(self, wanted: str) -> list[re.Pattern[str]]:
        """What is marked of `wanted` in an article that opens."""
        return self._index().patterns(wanted, self._day_notes()) if self.is_ready else []

    def words(self, library: Library) -> list[Found]:
        """Every word of the glossary, in the order of the alphabet."""
        tr = self._context.tr
        found = []
        for term in library.glossary.sorted(tr):
            said = " · " + tr.text("say: {said}", said=term.said) if term.said else ""
            title = f"{term.name(tr)} ({term.other_name(tr)}){said}"
            found.append(Found(_TERM, title, (), term.definition(tr), (), term=term.id))
        return found

    def _made(self, made: tuple[str, SearchIndex]) -> None:
        code, index = made
        self._plain[code] = index
        self._whole = None
        self.ready.emit()

    def _index(self) -> SearchIndex:
        if self._whole is None:
            self._whole = self._plain[self._context.tr.code].with_extra(list(self._own_texts()))
        return self._whole

    def _own_texts(self) -> Iterator[tuple[str, str, str, str]]:
        tr = self._context.tr
        for medicine in medicines().values():
            yield _MEDICINE, medicine.id, medicine.title(tr), " · ".join(medicine.spellings)
        for analyte in self._diary.labs.catalogue().all:
            words = " · ".join((analyte.explain(tr), analyte.label(tr), *analyte.sheet_labels))
            yield _ANALYTE, analyte.id, analyte.name(tr), words
        for state in self._diary.learning.states().values():
            if state.note:
                yield _OWN, state.article, " ".join(state.note.split())[:60], state.note
        for each in self._diary.learning.teach_backs():
            said = [each.action or "", *(result.words or "" for result in each.results)]
            if any(said):
                yield PLAN, str(each.id), tr.date(each.day), " · ".join(filter(None, said))

    def _day_notes(self) -> Corpus:
        """The notes of days, newest first, laid ready until one of them changes."""
        from lupusdiary.education.search.corpus import Corpus
        from lupusdiary.education.search.documents import Document

        if self._note_stack is None:
            # The day itself is no word of the note: nobody looks for “2026” to see every note.
            self._note_stack = Corpus(
                [
                    Document(_DAY, f"{note.day} {note.at or ''}", None, "", "", note.text, 0)
                    for note in self._diary.days.notes()
                ]
            )
        return self._note_stack

    def _found(self, hit: SearchHit, wanted: str) -> Found:
        route, term, title = None, None, hit.title
        if hit.kind == URGENT:
            route = Route("urgent")
        elif hit.kind == _TERM:
            term = hit.id
        elif hit.kind == _MEDICINE:
            route = Route("learn", explains=f"medicine:{hit.id}", looked_for=wanted)
        elif hit.kind == _ANALYTE:
            used = hit.id in self._diary.labs.analytes_used()
            explained = Route("learn", explains=f"analyte:{hit.id}", looked_for=wanted)
            route = Route("labs", series=(hit.id,)) if used else explained
        elif hit.kind == _DAY:
            day = parse_day(hit.id[:10])
            route, title = Route("today", day=day), self._context.tr.date(day)
        elif hit.kind == _OWN:
            route = Route("learn", article=hit.id, anchor=OWN_NOTE, looked_for=wanted)
        elif hit.kind != PLAN:
            route = Route("learn", article=hit.id, anchor=hit.anchor, looked_for=wanted)
        return Found(hit.kind, title, hit.title_marks, hit.excerpt, hit.marks, route, term)
