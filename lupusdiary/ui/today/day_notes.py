"""The lower part of the Today page: the note, entries at a time of the day, and a flare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.day_reads import TEMPERATURE_ITEM
from lupusdiary.domain.day_record import DayRecord, TimedEntry
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Flare
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftedForm, DraftKeeper
from lupusdiary.ui.today.flare_line import FlareLine
from lupusdiary.ui.today.timed_entries import TimedEntries
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.note_edit import NoteEdit


class DayNotes(QFrame):
    """What a day holds besides its items."""

    def __init__(self, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._context = context
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self.note = NoteEdit(self)
        self.note.setReadOnly(read_only)
        self.timed = TimedEntries(context, self, read_only=read_only)
        self.flare = FlareLine(context, self, read_only=read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.note)
        column.addWidget(_line(self))
        column.addWidget(self.timed)
        column.addWidget(_line(self))
        column.addWidget(self.flare)

    def joins(
        self, keeper: DraftKeeper, day: Callable[[], str], now: Callable[[], datetime]
    ) -> tuple[DraftedForm, ...]:
        """Keeps a note that could not be saved, and an entry at a time that is being written."""
        note = keeper.join("note", day, self._unsaved_note, lambda values: self.note.put_back(values["note"]))
        self._note_draft = DraftNote(note, now, self)
        self._note_draft.given_up.connect(note.done)
        self._note_draft.given_up.connect(lambda: self.note.load(self.note.base))
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self._note_draft)
        timed = keeper.join("timed", day, self.timed.typed, self.timed.put_back)
        self.timed.ended.connect(timed.done)
        self._timed_draft = DraftNote(timed, now, self)
        self._timed_draft.given_up.connect(timed.done)
        self._timed_draft.given_up.connect(self.timed.close_editor)
        column.insertWidget(column.indexOf(self.timed) + 1, self._timed_draft)
        return note, timed

    def _unsaved_note(self) -> dict[str, str] | None:
        text = self.note.unsaved
        return None if text is None else {"note": text}

    def show_day(
        self,
        record: DayRecord,
        flares: Sequence[Flare],
        now: time | None,
        temperature: Symptom,
        *,
        fresh: bool,
    ) -> None:
        """Shows what is recorded; `fresh` says that it is another day than before."""
        if fresh:
            self.note.load(record.note or "")
            self.timed.close_editor()
        else:
            self.note.show_text(record.note or "")
        self.timed.show_entries(record.timed, now, temperature)
        self.flare.show_day(record.day, flares)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("Note of the day"))
        self.note.setAccessibleName(tr.text("Note of the day"))
        self.note.setPlaceholderText(tr.text("Anything else that you want to remember or tell your doctor"))
        self._note_draft.retranslate(tr)
        self._timed_draft.retranslate(tr)
        self.timed.retranslate()
        self.flare.retranslate()

    def restyle(self) -> None:
        """Fits fields to the text size and theme."""
        self.note.setFixedHeight(round(86 * self._context.theme.scale))
        self.timed.restyle()


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "line")
    return line


class LateNotes(QObject):
    """The notes of one day stand at the end of `column`, below what is filled in first.

    `write` does what it is given and says to the person what was refused. What cannot be saved, and what
    stands in an entry that is not kept yet, goes to the `keeper`.
    """

    def __init__(
        self,
        diary: Diary,
        context: UiContext,
        body: QWidget,
        write: Callable[[Callable[[], object]], bool],
        say: Callable[[Refusal], None],
        keeper: DraftKeeper,
    ) -> None:
        super().__init__(body)
        self._say = say
        self._keeper = keeper
        self._diary = diary
        self._context = context
        self._body = body
        self._write = write
        self._day = DayRecord(diary.check_in.today())

    @property
    def is_made(self) -> bool:
        """Whether the notes stand on the page."""
        return "notes" in vars(self)

    @cached_property
    def notes(self) -> DayNotes:
        """The notes, made now if they are not there yet."""
        diary = self._diary
        notes = DayNotes(self._context, self._body, read_only=diary.read_only)
        column = self._body.layout()
        assert isinstance(column, QVBoxLayout)
        # What is last in the column takes the room that is left.
        column.insertWidget(column.count() - 1, notes)
        notes.note.written.connect(self._keep_note)
        notes.timed.kept.connect(self._keep_timed)
        notes.timed.removed.connect(
            lambda id: self._write(lambda: diary.days.remove_timed(self._day.day, id))
        )
        notes.flare.begun.connect(lambda: self._write(lambda: diary.flares.add(Flare(self._day.day))))
        notes.flare.ended.connect(self.end_flare)
        notes.flare.removed.connect(lambda flare: self._write(lambda: diary.flares.remove(flare.id)))
        self._drafted = notes.joins(self._keeper, lambda: self._day.day.isoformat(), diary.now)
        notes.retranslate()
        notes.restyle()
        self._fill(notes, fresh=True)
        return notes

    def show_day(self, record: DayRecord, *, fresh: bool) -> None:
        """Shows what is recorded; `fresh` says that it is another day than before."""
        self._day = record
        if self.is_made:
            self._fill(self.notes, fresh=fresh)

    def _fill(self, notes: DayNotes, *, fresh: bool) -> None:
        day, diary = self._day.day, self._diary
        now = diary.now().time() if day == diary.check_in.today() else None
        temperature = diary.symptoms.catalogue().get(TEMPERATURE_ITEM)
        notes.show_day(self._day, diary.flares.all(Period(day, day)), now, temperature, fresh=fresh)
        if fresh:
            for form in self._drafted:
                form.look()

    @property
    def typing(self) -> bool:
        """Whether the note or an entry at a time is being written."""
        if not self.is_made:
            return False
        note = self.notes.note
        return (
            note.dirty
            or (note.hasFocus() and bool(note.toPlainText()))
            or self.notes.timed.typed() is not None
        )

    def keep(self) -> None:
        """Hands over what is still being typed."""
        if self.is_made:
            self.notes.note.keep()

    def retranslate(self) -> None:
        """Sets every text."""
        if self.is_made:
            self.notes.retranslate()

    def restyle(self) -> None:
        """Fits the text size and theme."""
        if self.is_made:
            self.notes.restyle()

    def _keep_note(self, text: str, same_visit: bool) -> None:
        note, alone = self.notes.note, [True]

        def write() -> None:
            days, over = self._diary.days, note.base
            alone[0] = days.set_note(self._day.day, text, same_visit=same_visit, over=over)

        if self._write(write):
            note.accepted()
            if not alone[0]:
                note.load(self._diary.days.day(self._day.day).note or "")
                self._say(Refusal("This note was also written elsewhere. Both texts are kept in it."))

    def _keep_timed(self, entry: TimedEntry) -> None:
        days, day = self._diary.days, self._day.day
        try:
            if entry.id is None:
                days.add_timed(day, entry)
            else:
                days.change_timed(day, entry)
        except Refusal as refusal:
            self.notes.timed.refuse(refusal)
        else:
            self.notes.timed.close_editor()
            self.notes.timed.ended.emit()
            self.notes.timed.add.setFocus()

    def end_flare(self, flare: Flare) -> None:
        """Ends a flare on the day that is shown."""
        ended = Flare(flare.start, self._day.day, flare.note, flare.id)
        self._write(lambda: self._diary.flares.change(ended))
