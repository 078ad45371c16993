"""Which ingredient a line names: in brackets, else the longest known name; a class is no medicine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lupusdiary.domain.medicines.catalogue import ingredients
from lupusdiary.resources import clinical

_HANGUL = re.compile(r"[가-힣]")
# A generic's name often begins with its maker's: a long ingredient name counts inside a word.
_LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class KnownName:
    """One way of writing an ingredient. `asked`: which one is meant is asked first."""

    written: str
    ingredient: str
    exact_case: bool = False
    asked: bool = False
    brand: bool = False


@dataclass(frozen=True, slots=True)
class NamedIngredient:
    """What a line says of its ingredient; `asked` with what is offered."""

    ingredient: str | None = None
    brand: str | None = None
    asked: bool = False
    offered: tuple[str, ...] = ()


@cache
def known_names() -> tuple[tuple[re.Pattern[str], KnownName], ...]:
    """Every known name with the pattern that finds it, the longest first."""
    names = [
        KnownName(written, each.id, brand=brand)
        for each in ingredients().values()
        for brand, listed in ((False, each.spellings), (True, each.brands))
        for written in listed
    ]
    names += [
        KnownName(each["short"], each["id"], each.get("as_written", False), each.get("asked", False))
        for each in clinical("medications")["short_names"]["names"]
    ]
    names.sort(key=lambda name: len(name.written), reverse=True)
    return tuple((_pattern(name), name) for name in names)


def _pattern(name: KnownName) -> re.Pattern[str]:
    written = name.written
    inside = _HANGUL.match(written) and len(written) >= _LONG_ENOUGH and not name.brand
    before = "" if inside else r"(?<![가-힣])" if _HANGUL.match(written) else r"(?<![A-Za-z0-9])"
    after = "" if _HANGUL.match(written[-1]) else r"(?![A-Za-z0-9])"
    body = re.escape(written).replace(r"\ ", r"\s?").replace("/", "[/-]")
    return re.compile(before + body + after, 0 if name.exact_case else re.IGNORECASE)


@cache
def _class_words() -> re.Pattern[str]:
    words: list[str] = clinical("medications")["short_names"]["class_words"]
    joined = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"(?:{joined})(?:제|약)?(?:\s*(?:정|캡슐|알약|먹는\s*약|연고|크림|로션|주사|안약))?", re.IGNORECASE
    )


def longest_known(text: str) -> KnownName | None:
    """The longest known name in a text, or None."""
    for pattern, name in known_names():
        if pattern.search(text):
            return name
    return None


def named_ingredient(name: str, bracket: str | None, line: str) -> NamedIngredient:
    """The ingredient by the bracket, else by the longest known name in the line."""
    found = longest_known(bracket) if bracket else None
    if found is None and _class_words().fullmatch(name.strip()):
        return NamedIngredient(asked=True)
    found = found or longest_known(name)
    behind = longest_known(line) if found is None else None
    if behind is not None and name.strip() and behind.written.casefold() not in name.casefold():
        # “엽산, 메토트렉세이트 다음 날”: a name further on may be another medicine's.
        return NamedIngredient(asked=True, offered=(behind.ingredient,))
    found = found or behind
    if found is None:
        return NamedIngredient()
    if found.asked:
        return NamedIngredient(asked=True, offered=(found.ingredient,))
    return NamedIngredient(found.ingredient, found.written if found.brand else None)


def listed_strengths(named: NamedIngredient, form: str | None) -> tuple[float, ...]:
    """The strengths in mg that the fact base lists: of the brand where it knows it, else of the form."""
    known = ingredients().get(named.ingredient or "")
    if known is None:
        return ()
    forms = [each for each in known.forms if each.unit == "mg" and each.strengths]
    branded = [
        each for each in forms if named.brand and any(name.startswith(named.brand) for name in each.names)
    ]
    alike = [each for each in forms if form is not None and form in each.form.replace("-", "_")]
    oral = [each for each in forms if each.route == "oral"]
    chosen = branded or alike or oral or forms
    return tuple(sorted({strength for each in chosen for strength in each.strengths}))
