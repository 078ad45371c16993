"""What a person has read, answered and said in her own words, and her safety card."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

# Messages that one teach-back has (AHRQ Health Literacy Universal Precautions Toolkit: a few at a time).
TEACH_BACK_MESSAGES = 3
# More than this no diary holds, wherever it comes from.
MOST_MESSAGES = 20
MOST_QUIZ_ITEMS = 1_000


@dataclass(frozen=True, slots=True)
class ArticleState:
    """How far an article is read (`progress` from 0 to 1, up to the section `anchor`), whether it was once
    read to its end, whether it is bookmarked, and the person's own note on it."""

    article: str
    progress: float = 0.0
    anchor: str | None = None
    finished: bool = False
    bookmarked: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class QuizAnswer:
    """One answer to the question `item` (from 0) of an article's quiz."""

    day: date
    article: str
    item: int
    right: bool
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class TeachBackResult:
    """Whether the person said a message in her own words, and these words; not said: explained again. None:
    it was not come to yet, or not decided."""

    said: bool | None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class TeachBack:
    """One teach-back: a result for each message of the article, and the one action that was agreed on."""

    day: date
    article: str
    results: tuple[TeachBackResult, ...] = ()
    action: str | None = None
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Learnt:
    """All of it, articles by id, the rest by day; ties keep the order of entry."""

    articles: tuple[ArticleState, ...] = ()
    answers: tuple[QuizAnswer, ...] = ()
    teach_backs: tuple[TeachBack, ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyCard:
    """What the person writes and ticks for it: the signs are those of the table of danger, the clinic's
    numbers the diary's contacts. `ticks` are conditions that choose signs, and what of herself is printed."""

    whom: str | None = None
    ticks: tuple[str, ...] = ()
    notes: str | None = None
    medicines: str | None = None
    allergies: str | None = None
    car_t: str | None = None
