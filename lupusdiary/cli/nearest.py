"""What a mistyped word of the command line may have meant."""

from __future__ import annotations

from collections.abc import Mapping

from lupusdiary.language import Refusal


def nearest(word: str, known: Mapping[str, str]) -> str | None:
    """The value of the key that `word` is, or nearly is; None where none is near."""
    from difflib import get_close_matches

    found = get_close_matches(word.casefold(), known, n=1, cutoff=0.75)
    return known[found[0]] if found else None


def refuse_slip(word: str, known: Mapping[str, str]) -> None:
    """Raises `Refusal` with what a word that is no code may have meant; names lead to their codes too."""
    near = nearest(word, known)
    if near is not None and near != word:
        raise Refusal("“{word}” is not known here. Did you mean “{near}”?", word=word[:60], near=near)


def codes(names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """From codes and the names of each, every way to write a code."""
    return {written.casefold(): code for code, each in names.items() for written in (*each, code)}
