"""Sentences of the program with the words of the glossary underlined: by click or key they are explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QToolTip

from lupusdiary.education.content.glossary import Glossary
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.term_matching import TermWords
from lupusdiary.language import Refusal
from lupusdiary.ui.articles.rich_text import TERM
from lupusdiary.ui.articles.term_popup import TermPopup, term_tip
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.widgets.labels import RichLabel, plain_tip


def linked(text: str, words: TermWords, colour: str, names: Mapping[str, str] | None = None) -> str:
    """Plain text as rich text in which each term is a link once; every sign of the text is escaped."""
    parts, done = [], 0
    for found in words.find(text, names):
        shown = escape(text[found.start : found.end])
        parts.append(escape(text[done : found.start]))
        parts.append(f'<a href="{TERM}{escape(found.term)}" style="color:{colour}">{shown}</a>')
        done = found.end
    return "".join([*parts, escape(text[done:])]).replace("\n", "<br>")


class TermLabel(RichLabel):
    """A text whose terms open. The glossary is read beside the window when the label is first seen; until
    then the text stands there plain. `go` carries the way to an article that tells more."""

    go = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__(links=False)
        self._context = context
        self._background = Background(self)
        self._library: Library | None = None
        self._popup: TermPopup | None = None
        self._words: tuple[str, TermWords] | None = None
        self._names: dict[str, str] = {}
        self.words = ""
        self.followed.connect(self._open)
        self.pointed.connect(self._point)
        context.theme.changed.connect(self._render)

    @property
    def popup(self) -> TermPopup | None:
        """What explains a word, once one was asked for."""
        return self._popup

    def show_words(self, text: str, things: Sequence[tuple[str, str]] = ()) -> None:
        """Shows plain text; `things` are the codes and names of tests and symptoms in it."""
        self.words, self._names = text, {name: code for code, name in things}
        self._render()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._library is None and not self._background.busy:
            self._background.run(_load, self._loaded, self._not_loaded)

    def _loaded(self, read: tuple[Library, Glossary]) -> None:
        library, _ = read
        self._library = library
        self._render()
        # The articles that a word leads to take longer; nobody waits for them here.
        self._background.run(library.ids, _ready, self._not_loaded)

    def _not_loaded(self, refusal: Refusal) -> None:
        """Without a glossary the sentence stays what it is."""
        self.setToolTip(plain_tip(self._context.tr.refusal(refusal)))

    def _known(self, library: Library) -> TermWords:
        tr = self._context.tr
        if self._words is None or self._words[0] != tr.code:
            self._words = (tr.code, TermWords(library.glossary, tr))
        return self._words[1]

    def _plain(self, known: TermWords) -> str:
        """What is to be shown now that the terms are known."""
        return self.words

    def _render(self) -> None:
        if self._library is None:
            self._put(escape(self.words).replace("\n", "<br>"))
            return
        known = self._known(self._library)
        self.words = self._plain(known)
        terms = {name: known.term_of(code, name) for name, code in self._names.items()}
        colours = self._context.theme.colours
        colour = colours.muted if self.property("role") in ("hint", "muted") else colours.text
        names = {name: term for name, term in terms.items() if term}
        self._put(linked(self.words, known, colour, names))

    def _put(self, rich: str) -> None:
        self.setAccessibleName(self.words)
        if rich == self.text():
            return
        links = f'<a href="{TERM}' in rich
        both = Qt.TextInteractionFlag.TextBrowserInteraction
        self.setTextInteractionFlags(both if links else Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.NoFocus)
        self.setText(rich)

    def _open(self, link: str, at: QPoint) -> None:
        QToolTip.hideText()
        id = link.removeprefix(TERM)
        if self._library is None or id not in self._library.glossary:
            return
        if self._popup is None:
            self._popup = TermPopup(self, self._context)
            self._popup.article_requested.connect(
                lambda article: self.go.emit(Route("learn", article=article))
            )
        self._popup.explain(self._library.glossary.get(id), self._library, "", at)

    def _point(self, link: str) -> None:
        id = link.removeprefix(TERM)
        if self._library is not None and link and id in self._library.glossary:
            tip = term_tip(self._library.glossary.get(id), self._context.tr)
            QToolTip.showText(QCursor.pos() + QPoint(8, 12), tip, self)
        else:
            QToolTip.hideText()


class TermLine(TermLabel):
    """One line that names the words of a page which the glossary explains; empty where it has none."""

    def show_things(self, things: Sequence[tuple[str, str]]) -> None:
        """Offers these codes and names."""
        self.show_words("", things)

    def _plain(self, known: TermWords) -> str:
        first: dict[str, str] = {}
        for name, code in self._names.items():
            term = known.term_of(code, name)
            if term:
                first.setdefault(term, name)
        tr = self._context.tr
        return tr.text("Words on this page: {names}", names=", ".join(first.values())) if first else ""


def _load() -> tuple[Library, Glossary]:
    library = Library()
    return library, library.glossary


def _ready(_: object) -> None:
    return
