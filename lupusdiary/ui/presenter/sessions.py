"""Where education sessions are chosen, put together, begun and ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen

from lupusdiary.education.sessions.deck import session_of
from lupusdiary.education.sessions.frames import Frame
from lupusdiary.education.sessions.record import SessionRecord
from lupusdiary.education.sessions.session import ControlStep, EducationSession
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.language import Refusal
from lupusdiary.ui.base.article_folder import library_of, own_articles
from lupusdiary.ui.frame.demonstrations import DemonstrationDiaries
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.presenter.displays import displays
from lupusdiary.ui.presenter.live_guide import LiveGuide
from lupusdiary.ui.presenter.playlist_editor import PlaylistEditor
from lupusdiary.ui.presenter.playlists import PlaylistDrafts, PlaylistFolder
from lupusdiary.ui.presenter.presenter import Presenter
from lupusdiary.ui.presenter.session_chooser import SessionChooser
from lupusdiary.ui.presenter.session_record import SessionRecordDialog


class SessionController(QObject):
    """`stories` are the demonstration diaries, `show_story` shows one of them in the window."""

    def __init__(
        self,
        window: Window,
        clock: Callable[[], datetime],
        stories: DemonstrationDiaries,
        show_story: Callable[[str], None],
        screens: Callable[[], Sequence[QScreen]] = displays,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._clock = clock
        self._stories = stories
        self._show_story = show_story
        self._screens = screens
        playlists = self._context.preferences.folder / "playlists"
        self._playlists = PlaylistFolder(playlists)
        self.drafts = PlaylistDrafts(playlists, clock)
        self._said: set[str] = set()
        self._articles = own_articles(self._context.preferences)
        self.library = library_of(self._context.preferences)
        self.guide = LiveGuide(window, self._context, self._live)
        self.presenter: Presenter | None = None
        self.chooser: SessionChooser | None = None
        self.papers: SessionRecordDialog | None = None
        # Where sessions were left before their end, until the program is closed.
        self._left: dict[str, Frame] = {}
        window.closing.connect(self.stop)

    def choose(self) -> None:
        """Shows the sessions that can be begun."""
        self._read_again()
        own, faults = self._playlists.read(self.library)
        chooser = SessionChooser(self._window, self._context, self.library, ready_sessions(), own)
        chooser.requested.connect(self.begin)
        chooser.edit_requested.connect(self._edit)
        chooser.opened.connect(self._keep)
        chooser.remove_requested.connect(self._remove)
        self.chooser = chooser
        chooser.open()
        for fault in faults:
            self._tell_once(fault)

    def present(self, article: str) -> None:
        """Begins with one article."""
        self._read_again()
        try:
            korean, english = (self.library.article(article, code) for code in ("ko", "en"))
        except Refusal as refusal:
            self._tell(refusal)
            return
        self.begin(session_of(korean, english, self.library.minutes(korean)))

    def begin(self, session: EducationSession) -> None:
        """Begins a session; one that runs is ended first."""
        self.stop()
        if not self._may_be_seen(session):
            return
        try:
            presenter = Presenter(
                self._window,
                self._context,
                self.library,
                session,
                self._clock,
                self._stories.as_made,
                self.guide,
                self._screens,
            )
        except Refusal as refusal:
            self._tell(refusal)
            return
        self._resume(presenter, session)
        presenter.ended.connect(self._ended)
        self.presenter = presenter
        presenter.start()

    def _resume(self, presenter: Presenter, session: EducationSession) -> None:
        left = self._left.pop(session.id, None)
        if left is None:
            return
        tr = self._context.tr
        question = tr.text("You left this session before its end. Go on there?")
        if self._context.prompts.confirm(
            self._window, question, tr.text("Go on there"), tr.text("From the start")
        ):
            presenter.resume(left)

    def _note_place(self, presenter: Presenter) -> None:
        progress = presenter.progress
        if 0 < progress.at < len(progress.frames) - 1:
            self._left[progress.session.id] = progress.frame

    def _may_be_seen(self, session: EducationSession) -> bool:
        """Whether the live window may be led through: in a diary in which nobody has typed anything."""
        if not any(isinstance(step, ControlStep) for step in session.steps):
            return True
        view, tr = self._live(session.story), self._context.tr
        if view is None or self._stories.untouched(view.diary):
            return view is not None
        question = tr.text(
            "Something was entered in the demonstration diary. "
            "It is put back to the start before others see it."
        )
        agreed = self._context.mode.on or self._context.prompts.confirm(
            self._window, question, tr.text("Reset to the start"), tr.text("Cancel")
        )
        return agreed and self._put_back(view, session.story)

    def _put_back(self, view: DiaryView, story: str) -> bool:
        view.close_diary()
        self._window.view = None
        try:
            self._stories.put_back()
        except Refusal as refusal:
            self._tell(refusal)
            return False
        finally:
            self._show_story(story)
        return True

    def refuse_real_diaries(self) -> None:
        """Raises `Refusal` while others look at the live window."""
        if self.guide.leads:
            raise Refusal("A session is shown in this window. End it before you open a diary.")

    def stop(self) -> SessionRecord | None:
        """Ends what runs without asking for anything; says what was taught."""
        presenter, self.presenter = self.presenter, None
        if presenter is None:
            return None
        presenter.ended.disconnect(self._ended)
        self._note_place(presenter)
        presenter.end()
        presenter.deleteLater()
        return presenter.progress.taught()

    def show_record(self, taught: SessionRecord) -> None:
        """Shows what is to be printed of a session."""
        self.papers = SessionRecordDialog(self._window, self._context, taught)
        self.papers.open()

    def _read_again(self) -> None:
        chosen = own_articles(self._context.preferences)
        if chosen != self._articles:
            self._articles, self.library = chosen, library_of(self._context.preferences)

    def _ended(self, taught: SessionRecord) -> None:
        if self.presenter is not None:
            self._note_place(self.presenter)
            self.presenter.deleteLater()
            self.presenter = None
        self._window.raise_()
        self._window.activateWindow()
        self.show_record(taught)

    def _edit(self, begin: EducationSession | None) -> None:
        chooser = self.chooser
        if chooser is None:
            return
        scripted = [step for each in ready_sessions() for step in each.steps if isinstance(step, ControlStep)]
        editor = PlaylistEditor(
            chooser, self._context, self.library, scripted, begin, self.drafts, self._clock
        )
        editor.made.connect(self._keep)
        editor.open()

    def _keep(self, session: EducationSession) -> None:
        try:
            session = self._playlists.keep(session)
        except Refusal as refusal:
            self._tell(refusal)
        if self.chooser is not None:
            self.chooser.add(session)

    def _remove(self, session: EducationSession) -> None:
        try:
            self._playlists.remove(session)
        except Refusal as refusal:
            self._tell(refusal)
            return
        if self.chooser is not None:
            self.chooser.take_out(session)

    def _tell_once(self, refusal: Refusal) -> None:
        """A file that stays faulty is spoken of once until the program is closed."""
        words = self._context.tr.refusal(refusal)
        if words not in self._said:
            self._said.add(words)
            self._tell(refusal)

    def _live(self, story: str) -> DiaryView | None:
        view = self._window.view
        if view is None or not self._stories.is_told(view.diary, story):
            self._show_story(story)
        view = self._window.view
        # A person's own entries are never what a session is shown with.
        return view if view is not None and view.diary.demonstration is not None else None

    def _tell(self, refusal: Refusal) -> None:
        tr = self._context.tr
        self._context.prompts.tell(self._window, tr.refusal(refusal), tr.text("Close"))
