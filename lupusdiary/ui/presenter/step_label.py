"""What a step of a session is called in a list, and the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget

from lupusdiary.charts.presets import PRESET_NAMES
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.session import (
    ArticleStep,
    ControlStep,
    QuizStep,
    SlideStep,
    Step,
    TeachBackStep,
)
from lupusdiary.language import Refusal, Translator


def step_list(name: str) -> QListWidget:
    """A list of steps whose words go on in the next line: nothing is read by scrolling sideways."""
    steps = QListWidget()
    steps.setObjectName(name)
    steps.setProperty("role", "steps")
    steps.setWordWrap(True)
    steps.setResizeMode(QListView.ResizeMode.Adjust)
    steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return steps


def step_words(step: Step, library: Library, tr: Translator) -> str:
    """One line, with the minutes if they are planned."""
    words = _words(step, library, tr)
    if step.minutes is None:
        return words
    return tr.text("{words} · {minutes} min", words=words, minutes=step.minutes)


def series_name(code: str, tr: Translator) -> str:
    """The name of a preset, a symptom or a test."""
    if code in PRESET_NAMES:
        return tr.text(PRESET_NAMES[code])
    try:
        return SymptomCatalogue().get(code).name(tr)
    except Refusal:
        return AnalyteCatalogue().get(code).label(tr)


def _words(step: Step, library: Library, tr: Translator) -> str:
    if isinstance(step, SlideStep):
        if step.photo:
            return tr.text("Own slide with a photo: {words}", words=step.text)
        return tr.text("Own slide: {words}", words=step.text)
    if isinstance(step, ControlStep):
        return tr.text("In the live window: {words}", words=step.say(tr))
    if isinstance(step, ArticleStep | QuizStep | TeachBackStep):
        title = library.card(step.article, tr.code).front.title
        if isinstance(step, QuizStep):
            return tr.text("O/X questions: {title}", title=title)
        if isinstance(step, TeachBackStep):
            return tr.text("In their own words: {title}", title=title)
        if isinstance(step, ArticleStep) and step.sections:
            article = library.article(step.article, tr.code)
            named = [section.heading for section in article.sections if section.anchor in step.sections]
            # Many headings end in a question mark, behind which neither a colon nor a comma reads well.
            return tr.text("{title} – {sections}", title=title, sections=" · ".join(named))
        return title
    names = tr.listing([series_name(code, tr) for code in step.series])
    return tr.text("Timeline: {names}", names=names)
