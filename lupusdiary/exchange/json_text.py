"""Parses JSON strictly: no key twice, no NaN, no number without end, no nesting that exhausts the stack."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from lupusdiary.language import Refusal

# A lifetime of daily entries is some 30 million characters, with a million values and more.
LONGEST = 100_000_000
_MOST_VALUES = 6_000_000
_DEEPEST = 40
_LONGEST_NUMBER = 40


def parse(text: str) -> Any:
    """The value that a JSON text says. Raises `Refusal` for what is not JSON or only seems to be."""
    if len(text) > LONGEST:
        raise Refusal("This file is too large for a diary export.")
    # Each value is a comma or a bracket away from the one before: counted before memory is taken for them.
    if sum(map(text.count, ",[{")) > _MOST_VALUES:
        raise Refusal("This file holds more values than a diary can have.")
    try:
        found = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_not_a_number,
            parse_int=_whole,
            parse_float=_decimal,
        )
    except RecursionError:
        raise Refusal("This file is nested too deeply for a diary export.") from None
    except json.JSONDecodeError as fault:
        raise Refusal("This is not JSON: line {line} cannot be read.", line=fault.lineno) from None
    _refuse_deep(found)
    return found


def _refuse_deep(value: Any) -> None:
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(_DEEPEST):
        inner = (each.values() if isinstance(each, dict) else each for each in level)
        level = [each for values in inner for each in values if isinstance(each, dict | list)]
        if not level:
            return
    raise Refusal("This file is nested too deeply for a diary export.")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refusal("“{field}” is there twice in one object.", field=twice[:40])
    return found


def _not_a_number(word: str) -> NoReturn:
    raise Refusal("{word} is not a number that a diary can hold.", word=word)


def _whole(digits: str) -> int:
    return int(_short(digits))


def _decimal(digits: str) -> float:
    return float(_short(digits))


def _short(digits: str) -> str:
    if len(digits) > _LONGEST_NUMBER:
        _not_a_number(digits[:_LONGEST_NUMBER] + "…")
    return digits
