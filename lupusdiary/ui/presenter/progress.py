"""Where a session is: which of its screens, what is revealed, how many hands were counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.deck import Fits, counterpart, deck
from lupusdiary.education.sessions.frames import Frame
from lupusdiary.education.sessions.record import HandsShown, MessageTold, SessionRecord
from lupusdiary.education.sessions.session import EducationSession
from lupusdiary.language import LANGUAGES, Translator, translator
from lupusdiary.ui.presenter.stage.ox_slide import Hands

Place = tuple[object, ...]


class SessionProgress:
    """The screens of a session in the language of the moment, and the one that is shown. `black`: nothing is
    shown; `aside`: the timeline in the place of a slide, or the other way round."""

    def __init__(self, session: EducationSession, library: Library, clock: Callable[[], datetime]) -> None:
        self.session = session
        self.library = library
        self._clock = clock
        self.began = clock()
        self.frames: list[Frame] = []
        self.at = 0
        # Where somebody went: another language may break a slide elsewhere, and back again it is the same.
        self._chosen: Frame | None = None
        self.black = False
        self.aside = False
        self._revealed: set[Place] = set()
        self._hands: dict[Place, Hands] = {}

    def lay(self, tr: Translator, fits: Fits) -> None:
        """Makes the screens for a language and a display; the place stays the same."""
        before = self._chosen
        self.frames = deck(self.session, self.library, tr, fits)
        self.at = counterpart(self.frames, before) if before is not None else 0
        if before is None:
            self._chosen = self.frame

    @property
    def frame(self) -> Frame:
        """The screen that is shown."""
        return self.frames[self.at]

    @property
    def then(self) -> Frame | None:
        """The screen that comes next."""
        return self.frames[self.at + 1] if self.at + 1 < len(self.frames) else None

    @property
    def revealed(self) -> bool:
        """Whether the answer of the question is shown."""
        return self.frame.place in self._revealed

    @property
    def hands(self) -> Hands:
        """The hands that were counted for the question."""
        return self._hands.get(self.frame.place, Hands())

    @property
    def wants_timeline(self) -> bool:
        """Whether the timeline is to be seen now."""
        return (self.frame.kind == "timeline") != self.aside and not self.black

    @property
    def controls(self) -> list[Frame]:
        """The scripted steps in the live window."""
        return [frame for frame in self.frames if frame.control is not None]

    @property
    def minutes(self) -> int:
        """The minutes that have passed."""
        return max(0, int((self._clock() - self.began).total_seconds() // 60))

    def go(self, by: int) -> None:
        """On or back; from black or from aside to the slide, and to the answer before the next question."""
        if self.black or self.aside:
            self.black = self.aside = False
        elif by > 0 and self.frame.kind == "quiz" and not self.revealed:
            self._revealed.add(self.frame.place)
        else:
            self.go_to(self.at + by)

    def go_to(self, at: int) -> None:
        """To one of the screens."""
        self.at = min(max(at, 0), len(self.frames) - 1)
        self._chosen = self.frame
        self.black = self.aside = False

    def count(self, hands: Hands) -> None:
        """Keeps the hands for the question that is shown, until its answer is; for a message of a teach-back
        how often it was said, and how often it was explained again."""
        if self.frame.kind == "teach_back" or (self.frame.kind == "quiz" and not self.revealed):
            self._hands[self.frame.place] = hands

    def taught(self) -> SessionRecord:
        """What is written down of it: no names."""
        korean, english = (self._asked("quiz", code) for code in LANGUAGES)
        hands = []
        for ko, en in zip(korean, english, strict=True):
            if ko.place in self._revealed or ko.place in self._hands:
                counted = self._hands.get(ko.place, Hands())
                right = ko.question is not None and ko.question.right
                hands.append(HandsShown(_asked(ko), _asked(en), right, counted.for_o, counted.for_x))
        titles = {
            code: tuple(self.library.article(id, code).title for id in self.session.articles)
            for code in LANGUAGES
        }
        return SessionRecord(
            self.session.title_ko,
            self.session.title_en,
            self.began.date(),
            self.minutes,
            self.session.minutes,
            titles["ko"],
            titles["en"],
            hands=tuple(hands),
            told=self._told(),
        )

    def _told(self) -> tuple[MessageTold, ...]:
        korean, english = (self._asked("teach_back", code) for code in LANGUAGES)
        return tuple(
            MessageTold(ko.lines[0], en.lines[0], counted.for_o, counted.for_x)
            for ko, en in zip(korean, english, strict=True)
            if (counted := self._hands.get(ko.place)) is not None
        )

    def _asked(self, kind: str, code: str) -> list[Frame]:
        return [f for f in deck(self.session, self.library, translator(code)) if f.kind == kind]


def _asked(frame: Frame) -> str:
    assert frame.question is not None
    claim = f" – “{frame.question.claim}”" if frame.question.claim else ""
    return f"{frame.question.question}{claim}"
