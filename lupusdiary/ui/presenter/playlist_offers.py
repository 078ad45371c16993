"""What can come into a playlist, found by typing; and which section of an article is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lupusdiary.charts.presets import PRESET_NAMES
from lupusdiary.domain.hangul import finder
from lupusdiary.education.content.disclaimers import about_car_t
from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.session import (
    ArticleStep,
    ControlStep,
    QuizStep,
    SlideStep,
    Step,
    TeachBackStep,
    TimelineStep,
)
from lupusdiary.education.sessions.session_file import LONGEST_SLIDE
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.presenter.step_label import step_words
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.line_edits import HintLine


class PlaylistOffers(QWidget):
    """A field that narrows the list below it; `chosen` is what would be added."""

    def __init__(self, context: UiContext, library: Library, scripted: Sequence[ControlStep]) -> None:
        super().__init__()
        tr = context.tr
        self._context, self._library = context, library
        self._offers = [(step, step_words(step, library, tr)) for step in _all(library, scripted, tr.code)]
        self._found: list[Step] = []
        self.search = HintLine()
        self.search.setObjectName("playlist_search")
        self.search.explain(tr.text("Find, or write a slide"), tr.text("Search"))
        self.search.setAccessibleName(
            tr.text("Find an article, questions, a timeline; or write a slide of your own")
        )
        self.choices = Choice()
        self.choices.setObjectName("playlist_choices")
        self.choices.setMinimumContentsLength(24)
        self.choices.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.search, 2)
        row.addWidget(self.choices, 3)
        self.search.textChanged.connect(lambda _: self._find())
        self._find()

    @property
    def chosen(self) -> Step | None:
        """What is marked in the list."""
        at = self.choices.currentIndex()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _find(self) -> None:
        words = [finder(word) for word in self.search.text().split()]
        hits = [(step, said) for step, said in self._offers if all(word.search(said) for word in words)]
        typed = " ".join(self.search.text().split())
        if typed:
            # What is typed can itself stand on a slide.
            own = SlideStep(typed[:LONGEST_SLIDE], minutes=1)
            hits.append((own, step_words(own, self._library, self._context.tr)))
        self._found = [step for step, _ in hits]
        self.choices.clear()
        self.choices.addItems([said for _, said in hits])


def _all(library: Library, scripted: Sequence[ControlStep], language: str) -> list[Step]:
    cards = [library.card(id, language) for id in library.ids()]
    offers: list[Step] = [ArticleStep(card.front.id, minutes=max(1, card.minutes)) for card in cards]
    for card in cards:
        if card.front.quiz:
            offers += [QuizStep(card.front.id), TeachBackStep(card.front.id)]
    offers += [TimelineStep("", "", (name,)) for name in PRESET_NAMES]
    return [*offers, *scripted]


def fitting_story(library: Library, steps: Sequence[Step]) -> str:
    """The life that fits: with CAR-T where that is taught, else the mild one."""
    taught = [library.card(step.article, "en").front for step in steps if isinstance(step, ArticleStep)]
    return "nephritis" if any(about_car_t(front) for front in taught) else "mild"


class SectionChoice(Choice):
    """The sections of the article of a step; `narrowed` carries the step with the one that was chosen."""

    narrowed = Signal(object)

    def __init__(self, context: UiContext, library: Library) -> None:
        super().__init__()
        self.setObjectName("step_section")
        self._context = context
        self._library = library
        self._step: Step | None = None
        self.setMinimumContentsLength(18)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda _: self._narrow())

    def show_step(self, step: Step | None) -> None:
        """Shows what can be chosen of a step; nothing where it is no article."""
        self._step = step
        self.clear()
        self.setEnabled(isinstance(step, ArticleStep))
        if not isinstance(step, ArticleStep):
            return
        tr = self._context.tr
        self.addItem(tr.text("The whole article"), ())
        for section in self._library.article(step.article, tr.code).sections:
            self.addItem(section.heading, (section.anchor,))
        if len(step.sections) > 1:
            self.addItem(tr.plural("{count} section", "{count} sections", len(step.sections)), step.sections)
        kept = [tuple(self.itemData(at)) for at in range(self.count())]
        self.setCurrentIndex(kept.index(step.sections) if step.sections in kept else 0)

    def _narrow(self) -> None:
        if isinstance(self._step, ArticleStep):
            self.narrowed.emit(replace(self._step, sections=tuple(self.currentData())))
