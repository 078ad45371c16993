"""One item of the daily check-in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.past_question import past_question
from lupusdiary.domain.scale import Scale
from lupusdiary.language import Bilingual, Translator

if TYPE_CHECKING:
    from lupusdiary.domain.urgency import Sign


@dataclass(frozen=True, slots=True)
class Symptom:
    """One item: its words in both languages, its scale, and how it may be copied, summed up and printed."""

    id: str
    names: Bilingual
    questions: Bilingual
    plains: Bilingual
    scale: Scale
    system: str
    summary_statistic: str
    default_on: bool = False
    sensitive: bool = False
    never_copied: bool = False
    own: bool = False

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The warning signs that stand with it, the most urgent first."""
        from lupusdiary.domain.urgency import urgency

        return urgency().flags_of(self.id)

    @property
    def is_scored(self) -> bool:
        """Whether “no symptoms today” writes an explicit zero for it."""
        return self.scale.is_scored

    def name(self, tr: Translator) -> str:
        """Its short name."""
        return tr.pick(*self.names)

    def question(self, tr: Translator, day: date | None = None) -> str:
        """What the check-in asks today, or about a `day` that is over."""
        question = tr.pick(*self.questions)
        return question if day is None else past_question(question, day, tr)

    def plain(self, tr: Translator) -> str:
        """One sentence that explains it; empty for an own item."""
        return tr.pick(*self.plains)

    def red_flag(self, tr: Translator) -> str | None:
        """The full texts of its warning signs, the same whatever is entered (urgency.json, symptom_flags)."""
        from lupusdiary.domain.urgency import urgency

        return " ".join(tr.pick(*text) for text in urgency().red_flag(self.id)) or None

    def parse(self, text: str) -> ReadingValue:
        """The value that a text says, as on the command line; `Refusal` says what is allowed."""
        return self.scale.parse(text, self.names)

    def check(self, value: object) -> ReadingValue:
        """The value if this item can have it, in its stored shape; else `Refusal`."""
        return self.scale.check(value, self.names)

    def show(self, value: ReadingValue, tr: Translator) -> str:
        """A value of this item as the person reads it."""
        return self.scale.show(value, tr)
