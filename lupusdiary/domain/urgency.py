"""The one table of danger: which sign needs whom, how soon, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from lupusdiary.language import Bilingual, Refusal, Translator
from lupusdiary.resources import clinical

# What the person ticks for her card: conditions that choose signs, and what of herself is printed.
CONDITIONS = (
    "on_steroids",
    "immunosuppressed",
    "antiphospholipid",
    "after_car_t",
    "pregnant",
    "crisis_line",
)
PERSONAL = ("name", "birth_year", "hospital_number")
CARD_TICKS = (*CONDITIONS, *PERSONAL)


class Level(NamedTuple):
    """A step of urgency; `rank` counts from the most urgent, `number` is the number to call if it has one."""

    id: str
    rank: int
    number: str
    names: Bilingual
    actions: Bilingual


class Sign(NamedTuple):
    """A warning sign: its level, what to do (`calls`), and its words, short for a list and in full.

    `limits` says from which temperature on it counts, `degrees` that temperature alone, where it has one;
    `applies` says for whom it is."""

    id: str
    level: Level
    calls: Bilingual
    names: Bilingual
    shorts: Bilingual
    fulls: Bilingual
    limits: Bilingual | None
    degrees: Bilingual | None
    applies: tuple[str, ...]
    tier: int

    @property
    def is_fever(self) -> bool:
        """Whether it counts from a temperature on."""
        return self.degrees is not None

    def name(self, tr: Translator) -> str:
        """What it is called where it is chosen."""
        return tr.pick(*self.names)

    def short(self, tr: Translator) -> str:
        """Its condition alone, to stand below the heading of its level."""
        return tr.pick(*self.shorts)

    def full(self, tr: Translator) -> str:
        """The condition and what to do."""
        return tr.pick(*self.fulls)

    def call(self, tr: Translator) -> str:
        """What to do, such as “call 119”."""
        return tr.pick(*self.calls)


class Group(NamedTuple):
    """Signs that need the same call."""

    level: Level
    calls: Bilingual
    signs: tuple[Sign, ...]

    def heading(self, tr: Translator) -> str:
        """What to do, as the beginning of a line."""
        words = tr.pick(*self.calls)
        return words[0].upper() + words[1:]

    def line(self, tr: Translator) -> str:
        """Its signs in one line."""
        return " / ".join(sign.short(tr) for sign in self.signs)


class Phone(NamedTuple):
    """A public telephone number; one on the `urgent_page` is shown to everybody there."""

    number: str
    names: Bilingual
    what: Bilingual
    urgent_page: bool


class CardSigns(NamedTuple):
    """What the wallet card prints: signs in their order, some only when one of these ticks is set."""

    signs: tuple[Sign, ...]
    only_if: Mapping[str, tuple[str, ...]]

    def chosen(self, ticks: Iterable[str]) -> tuple[Sign, ...]:
        """The signs of a card on which these ticks are set."""
        set_now = set(ticks)
        return tuple(
            sign
            for sign in self.signs
            if sign.id not in self.only_if or set_now.intersection(self.only_if[sign.id])
        )


class UrgencyTable:
    """All levels and signs of resources/clinical/urgency.json."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.levels = tuple(_level(rank, entry) for rank, entry in enumerate(facts["levels"]))
        levels = {level.id: level for level in self.levels}
        self._signs = {entry["id"]: _sign(entry, levels, facts) for entry in facts["signs"]}
        self._sentences = {entry["id"]: _both(entry) for entry in facts["sentences"]}
        self._flags: Mapping[str, list[str]] = facts["symptom_flags"]
        self.applies = {id: _both(entry) for id, entry in facts["applies"].items()}
        self.phones = tuple(
            Phone(entry["number"], _both(entry, "name"), _both(entry, "what"), entry["urgent_page"])
            for entry in facts["phone"]
            if entry["number"]
        )
        card = facts["wallet_card"]
        self.card = CardSigns(
            self.named(card["signs"]), {id: tuple(ticks) for id, ticks in card["only_if"].items()}
        )
        self.card_lines = {entry["id"]: _both(entry) for entry in card["fields"]}
        self.figure_lines = {
            f"{row['level']}_{nth}": Bilingual(*pair)
            for figure in facts["figures"]
            for row in figure["rows"]
            for nth, pair in enumerate(zip(row["lines_ko"], row["lines_en"], strict=True), 1)
        }

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Every sign, in the order of the table."""
        return tuple(self._signs.values())

    def __contains__(self, id: object) -> bool:
        return id in self._signs

    def sign(self, id: str) -> Sign:
        """One sign. Raises `Refusal` for an unknown id."""
        if id not in self._signs:
            raise Refusal("There is no warning sign “{sign}”.", sign=id[:60])
        return self._signs[id]

    def named(self, ids: Iterable[str]) -> tuple[Sign, ...]:
        """Several signs in the order of their ids. Raises `Refusal`."""
        return tuple(self.sign(id) for id in ids)

    def has_sentence(self, id: str) -> bool:
        """Whether a sentence of that id stands in the table."""
        return id in self._sentences

    def sentence(self, id: str) -> Bilingual:
        """A sentence that stands beside signs, such as “if you feel this is an emergency …”."""
        if id not in self._sentences:
            raise Refusal("There is no warning sign “{sign}”.", sign=id[:60])
        return self._sentences[id]

    def flags_of(self, symptom: str) -> tuple[Sign, ...]:
        """The signs that stand with an item of the check-in for any value, the most urgent first."""
        return tuple(sorted(self.named(self._flags.get(symptom, ())), key=lambda sign: sign.level.rank))

    def red_flag(self, symptom: str) -> tuple[Bilingual, ...]:
        """The full texts that stand with an item of the check-in; empty for an item without."""
        signs = self.flags_of(symptom)
        if not signs:
            return ()
        closing = () if signs[0].level.id == "call_119" else (self.sentence("feel_emergency"),)
        return (*(sign.fulls for sign in signs), *closing)


def grouped(signs: Iterable[Sign]) -> tuple[Group, ...]:
    """Signs by what is to be done, the most urgent first; within a level the first named comes first."""
    found: dict[tuple[int, Bilingual], list[Sign]] = {}
    for sign in sorted(signs, key=lambda sign: sign.level.rank):
        found.setdefault((sign.level.rank, sign.calls), []).append(sign)
    return tuple(Group(signs[0].level, calls, tuple(signs)) for (_, calls), signs in found.items())


@cache
def urgency() -> UrgencyTable:
    """The table that comes with the program."""
    return UrgencyTable(clinical("urgency"))


def _both(entry: Mapping[str, str], stem: str = "") -> Bilingual:
    before = f"{stem}_" if stem else ""
    return Bilingual(entry[f"{before}ko"], entry[f"{before}en"])


def _level(rank: int, entry: Mapping[str, str]) -> Level:
    number = entry["number"] if entry["number"].isdigit() else ""
    return Level(entry["id"], rank, number, _both(entry), _both(entry, "action"))


def _sign(entry: Mapping[str, Any], levels: Mapping[str, Level], facts: Mapping[str, Any]) -> Sign:
    level = levels[entry["level"]]
    other = facts["whom_actions"].get(entry["whom"], {}).get(level.id)
    return Sign(
        id=entry["id"],
        level=level,
        calls=_both(other) if other else level.actions,
        names=_both(entry, "name"),
        shorts=_both(entry, "short"),
        fulls=_both(entry, "full"),
        limits=_both(entry, "limit") if "limit_en" in entry else None,
        degrees=_both(entry, "degrees") if "degrees_en" in entry else None,
        applies=tuple(entry["applies"]),
        tier=entry["tier"],
    )
