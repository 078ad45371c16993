"""The story of a session on the projector: a copy that nobody has written in, made when its timeline is first
asked for, so that nothing that a person typed is ever shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack

from lupusdiary.diary import Diary
from lupusdiary.education.sessions.frames import Frame
from lupusdiary.ui.presenter.progress import SessionProgress
from lupusdiary.ui.presenter.stage.timeline import StageTimeline

Story = AbstractContextManager[Diary]


class LiveDiary:
    """Shows the diary of the session's story on `timeline`, in the language of the slides; `story` makes the
    copy by its name and language."""

    def __init__(self, timeline: StageTimeline, story: Callable[[str, str], Story]) -> None:
        self._timeline = timeline
        self._story = story
        self._diaries: dict[str, Diary] = {}
        self._open = ExitStack()

    def is_told(self, language: str) -> bool:
        """Whether the story is there already in a language: to tell it takes about a second."""
        return language in self._diaries

    def show(self, progress: SessionProgress, language: str) -> None:
        """Shows what the screen asks for, or what the article of a slide explains. Raises `Refusal`."""
        if language not in self._diaries:
            told = self._open.enter_context(self._story(progress.session.story, language))
            self._diaries[language] = told
        step = progress.frame.timeline
        series, stretch = (step.series, step.range) if step else (_explained(progress, language), "all")
        self._timeline.show_diary(self._diaries[language], series, stretch)

    def close(self) -> None:
        """Lets go of the diary."""
        self._timeline.close_diary()
        self._diaries.clear()
        self._open.close()


def _explained(progress: SessionProgress, language: str) -> tuple[str, ...]:
    frame: Frame = progress.frame
    if frame.article is None:
        return ()
    front = progress.library.card(frame.article, language).front
    return (*front.analytes, *front.symptoms)
