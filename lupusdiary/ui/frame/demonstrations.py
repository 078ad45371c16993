"""The demonstration diaries: opened, told anew when there is none yet, and put back after a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from lupusdiary.diary import Diary, open_diary
from lupusdiary.language import Refusal
from lupusdiary.ui.base.demonstration_mode import STORY
from lupusdiary.ui.base.ui_language import UiLanguage
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.window import Window


class DemonstrationDiaries:
    """Keeps them in `folder`, apart from everybody's own diary: one file a story and language."""

    def __init__(self, folder: Path, clock: Callable[[], datetime], language: UiLanguage) -> None:
        self.folder = folder
        self._clock = clock
        self._language = language

    def open(self, story: str) -> Diary:
        """The demonstration diary of a story in the language of the window. Raises `Refusal`, also for a file
        that is something else."""
        language = self._language.code
        path = self.folder / f"{story}_{language}.lupusdiary"
        diary = open_diary(path, None, self._clock) if path.exists() else self._tell(path, story, language)
        if diary.demonstration is None:
            from lupusdiary.diary.demonstration_diary import heal_demonstration

            diary.close()
            if heal_demonstration(path, self._clock):
                # It was killed while an older program told it: it is told anew.
                return self._tell(path, story, language)
            raise Refusal("This is not a demonstration diary; nothing was changed.")
        return diary

    def is_told(self, diary: Diary, story: str) -> bool:
        """Whether a diary tells a story in the language of the window."""
        return (diary.demonstration, diary.demonstration_language) == (story, self._language.code)

    @contextmanager
    def as_made(self, story: str, language: str) -> Iterator[Diary]:
        """A copy of a story that nobody has written in, for as long as it is looked at. Raises `Refusal`."""
        with TemporaryDirectory(prefix="lupusdiary", ignore_cleanup_errors=True) as folder:
            diary = self._tell(Path(folder) / f"{story}.lupusdiary", story, language)
            try:
                yield diary
            finally:
                diary.close()

    def untouched(self, diary: Diary) -> bool:
        """Whether nobody has ever entered anything in a demonstration diary: its history, which Ctrl+Z could
        bring back before an audience, is empty, and nothing stands half typed in a form."""
        history = diary.history
        fictional = diary.demonstration is not None
        return fictional and not history.can_undo and not history.can_redo and not diary.drafts.all()

    def put_back(self) -> None:
        """Takes away what was entered in any of them, with its history: each is told anew when it is next
        opened. None of them may be open in this window. Raises `Refusal`."""
        for path in sorted(self.folder.glob("*.lupusdiary")):
            diary = open_diary(path, None, self._clock)
            fictional = diary.demonstration is not None
            diary.close()
            if not fictional:
                continue
            try:
                path.unlink()
            except OSError as fault:
                raise Refusal(
                    "“{name}” is still open somewhere else, so it was not put back.", name=path.name
                ) from fault

    def _tell(self, path: Path, story: str, language: str) -> Diary:
        from lupusdiary.diary.demonstration_diary import create_demonstration

        # Telling a story anew takes about a second.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return create_demonstration(path, story, self._clock, language)
        except OSError as fault:
            raise Refusal("The folder of the demonstration diaries cannot be written.") from fault
        finally:
            QGuiApplication.restoreOverrideCursor()


class StoryFollower(QObject):
    """Shows a story where demonstration mode asks for one, and in the language that was chosen. `leads` says
    whether a session leads through the window: then it sees to the language itself."""

    def __init__(
        self,
        window: Window,
        stories: DemonstrationDiaries,
        show: Callable[[str, str], None],
        leads: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stories = stories
        self._show = show
        self._leads = leads
        window.context.mode.changed.connect(self._follow_mode)
        # Queued: the page whose button chose the language goes with its diary.
        language = window.context.ui_language
        language.changed.connect(self._follow_language, Qt.ConnectionType.QueuedConnection)

    def _follow_mode(self) -> None:
        view = self._window.view
        if self._window.context.mode.on and (view is None or view.diary.demonstration is None):
            self._show(STORY, "today")
        elif view is not None:
            self._window.show_mode()

    def _follow_language(self) -> None:
        view = self._window.view
        story = None if view is None else view.diary.demonstration
        if view is None or story is None or self._leads() or self._stories.is_told(view.diary, story):
            return
        self._show(story, view.current)


def reset(view: DiaryView, window: Window, tell: Callable[[Refusal], None]) -> None:
    """Puts the story that is shown back to what it was."""
    view.keep()
    try:
        view.diary.reset_demonstration()
    except Refusal as refusal:
        tell(refusal)
    window.menus.update_undo()
