"""What is written down of an education session: no names, only what was taught and how many were there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lupusdiary.language import Translator


@dataclass(frozen=True, slots=True)
class HandsShown:
    """A question for O and X in the languages of the record, and how many hands each of them had."""

    question_ko: str
    question_en: str
    right: bool
    for_o: int = 0
    for_x: int = 0

    @property
    def asked(self) -> bool:
        """Whether hands were counted."""
        return self.for_o + self.for_x > 0


@dataclass(frozen=True, slots=True)
class MessageTold:
    """A message of a teach-back in the languages of the record: how often it was said in own words, and how
    often it was explained again."""

    ask_ko: str
    ask_en: str
    said: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session as it was held; `people` is None when nobody counted them."""

    title_ko: str
    title_en: str
    day: date
    minutes: int
    planned: int
    articles_ko: tuple[str, ...] = ()
    articles_en: tuple[str, ...] = ()
    people: int | None = None
    hands: tuple[HandsShown, ...] = ()
    told: tuple[MessageTold, ...] = ()


def held_for(taught: SessionRecord, tr: Translator) -> str:
    """How long a session took, beside what was planned."""
    return tr.plural(
        "{count} minute ({planned} planned)",
        "{count} minutes ({planned} planned)",
        taught.minutes,
        planned=taught.planned,
    )
