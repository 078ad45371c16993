"""Values are what `dataclasses` would have made of them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from lupusdiary.domain import value


@value.dataclass(frozen=True, slots=True)
class Written:
    """A value with every kind of field that the diary has."""

    name: str
    number: float | None = None
    notes: dict[str, str] = value.field(default_factory=dict)
    id: int | None = value.field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.name == "":
            raise ValueError("a name is needed")


@value.dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two numbers that are put in order."""

    first: int
    second: int = 0


@value.dataclass(frozen=True, slots=True)
class One:
    """A value that says itself how it reads."""

    only: float

    def __repr__(self) -> str:
        return "one"


def test_values_are_made_by_place_and_by_name_with_what_they_have_by_default() -> None:
    made = Written("a", number=2.0)
    assert (made.name, made.number, made.notes, made.id) == ("a", 2.0, {}, None)
    assert Written("a").notes is not Written("a").notes
    with pytest.raises(ValueError, match="a name is needed"):
        Written("")
    with pytest.raises(TypeError, match="name"):
        Written()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="other"):
        Written("a", other=1)  # type: ignore[call-arg]


def test_values_compare_by_what_they_hold_but_not_by_their_number_in_the_file() -> None:
    assert Written("a", id=1) == Written("a", id=2)
    assert Written("a") != Written("b")
    assert Pair(1, 2) != (1, 2)
    assert Pair(1, 0) != One(1)
    assert len({Pair(1), Pair(1, 0), Pair(2)}) == 2
    assert sorted([Pair(2), Pair(1, 5), Pair(1, 2)]) == [Pair(1, 2), Pair(1, 5), Pair(2)]
    assert Pair(1) <= Pair(1) < Pair(2) > Pair(1) >= Pair(1)
    with pytest.raises(TypeError):
        assert One(1) < One(2)  # type: ignore[operator]


def test_nothing_in_a_value_can_be_changed() -> None:
    pair = Pair(1, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        pair.first = 3  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del pair.first
    with pytest.raises(dataclasses.FrozenInstanceError):
        pair.third = 3  # type: ignore[attr-defined]
    assert not hasattr(pair, "__dict__")


def test_values_read_as_they_were_written() -> None:
    assert repr(Written("a", 1)) == "Written(name='a', number=1, notes={}, id=None)"
    assert repr(One(1)) == "one"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))])
def test_a_copy_is_the_same_value(again: Callable[[Any], Any]) -> None:
    made = Written("a", 1, {"b": "c"}, 7)
    assert again(made) == made
    assert again(made).id == 7


def test_the_tools_of_the_standard_library_know_values() -> None:
    assert dataclasses.replace(Pair(1, 2), second=3) == Pair(1, 3)
    assert dataclasses.asdict(Pair(1, 2)) == {"first": 1, "second": 2}
    assert [each.name for each in dataclasses.fields(Pair)] == ["first", "second"]
    match Pair(1, 2):
        case Pair(first, second):
            assert (first, second) == (1, 2)


def test_only_what_is_meant_is_made() -> None:
    with pytest.raises(TypeError, match="frozen"):
        value.dataclass(frozen=False, slots=True)
