"""A session as the row of screens that is shown: slides, questions, views of the diary, and the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lupusdiary.domain.urgency import urgency
from lupusdiary.education.content.article import Article
from lupusdiary.education.content.disclaimers import (
    NOT_YOUR_DOCTOR,
    PEOPLE_DIFFER,
    about_car_t,
    names_car_t,
    review_state,
)
from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.frames import CAR_T_STORY, Frame, frames_of
from lupusdiary.education.sessions.session import (
    ArticleStep,
    EducationSession,
    QuizStep,
    Step,
    TeachBackStep,
)
from lupusdiary.language import Refusal, Translator

Fits = Callable[[Frame], bool]


def session_of(article: Article, other: Article, minutes: int) -> EducationSession:
    """An article alone as a session: its slides, then its quiz. `other` is its other language."""
    korean, english = (article, other) if article.language == "ko" else (other, article)
    steps: list[Step] = [ArticleStep(article.id)]
    if article.quiz:
        steps.append(QuizStep(article.id))
    story = CAR_T_STORY if about_car_t(article) else "mild"
    return EducationSession(article.id, korean.title, english.title, minutes, story=story, steps=tuple(steps))


def deck(
    session: EducationSession, library: Library, tr: Translator, fits: Fits | None = None
) -> list[Frame]:
    """The screens of a session in one language; those that do not fit are split. Raises `Refusal` for an
    article that the library does not have."""
    found: list[Frame] = list(_aim(session, library, tr))
    last = _take_home(len(session.steps), session, library, tr)
    begun: set[str] = set()
    for number, step in enumerate(session.steps):
        for frame in frames_of(number, step, session, library, tr):
            # An article that comes again goes on without its title.
            if frame.kind == "title" and frame.article in begun:
                continue
            # What the last screen asks for is not asked twice.
            if frame.kind == "action" and _to_do(frame.lines[0], tr) in last.lines:
                continue
            found.append(frame)
        if isinstance(step, ArticleStep):
            begun.add(step.article)
    found.append(last)
    parts = [part for frame in found for part in _parts(_cautious(frame, tr), fits)]
    return [_headed(part, session, library, tr) for part in parts]


def counterpart(frames: list[Frame], of: Frame) -> int:
    """Where the same place is among the screens of the other language, which may break elsewhere."""
    near = [
        (abs(frame.part - of.part), abs(frame.piece - of.piece), at)
        for at, frame in enumerate(frames)
        if frame.place == of.place
    ]
    if near:
        return min(near)[2]
    return next((at for at, frame in enumerate(frames) if frame.step == of.step), 0)


def missing(session: EducationSession, library: Library) -> list[Refusal]:
    """What a session asks for that the library does not have, each in one sentence."""
    found: list[Refusal] = []
    known = set(library.ids())
    for number, step in enumerate(session.steps, start=1):
        if not isinstance(step, ArticleStep | QuizStep | TeachBackStep):
            continue
        if step.article not in known:
            found.append(
                Refusal(
                    "Step {number}: the library has no article “{name}”.", number=number, name=step.article
                )
            )
        elif isinstance(step, ArticleStep):
            article = library.article(step.article, "en")
            found += [
                Refusal(
                    "Step {number}: the article “{name}” has no section “{section}”.",
                    number=number,
                    name=step.article,
                    section=anchor,
                )
                for anchor in step.sections
                if article.section(anchor) is None
            ]
    return found


def _aim(session: EducationSession, library: Library, tr: Translator) -> Iterator[Frame]:
    """What people can do afterwards, and who has read these texts."""
    aim = session.aim(tr)
    if not aim:
        return
    states = dict.fromkeys(review_state(library.article(id, tr.code), tr) for id in session.articles)
    notes = "\n\n".join((aim, *states, tr.text(NOT_YOUR_DOCTOR)))
    yield Frame(-1, "aim", session.title(tr), (aim,), notes, caveat=tr.text(NOT_YOUR_DOCTOR))


def _take_home(number: int, session: EducationSession, library: Library, tr: Translator) -> Frame:
    """Three things to remember, the number to call, and one thing to do; sources are on the handout."""
    remember, action = _home(session, library, tr)
    call = tr.pick(*urgency().sentence("feel_emergency"))
    notes = "\n\n".join((*remember, action, call, tr.text("The sources are on the handout.")))
    lines = (*remember, _to_do(action, tr)) if action else remember
    return Frame(number, "take_home", tr.text("Three things to take home"), lines, notes, caveat=call)


def _home(session: EducationSession, library: Library, tr: Translator) -> tuple[tuple[str, ...], str]:
    """What is remembered and what is done, of the session itself or of its first article."""
    remember, action = session.remember(tr), session.action(tr)
    if not remember and session.articles:
        article = library.article(session.articles[0], tr.code)
        remember = tuple(each.message for each in article.teach_back)
        action = action or article.action
    return remember, action


def _headed(frame: Frame, session: EducationSession, library: Library, tr: Translator) -> Frame:
    """The frame; where only what to do went on the next screen, its heading does not count three things."""
    if frame.kind != "take_home" or frame.lines != (_to_do(_home(session, library, tr)[1], tr),):
        return frame
    return replace(frame, heading=tr.text("One thing to do next"))


def _to_do(action: str, tr: Translator) -> str:
    return tr.text("To do: {action}", action=action)


def _cautious(frame: Frame, tr: Translator) -> Frame:
    """The frame with the sentence that people differ, if CAR-T shows on it."""
    asked = frame.question
    shown = [frame.heading, *frame.lines, frame.caveat]
    if asked is not None:
        shown += [asked.question, asked.claim or "", asked.answer, asked.explanation]
    return replace(frame, caution=tr.text(PEOPLE_DIFFER)) if names_car_t(shown) else frame


def _parts(frame: Frame, fits: Fits | None) -> Iterator[Frame]:
    """The frame on as many screens as its lines need."""
    if fits is None or len(frame.lines) < 2 or fits(frame):
        yield frame
        return
    count = len(frame.lines)
    while count > 1 and not fits(replace(frame, lines=frame.lines[:count])):
        count -= 1
    yield replace(frame, lines=frame.lines[:count])
    rest = replace(frame, lines=frame.lines[count:], piece=frame.piece + 1, first=frame.first + count)
    yield from _parts(rest, fits)
