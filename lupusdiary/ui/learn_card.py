"""One article in the list: what it is about, how long it takes, how far it is read."""

from __future__ import annotations

from lupusdiary.domain.learning import ArticleState
from lupusdiary.education.library import Card
from lupusdiary.language import Translator
from lupusdiary.ui.rich_button import RichButton


def state_words(card: Card, state: ArticleState | None, tr: Translator) -> str:
    """Minutes, progress and bookmark in one line."""
    parts = [tr.plural("about {count} minute", "about {count} minutes", card.minutes)]
    if state is not None and state.finished:
        parts.append(tr.text("read"))
    elif state is not None and state.progress > 0:
        parts.append(tr.text("{percent} % read", percent=max(1, round(100 * state.progress))))
    if state is not None and state.bookmarked:
        parts.append(tr.text("bookmarked"))
    if state is not None and state.note:
        parts.append(tr.text("with my note"))
    if not card.shipped:
        parts.append(tr.text("from your hospital"))
    return " · ".join(parts)


class LearnCard(RichButton):
    """A card that opens its article. `id` says which."""

    def __init__(self, card: Card, state: ArticleState | None, tr: Translator) -> None:
        super().__init__(f"article_{card.front.id}", "card")
        self.id = card.front.id
        words = state_words(card, state, tr)
        self.add_line("strong", card.front.title)
        self.add_line("", _first_sentence(card.front.summary))
        self.add_line("hint", words)
        self.column.insertStretch(2)
        self.setAccessibleName(f"{card.front.title}, {words}")
        self.setAccessibleDescription(card.front.summary)


def _first_sentence(text: str) -> str:
    end = text.find(". ")
    return text if end < 0 else text[: end + 1]
