"""Steps instead of numbers: a dipstick's neg, trace, 1+ ..., or negative and positive."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lupusdiary.domain.lab.printed_text import folded
from lupusdiary.language import Translator
from lupusdiary.resources import clinical

DIPSTICK = "dipstick_protein"
QUALITATIVE = "neg_border_pos"


@dataclass(frozen=True)
class OrdinalScale:
    """The steps of one scale in rising order, their words, and every printed spelling of them."""

    id: str
    order: tuple[str, ...]
    korean: dict[str, str]
    english: dict[str, str]
    codes: dict[str, str]

    def code(self, text: str) -> str | None:
        """The step that `text` prints, or None."""
        return self.codes.get(folded(text))

    def rank(self, code: str) -> int:
        """Where a step stands, 0 the lowest."""
        return self.order.index(code)

    def show(self, code: str, tr: Translator) -> str:
        """A step's word in the reader's language."""
        return tr.pick(self.korean.get(code, code), self.english.get(code, code))


@cache
def ordinal_scale(name: str) -> OrdinalScale:
    """A scale of the fact base by its name."""
    raw = clinical("labs")["ordinal_and_qualitative_scales"][name]
    english = raw.get("display_en", {"neg": "negative"})
    codes = {folded(alias): code for code, aliases in raw["aliases"].items() for alias in aliases}
    return OrdinalScale(name, tuple(raw["order"]), raw["display_ko"], english, codes)
