"""A playlist of one's own: articles, questions, the timeline, in an order of one's own, with minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.session import ControlStep, EducationSession, Step
from lupusdiary.education.sessions.session_file import read_session, write_session
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.dialog_size import fit_dialog
from lupusdiary.ui.base.draft_keeper import DraftKeeper, DraftStore
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.presenter.playlist_offers import PlaylistOffers, SectionChoice, fitting_story
from lupusdiary.ui.presenter.playlist_photo import PhotoChoice
from lupusdiary.ui.presenter.playlists import OWN, new_id
from lupusdiary.ui.presenter.step_label import step_list, step_words
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.count_field import CountField
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.labels import line_label, plain_label
from lupusdiary.ui.widgets.line_edits import HintLine
from lupusdiary.ui.widgets.scroll_column import scrolled

_MOST_MINUTES = 480
_STORIES = (("mild", mark("A mild life")), ("nephritis", mark("A life with lupus nephritis and CAR-T")))


class PlaylistEditor(QDialog):
    """`made` carries the playlist. `scripted` are steps in the live window that can be chosen."""

    made = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: UiContext,
        library: Library,
        scripted: Sequence[ControlStep],
        begin: EducationSession | None,
        drafts: DraftStore,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._library = library
        self._begin = begin
        self.steps: list[Step] = list(begin.steps) if begin else []
        tr = context.tr
        self.name = HintLine(begin.title(tr) if begin else "")
        self.name.setObjectName("playlist_name")
        hint = tr.text("For example: evening group (no names of patients)")
        self.name.explain(hint, tr.text("No names of patients"))
        self.minutes = CountField("playlist_minutes", _MOST_MINUTES)
        self.minutes.show_number(begin.minutes if begin else 20)
        self.offers = PlaylistOffers(context, library, scripted)
        self.choices = self.offers.choices
        self.section = SectionChoice(context, library)
        self.photo = PhotoChoice(context, lambda: self.steps)
        self.story = Choice()
        self.story.setObjectName("playlist_story")
        for code, life in _STORIES:
            self.story.addItem(tr.text(life), code)
        self._story_chosen = begin is not None
        self.story.setCurrentIndex(self.story.findData(begin.story if begin else "mild"))
        self.planned = line_label("muted", "playlist_planned")
        self.list = step_list("playlist_steps")
        self.step_minutes = CountField("step_minutes", _MOST_MINUTES)
        self.problem = plain_label("note", "playlist_problem")
        self.problem.hide()
        self._make_buttons()
        self._keeper = DraftKeeper(drafts, self)
        self._drafted = self._keeper.join("playlist", self._draft_key, self._typed, self._put_back)
        self._note = DraftNote(self._drafted, clock, self)
        self._lay_out()
        self._connect()
        self._show_steps(0)
        self._untouched = self._values()
        self._note.retranslate(tr)
        self._drafted.look()

    def _make_buttons(self) -> None:
        tr = self._context.tr
        self.buttons: dict[str, QPushButton] = {}
        for name, words in (
            ("add_step", tr.text("Add")),
            ("step_up", tr.text("Move up")),
            ("step_down", tr.text("Move down")),
            ("remove_step", tr.text("Take out")),
            ("keep_playlist", tr.text("Done")),
            ("drop_playlist", tr.text("Cancel")),
        ):
            button = QPushButton(words)
            button.setObjectName(name)
            button.setAutoDefault(False)
            self.buttons[name] = button
        self.buttons["keep_playlist"].setProperty("role", "primary")

    def _lay_out(self) -> None:
        tr, scale = self._context.tr, self._context.theme.scale
        self.setWindowTitle(tr.text("Own playlist"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for words, field, named in (
            (tr.text("Name of the session"), self.name, self.name),
            (tr.text("Minutes in all"), self.minutes, self.minutes),
            (tr.text("Demonstration diary"), self.story, self.story),
            (tr.text("What comes in"), self.offers, self.choices),
        ):
            label = QLabel(words)
            label.setMinimumHeight(target(scale))
            label.setBuddy(named)
            named.setAccessibleName(words)
            form.addRow(label, field)
        self.list.setAccessibleName(tr.text("Steps in their order"))
        minutes = QLabel(tr.text("Minutes of the marked step"))
        minutes.setBuddy(self.step_minutes)
        self.step_minutes.setAccessibleName(minutes.text())
        self.section.setAccessibleName(tr.text("Section of the marked step"))
        about_step = (minutes, self.step_minutes, self.section, self.photo, self.planned)
        *changes, done, drop = self.buttons.values()
        row, end = flow_of(8, *changes, *about_step), flow_of(8, done, drop)
        # In large text all of it is higher than the window: it scrolls, and the steps keep three rows.
        self.list.setMinimumHeight(3 * target(scale))
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 4, 0)
        inside.setSpacing(12)
        inside.addWidget(self._note)
        inside.addLayout(form)
        inside.addLayout(row)
        inside.addWidget(self.list, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(scrolled(body), 1)
        layout.addWidget(self.problem)
        layout.addLayout(end)
        fit_dialog(self, scale, 900, 680)

    def _connect(self) -> None:
        self.buttons["add_step"].clicked.connect(self._add)
        self.buttons["step_up"].clicked.connect(lambda: self._move(-1))
        self.buttons["step_down"].clicked.connect(lambda: self._move(1))
        self.buttons["remove_step"].clicked.connect(self._remove)
        self.buttons["keep_playlist"].clicked.connect(self._keep)
        self.buttons["drop_playlist"].clicked.connect(self._give_up)
        self._note.given_up.connect(self._begin_anew)
        self.list.currentRowChanged.connect(lambda _: self._show_step())
        self.step_minutes.counted.connect(self._plan)
        self.section.narrowed.connect(self._narrow)
        self.photo.chosen.connect(self._narrow)
        self.story.activated.connect(lambda _: self._choose_story())

    def _draft_key(self) -> str:
        return "new" if self._begin is None else self._begin.id

    def _values(self) -> dict[str, Any]:
        steps = write_session(
            EducationSession("own_draft", "-", "-", 1, story="mild", steps=tuple(self.steps))
        )
        return {
            "name": self.name.text(),
            "minutes": self.minutes.text(),
            "steps": steps,
            "story": str(self.story.currentData()),
        }

    def _typed(self) -> dict[str, Any] | None:
        values = self._values()
        return values if values != self._untouched else None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self.name.setText(values["name"])
        self.minutes.setText(values["minutes"])
        self.story.setCurrentIndex(max(0, self.story.findData(values.get("story", "mild"))))
        with suppress(Refusal):
            self.steps = list(read_session(values["steps"], Path("own_draft")).steps)
        self._show_steps(0)

    def _begin_anew(self) -> None:
        self._drafted.done()
        self._put_back(self._untouched)

    def _give_up(self) -> None:
        self._drafted.done()
        self._given_up = True
        self.reject()

    _given_up = False

    def done(self, result: int) -> None:
        """However the window is left: what is typed stays, unless it was kept or given up."""
        if not self._given_up:
            self._drafted.try_keep()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a field must not close the window.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _add(self) -> None:
        at, step = self.list.currentRow() + 1, self.offers.chosen
        if step is None:
            self.offers.search.setFocus()
            return
        self.steps.insert(at, step)
        self._show_steps(at)

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.steps) and 0 <= at + by < len(self.steps):
            self.steps[at], self.steps[at + by] = self.steps[at + by], self.steps[at]
            self._show_steps(at + by)

    def _remove(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.steps):
            del self.steps[at]
            self._show_steps(min(at, len(self.steps) - 1))

    def _plan(self, minutes: int) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.steps) and (self.steps[at].minutes or 0) != minutes:
            self.steps[at] = replace(self.steps[at], minutes=minutes or None)
            self._show_steps(at)

    def _narrow(self, step: Step) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.steps):
            self.steps[at] = step
            self._show_steps(at)

    def _choose_story(self) -> None:
        self._story_chosen = True

    def _show_steps(self, at: int) -> None:
        tr = self._context.tr
        if not self._story_chosen:
            self.story.setCurrentIndex(self.story.findData(fitting_story(self._library, self.steps)))
        planned = sum(step.minutes or 0 for step in self.steps)
        self.planned.setText(
            tr.plural("{count} minute in all steps", "{count} minutes in all steps", planned)
        )
        held = self.list.blockSignals(True)
        self.list.clear()
        for step in self.steps:
            self.list.addItem(step_words(step, self._library, tr))
        self.list.setCurrentRow(at)
        self.list.blockSignals(held)
        self._show_step()

    def _show_step(self) -> None:
        at = self.list.currentRow()
        here = 0 <= at < len(self.steps)
        self.step_minutes.setEnabled(here)
        self.step_minutes.show_number((self.steps[at].minutes or 0) if here else 0)
        for choice in (self.section, self.photo):
            choice.show_step(self.steps[at] if here else None)

    def _keep(self) -> None:
        tr, name = self._context.tr, " ".join(self.name.text().split())
        if not name or not self.steps:
            self.problem.setText(tr.text("A playlist needs a name and at least one step."))
            self.problem.show()
            return
        own = self._begin is not None and self._begin.id.startswith(OWN)
        id = self._begin.id if own and self._begin is not None else new_id()
        self._drafted.done()
        self._given_up = True
        self.accept()
        self.made.emit(
            EducationSession(
                id,
                name,
                name,
                max(1, self.minutes.number),
                story=str(self.story.currentData()),
                steps=tuple(self.steps),
            )
        )
