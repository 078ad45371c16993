"""The demonstration diary of a session on the projector: opened when its timeline is first asked for."""

from __future__ import annotations

from collections.abc import Callable

from lupusdiary.diary import Diary
from lupusdiary.education.deck import Frame
from lupusdiary.ui.presenter_course import Course
from lupusdiary.ui.presenter_timeline import StageTimeline


class LiveDiary:
    """Shows the diary of the session's story on `timeline`; `story` opens it by its name."""

    def __init__(self, timeline: StageTimeline, story: Callable[[str], Diary]) -> None:
        self._timeline = timeline
        self._story = story
        self._diary: Diary | None = None

    def show(self, course: Course, language: str) -> None:
        """Shows what the screen asks for, or what the article of a slide explains. Raises `Refusal`."""
        if self._diary is None:
            self._diary = self._story(course.session.story)
        step = course.frame.timeline
        series, stretch = (step.series, step.range) if step else (_explained(course, language), "all")
        self._timeline.show_diary(self._diary, series, stretch)

    def close(self) -> None:
        """Lets go of the diary."""
        self._timeline.close_diary()
        if self._diary is not None:
            self._diary.close()
            self._diary = None


def _explained(course: Course, language: str) -> tuple[str, ...]:
    frame: Frame = course.frame
    if frame.article is None:
        return ()
    front = course.library.card(frame.article, language).front
    return (*front.analytes, *front.symptoms)
