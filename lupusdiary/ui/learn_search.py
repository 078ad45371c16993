"""What the search of the Learn page looks through: the library, and beside it what is the person's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lupusdiary.diary import Diary
from lupusdiary.education.library import Library
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.ui.background import Background
from lupusdiary.ui.note_results import around
from lupusdiary.ui.route import Route
from lupusdiary.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from lupusdiary.education.search import Hit, SearchIndex

_MOST_NOTES = 10
PLAN = "plan"
_ARTICLE, _TERM, _ANALYTE, _OWN, _DAY = "article", "term", "analyte", "own_note", "day_note"
KINDS: dict[str, Message] = {
    _ARTICLE: mark("Article"),
    _TERM: mark("Word"),
    _ANALYTE: mark("Laboratory test"),
    _OWN: mark("My note on an article"),
    PLAN: mark("My plan"),
    _DAY: mark("My note of a day"),
}

Marks = tuple[tuple[int, int], ...]


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
    """The index of the library is made beside the window; `ready` is sent when it can be asked."""

    ready = Signal()

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__()
        self._diary = diary
        self._surroundings = surroundings
        self._background = Background(self)
        self._plain: dict[str, SearchIndex] = {}
        self._whole: SearchIndex | None = None
        self._making = ""

    def prepare(self, library: Library) -> None:
        """Begins to make the index of the language, unless there is one."""
        tr = self._surroundings.tr
        if tr.code in self._plain or (self._background.busy and self._making == tr.code):
            return
        self._making = tr.code

        def work() -> tuple[str, SearchIndex]:
            from lupusdiary.education.search import SearchIndex

            return tr.code, SearchIndex(library, tr)

        self._background.run(work, self._made, self._not_made)

    def forget(self) -> None:
        """The person's own texts may have changed, or the language."""
        self._whole = None

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked in the language of the moment."""
        return self._surroundings.tr.code in self._plain

    def find(self, wanted: str) -> list[Found]:
        """What holds `wanted`: the best of library and tests first, then the notes of days, newest first."""
        if not self.is_ready:
            return []
        if self._whole is None:
            self._whole = self._plain[self._surroundings.tr.code].with_extra(list(self._own_texts()))
        return [*(self._found(hit) for hit in self._whole.find(wanted)), *self._day_notes(wanted)]

    def words(self, library: Library) -> list[Found]:
        """Every word of the glossary, in the order of the alphabet."""
        tr = self._surroundings.tr
        return [
            Found(
                _TERM, f"{term.name(tr)} ({term.other_name(tr)})", (), term.definition(tr), (), term=term.id
            )
            for term in library.glossary.sorted(tr)
        ]

    def _made(self, made: tuple[str, SearchIndex]) -> None:
        code, index = made
        self._plain[code] = index
        self._whole = None
        self.ready.emit()

    def _not_made(self, _: Refusal) -> None:
        self.ready.emit()

    def _own_texts(self) -> Iterator[tuple[str, str, str, str]]:
        tr = self._surroundings.tr
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

    def _found(self, hit: Hit) -> Found:
        route, term = None, None
        if hit.kind == PLAN:
            return Found(hit.kind, hit.title, hit.title_marks, hit.excerpt, hit.marks)
        if hit.kind == _TERM:
            term = hit.id
        elif hit.kind == _ANALYTE:
            used = hit.id in self._diary.labs.analytes_used()
            route = Route("labs", series=(hit.id,)) if used else Route("learn", explains=f"analyte:{hit.id}")
        else:
            route = Route("learn", article=hit.id, anchor=hit.anchor)
        return Found(hit.kind, hit.title, hit.title_marks, hit.excerpt, hit.marks, route, term)

    def _day_notes(self, wanted: str) -> Iterator[Found]:
        tr = self._surroundings.tr
        for note in self._diary.days.search_notes(wanted)[:_MOST_NOTES]:
            before, hit, after = around(note.text, wanted)
            marks = ((len(before), len(before) + len(hit)),) if hit else ()
            yield Found(
                _DAY, tr.date(note.day), (), f"{before}{hit}{after}", marks, Route("today", day=note.day)
            )
