"""The medicines of the clinical catalogue by the names under which people write them down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from lupusdiary.language import Translator
from lupusdiary.resources import clinical

_HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class Medicine:
    """One medicine, or a group that is spoken of as one; `spellings` are its names and brands."""

    id: str
    name_ko: str
    name_en: str
    spellings: tuple[str, ...] = ()

    def name(self, tr: Translator) -> str:
        """What it is called in the language of `tr`."""
        return tr.pick(self.name_ko, self.name_en)

    def title(self, tr: Translator) -> str:
        """Its name in this language and in the other."""
        return f"{self.name(tr)} · {tr.pick(self.name_en, self.name_ko)}"


@cache
def medicines() -> Mapping[str, Medicine]:
    """By code, in the order of the catalogue."""
    return MappingProxyType(
        {
            each["id"]: Medicine(
                each["id"],
                each["name_ko"],
                each["inn_en"],
                (*each["spellings_ko"], *each["spellings_en"], *each["brands_kr_examples"]),
            )
            for each in clinical("medications")["medications"]
        }
    )


def named_in(text: str) -> list[Medicine]:
    """The medicines that a text names, in their order; of two names at one place the longer one counts."""
    found: list[Medicine] = []
    for match in _names().finditer(text):
        medicine = _by_spelling()[match.group().casefold().replace("-", " ")]
        if medicine not in found:
            found.append(medicine)
    return found


@cache
def _by_spelling() -> dict[str, Medicine]:
    return {
        spelling.casefold().replace("-", " "): each
        for each in reversed(list(medicines().values()))
        for spelling in each.spellings
    }


@cache
def _names() -> re.Pattern[str]:
    """All names, the longest first. A Korean one may have an ending; a word of Latin letters stands alone."""
    spellings = sorted(_by_spelling(), key=len, reverse=True)
    return re.compile("|".join(map(_pattern, spellings)), re.IGNORECASE)


def _pattern(spelling: str) -> str:
    before = r"(?<![가-힣])" if _HANGUL.match(spelling) else r"(?<![A-Za-z0-9])"
    after = "" if _HANGUL.match(spelling[-1]) else r"(?![A-Za-z0-9])"
    return before + re.escape(spelling).replace(r"\ ", "[ -]") + after
