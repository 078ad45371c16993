"""The education sessions: those that come with the program, playlists of one's own, and what is in each."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QListWidget, QPushButton, QVBoxLayout, QWidget

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.session import EducationSession
from lupusdiary.education.sessions.session_file import SUFFIX
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.dialog_size import fit_dialog
from lupusdiary.ui.base.line_breaks import unbroken
from lupusdiary.ui.presenter.playlists import open_playlist, save_playlist
from lupusdiary.ui.presenter.step_label import step_words
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled

# The least width of the list, and what stands beside its titles, in pixels.
_LEAST, _EDGES = 260, 40


class SessionChooser(QDialog):
    """`requested` carries the session to begin, `edit_requested` one to start a playlist from (or None),
    `opened` one that a file held, `remove_requested` one of one's own that is to go."""

    requested = Signal(object)
    edit_requested = Signal(object)
    opened = Signal(object)
    remove_requested = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: UiContext,
        library: Library,
        ready: Sequence[EducationSession],
        own: Sequence[EducationSession] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._library = library
        self._ready = {each.id for each in ready}
        self.sessions = [*ready, *own]
        self.list = QListWidget()
        self.list.setObjectName("session_list")
        self.list.setProperty("role", "sections")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = plain_label("section", "session_title")
        self.aim = plain_label("muted", "session_aim")
        self.steps = plain_label("", "session_steps")
        self.steps.setTextFormat(Qt.TextFormat.RichText)
        self.steps.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.hint = plain_label("hint", "session_hint")
        self.start = _button("start_session")
        self.start.setProperty("role", "primary")
        self.new = _button("new_playlist")
        self.change = _button("change_playlist")
        self.open_file = _button("open_playlist")
        self.keep = _button("save_playlist")
        self.remove = _button("remove_playlist")
        self.close_button = _button("close_sessions")
        for button in self._buttons:
            button.setAutoDefault(button is self.start)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._show_session())
        self.list.itemActivated.connect(lambda _: self._start())
        self.start.clicked.connect(self._start)
        self.new.clicked.connect(lambda: self.edit_requested.emit(None))
        self.change.clicked.connect(lambda: self.edit_requested.emit(self.chosen))
        self.open_file.clicked.connect(self._open)
        self.keep.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.reject)
        context.ui_language.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self.title, self.aim):
            column.addWidget(label)
        column.addSpacing(10)
        column.addWidget(self.steps, 1)
        self.told = scrolled(told)
        right = QVBoxLayout()
        right.addWidget(self.told, 1)
        right.addWidget(self.hint)
        upper = QHBoxLayout()
        upper.setSpacing(20)
        upper.addWidget(self.list, 2)
        upper.addLayout(right, 3)
        row = FlowLayout()
        for button in self._buttons:
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addLayout(upper, 1)
        layout.addLayout(row)
        fit_dialog(self, self._context.theme.scale, 980, 560)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        kept = (self.change, self.open_file, self.keep, self.remove)
        return (self.start, self.new, *kept, self.close_button)

    @property
    def chosen(self) -> EducationSession | None:
        """The session that is marked in the list."""
        row = self.list.currentRow()
        return self.sessions[row] if 0 <= row < len(self.sessions) else None

    def add(self, session: EducationSession) -> None:
        """Puts a playlist into the list, in the place of the one with the same id, and marks it."""
        known = [each.id for each in self.sessions]
        if session.id in known:
            self.sessions[known.index(session.id)] = session
        else:
            self.sessions.append(session)
        self.retranslate()
        self.list.setCurrentRow([each.id for each in self.sessions].index(session.id))

    def take_out(self, session: EducationSession) -> None:
        """Takes a playlist out of the list."""
        self.sessions = [each for each in self.sessions if each.id != session.id]
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.setWindowTitle(tr.text("Education session"))
        self.list.setAccessibleName(tr.text("Education session"))
        self.start.setText(tr.text("Start"))
        self.new.setText(tr.text("New playlist…"))
        self.change.setText(tr.text("Change as my own…"))
        self.open_file.setText(tr.text("Open a playlist file…"))
        self.keep.setText(tr.text("Save as a file…"))
        self.remove.setText(tr.text("Remove…"))
        self.close_button.setText(tr.text("Close"))
        self.hint.setText(
            tr.text(
                "The slides go to the second display if there is one; with one display, the key N shows your "
                "notes and the clock. Only a demonstration diary is shown, never your own entries."
            )
        )
        row = min(max(0, self.list.currentRow()), len(self.sessions) - 1)
        self.list.clear()
        for session in self.sessions:
            self.list.addItem(
                tr.text("{title} ({minutes} min)", title=session.title(tr), minutes=session.minutes)
            )
        self.list.setCurrentRow(row)
        # A title goes on in the next line only where it would take half of the window.
        wanted = self.list.sizeHintForColumn(0) + 2 * self.list.frameWidth() + _EDGES
        self.list.setMinimumWidth(min(max(_LEAST, wanted), self.width() * 45 // 100))

    def _show_session(self) -> None:
        session, tr = self.chosen, self._context.tr
        for button in (self.start, self.change, self.keep):
            button.setEnabled(session is not None)
        self.remove.setEnabled(session is not None and session.id not in self._ready)
        if session is None:
            return
        self.title.setText(session.title(tr))
        self.aim.setText(session.aim(tr))
        lines = [
            f"{number}. {step_words(step, self._library, tr)}"
            for number, step in enumerate(session.steps, start=1)
        ]
        # A step of several lines is told from the next one, and its minutes stay in one line.
        whole = (unbroken(escape(each)) for each in lines)
        self.steps.setText("".join(f'<p style="margin: 0 0 8px 0">{each}</p>' for each in whole))

    def _start(self) -> None:
        session = self.chosen
        if session is not None:
            self.accept()
            self.requested.emit(session)

    def _open(self) -> None:
        tr = self._context.tr
        kinds = tr.text("Playlist") + f" (*{SUFFIX})"
        path = self._context.prompts.open_path(self, tr.text("Open a playlist file…"), kinds)
        if path is None:
            return
        try:
            session = open_playlist(path, self._library)
        except Refusal as refusal:
            self._tell(tr.refusal(refusal))
            return
        self.opened.emit(session)

    def _remove(self) -> None:
        tr, session = self._context.tr, self.chosen
        if session is None:
            return
        question = tr.text("Remove the playlist “{name}” from this laptop?", name=session.title(tr))
        if self._context.prompts.confirm(self, question, tr.text("Remove"), tr.text("Cancel")):
            self.remove_requested.emit(session)

    def _save(self) -> None:
        tr, session = self._context.tr, self.chosen
        if session is None:
            return
        kinds = tr.text("Playlist") + f" (*{SUFFIX})"
        name = f"{session.id}{SUFFIX}"
        path = self._context.prompts.save_path(self, tr.text("Save as a file…"), name, kinds)
        if path is None:
            return
        try:
            saved = save_playlist(session, path)
        except Refusal as refusal:
            self._tell(tr.refusal(refusal))
            return
        self._tell(tr.text("Saved as “{name}”. It can be opened on another laptop.", name=saved.name))

    def _tell(self, words: str) -> None:
        self._context.prompts.tell(self, words, self._context.tr.text("Close"))


def _button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    return button
