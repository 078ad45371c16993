"""A visit as a file for the calendar program of a telephone or computer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.pdf.save_print import confirm_cloud, saved_words
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.whole_file import write_whole


class CalendarFile(QWidget):
    """One button, and below it what was saved where. Nothing in the name of the file tells who or what."""

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._visit: Visit | None = None
        self.save = QPushButton()
        self.save.setObjectName("save_calendar")
        self.save.clicked.connect(self._save)
        self.saved = plain_label("hint", "saved_calendar")
        self.open = QPushButton()
        self.open.setObjectName("open_saved_calendar")
        self.open.setProperty("role", "quiet")
        self.open.clicked.connect(self._show_folder)
        said = QHBoxLayout()
        said.addWidget(self.saved, 1)
        said.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(said)
        self._forget()

    def show_visit(self, visit: Visit | None) -> None:
        """Offers this visit."""
        if visit != self._visit:
            self._forget()
        self._visit = visit

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.save.setText(tr.text("Add to my calendar…"))
        self.save.setToolTip(
            tr.text("Saves the visit as an .ics file. Questions and notes stay in the diary.")
        )
        self.open.setText(tr.text("Open the folder"))

    def _save(self) -> None:
        visit, tr = self._visit, self._context.tr
        if visit is None:
            return
        from lupusdiary.exchange.ical_format import visit_calendar

        prompts = self._context.prompts
        named = tr.text("appointment")
        name = f"{named}_{visit.day.isoformat()}.ics"
        path = prompts.save_path(self, tr.text("Save the visit for a calendar"), name, "iCalendar (*.ics)")
        if path is None or not confirm_cloud(self._context, self, path):
            return
        try:
            write_whole(path, visit_calendar(visit, self._diary.now(), tr))
        except Refusal as refusal:
            prompts.tell(self, tr.refusal(refusal), tr.text("Close"))
            return
        self._folder = path.parent
        self.saved.setText(saved_words(self._context, path, own=True))
        for widget in (self.saved, self.open):
            widget.show()

    def _show_folder(self) -> None:
        self._context.prompts.show_folder(self._folder)

    def _forget(self) -> None:
        for widget in (self.saved, self.open):
            widget.hide()
