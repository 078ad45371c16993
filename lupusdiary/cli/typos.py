"""What a mistyped word of the command line may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lupusdiary.domain.hangul import letters
from lupusdiary.language import Refusal

# Of the letters: one of four may be another.
_ALIKE = 0.75


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word, in small letters, that `word` is or nearly is; None where none is near."""
    # Only a word that is not known pays for it.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        word.casefold(), list(known), scorer=OSA.normalized_similarity, processor=letters, score_cutoff=_ALIKE
    )
    return None if found is None else str(found[0])


def refuse_typo(word: str, codes: Mapping[str, str]) -> None:
    """Raises `Refusal` with the code that a word may have meant; `codes` by every way to write them."""
    near = nearest(word, codes)
    if near is not None and codes[near] != word:
        raise Refusal("“{word}” is not known here. Did you mean “{near}”?", word=word[:60], near=codes[near])


def codes_by_name(names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """From codes and the names of each, every way to write a code, in small letters."""
    return {written.casefold(): code for code, each in names.items() for written in (*each, code)}
