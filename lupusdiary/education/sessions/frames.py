"""The screens of one step of a session: slides, questions, messages, views of the diary, live steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lupusdiary.education.content.article import Article
from lupusdiary.education.content.disclaimers import PEOPLE_DIFFER, about_car_t
from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.ox_question import OxQuestion, ox_question
from lupusdiary.education.sessions.session import (
    ArticleStep,
    ControlStep,
    EducationSession,
    QuizStep,
    SlideStep,
    Step,
    TimelineStep,
)
from lupusdiary.education.sessions.slides import Slide, slides
from lupusdiary.language import Translator, mark

CAR_T_STORY = "nephritis"
# For the presenter of a hospital's own article.
_NO_SLIDES = mark(
    "This article does not say its slides: its three messages, its figures and its warnings are shown."
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One screen. `kind` is aim, title, section, figure, warning, action, quiz, teach_back, timeline, control
    or take_home; `notes` is for the presenter alone; `caution` is the sentence that people differ, where it
    must stand, `caveat` what must stand beside a number; `piece` counts the screens on which lines go on that
    have no room on one, `first` is the number of its first line among all of them."""

    step: int
    kind: str
    heading: str
    lines: tuple[str, ...] = ()
    notes: str = ""
    caution: str = ""
    caveat: str = ""
    article: str | None = None
    item: int = 0
    piece: int = 1
    first: int = 1
    slide: Slide | None = None
    question: OxQuestion | None = None
    timeline: TimelineStep | None = None
    control: ControlStep | None = None
    photo: str = ""

    @property
    def place(self) -> tuple[object, ...]:
        """What is the same of it in the other language."""
        anchor = self.slide.anchor if self.slide else None
        return (self.step, self.kind, anchor, self.item)

    @property
    def part(self) -> int:
        """Which part of its section it is."""
        return self.slide.part if self.slide else 1


def frames_of(
    number: int, step: Step, session: EducationSession, library: Library, tr: Translator
) -> Iterator[Frame]:
    """The screens of a step, not yet broken. Raises `Refusal` for an article that the library does not
    have."""
    if isinstance(step, TimelineStep):
        heading = tr.text("Demonstration diary: a fictional person")
        caution = tr.text(PEOPLE_DIFFER) if session.story == CAR_T_STORY else ""
        yield Frame(number, "timeline", heading, (step.say(tr),), step.say(tr), caution, timeline=step)
    elif isinstance(step, SlideStep):
        yield Frame(number, "section", step.text, (), tr.text("A slide of your own."), photo=step.photo)
    elif isinstance(step, ControlStep):
        yield Frame(number, "control", session.title(tr), (step.say(tr),), step.say(tr), control=step)
    else:
        article = library.article(step.article, tr.code)
        caution = tr.text(PEOPLE_DIFFER) if about_car_t(article) else ""
        bare = Frame(number, "", "", caution=caution, article=article.id)
        if isinstance(step, ArticleStep):
            yield from _of_article(bare, article, step, tr)
        elif isinstance(step, QuizStep):
            yield from _of_quiz(bare, article, tr)
        else:
            yield from _of_messages(bare, article, tr)


def _of_article(bare: Frame, article: Article, step: ArticleStep, tr: Translator) -> Iterator[Frame]:
    for slide in slides(article, step.sections):
        heading = tr.text("One thing to do next") if slide.kind == "action" else slide.heading
        figure = slide.figure
        notes = _spoken(slide, step, tr)
        if slide.kind == "title" and not article.slides:
            notes = "\n\n".join((tr.text(_NO_SLIDES), notes))
        spoken = replace(bare, heading=heading, notes=notes, caveat=slide.caveat)
        if slide.lines or figure is None or slide.heading != figure.caption:
            alone = replace(slide, figure=None)
            yield replace(spoken, kind=slide.kind, lines=slide.lines, slide=alone)
        if figure is not None:
            # A drawing has a screen of its own: beside text its words would be too small.
            told = f"{figure.caption}\n\n{figure.alt}\n\n{notes}"
            yield replace(spoken, kind="figure", heading=figure.caption, notes=told, slide=slide)


def _of_quiz(bare: Frame, article: Article, tr: Translator) -> Iterator[Frame]:
    heading = tr.text("O or X? Raise your hand")
    for item in range(len(article.quiz)):
        question = ox_question(article, item)
        notes = f"{'O' if question.right else 'X'} – {question.answer}\n\n{question.explanation}"
        yield replace(bare, kind="quiz", heading=heading, notes=notes, item=item, question=question)


def _of_messages(bare: Frame, article: Article, tr: Translator) -> Iterator[Frame]:
    """One message at a time: what should come is the presenter's to see."""
    heading = tr.text("In your own words")
    how = tr.text("Ask, listen, and do not help. Explain in other words what is unclear, and ask again.")
    for item, each in enumerate(article.teach_back):
        notes = "\n\n".join((tr.text("Should come: {text}", text=each.message), how))
        yield replace(bare, kind="teach_back", heading=heading, lines=(each.ask,), notes=notes, item=item)


def _spoken(slide: Slide, step: ArticleStep, tr: Translator) -> str:
    """The notes of a slide: the minutes that its step may take, a question to ask, and what to tell."""
    parts = []
    if step.minutes is not None:
        parts.append(tr.plural("{count} minute for this step", "{count} minutes for this step", step.minutes))
    if slide.ask:
        parts.append(tr.text("Ask the group: {question}", question=slide.ask))
    if slide.notes:
        heading = tr.text("To tell, in your own words:")
        told = slide.kind in ("section", "warning")
        parts.append(f"{heading}\n{slide.notes}" if told else slide.notes)
    return "\n\n".join(parts)
