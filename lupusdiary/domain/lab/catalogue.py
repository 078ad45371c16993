"""All laboratory tests: those of the fact base and the diary's own, found by code, word or printed label."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

from lupusdiary.domain.hangul import typed
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.label_key import initials, label_key
from lupusdiary.domain.lab.ordinal_scale import DIPSTICK, QUALITATIVE
from lupusdiary.domain.lab.units import Unit
from lupusdiary.domain.records import OwnAnalyte
from lupusdiary.language import Refusal, Translator
from lupusdiary.resources import clinical

OWN_PANEL = "general"


class Panel:
    """A group of tests that stand together on a sheet."""

    def __init__(self, id: str, korean: str, english: str) -> None:
        self.id, self._korean, self._english = id, korean, english

    def name(self, tr: Translator) -> str:
        """What the group is called."""
        return tr.pick(self._korean, self._english)


class AnalyteCatalogue:
    """The tests that a diary knows, in the order of the fact base, own ones last."""

    def __init__(self, own: Sequence[OwnAnalyte] = ()) -> None:
        self.all: tuple[Analyte, ...] = (*_shipped(), *(own_analyte(each) for each in own))
        self._by_id = {each.id: each for each in self.all}

    def get(self, code: str) -> Analyte:
        """The test with this code. Raises `Refusal` for an unknown one."""
        if found := self._by_id.get(code):
            return found
        raise Refusal("There is no laboratory test “{code}”.", code=code[:40])

    def __contains__(self, code: str) -> bool:
        return code in self._by_id

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The groups in order."""
        return tuple(Panel(key, each["ko"], each["en"]) for key, each in clinical("labs")["panels"].items())

    def of_panel(self, panel: str) -> list[Analyte]:
        """The tests of one group."""
        return [each for each in self.all if each.panel == panel]

    def labels(self, analyte: Analyte) -> list[str]:
        """The labels under which sheets print a test, the catalogue's own first."""
        ambiguous = [label for label, ids in _ambiguous().items() if analyte.id in ids]
        return list(dict.fromkeys((analyte.label_en, analyte.label_ko, *analyte.sheet_labels, *ambiguous)))

    def match_label(self, text: str) -> list[Analyte]:
        """The tests that a printed label may mean: exact after normalising, none if unknown."""
        return [self._by_id[code] for code in self._labels.get(label_key(text), ())]

    def search(self, text: str) -> list[Analyte]:
        """The tests whose name or label contains `text`, in Korean also by initial consonants (ㄹㅍㅅ)."""
        key = label_key(typed(text))
        if not key:
            return list(self.all)
        ranked = [(_nearness(key, self._words[each.id]), each) for each in self.all]
        return [each for nearness, each in sorted(ranked, key=lambda hit: hit[0]) if nearness < _FAR]

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        return {
            each.id: [label_key(w) for w in (each.name_ko, each.name_en, each.id, *self.labels(each))]
            for each in self.all
        }

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for each in self.all:
            for label in (*each.sheet_labels, *((each.name_en,) if each.own else ())):
                found.setdefault(label_key(label), []).append(each.id)
        for label, codes in _ambiguous().items():
            found.setdefault(label_key(label), []).extend(codes)
        return {key: list(dict.fromkeys(codes)) for key, codes in found.items()}


_FAR = 3


def _nearness(key: str, words: list[str]) -> int:
    """0 the same, 1 a beginning, 2 inside a word or its initial consonants, else `_FAR`."""
    if key in words:
        return 0
    if any(word.startswith(key) for word in words):
        return 1
    return 2 if any(key in word or key in initials(word) for word in words) else _FAR


def own_analyte(own: OwnAnalyte) -> Analyte:
    """A test that the person added, under the name that her sheet prints."""
    scale = {"ordinal": DIPSTICK, "qualitative": QUALITATIVE}.get(own.value_type)
    units = (Unit(own.unit, own.unit, 1.0),) if own.unit else ()
    return Analyte(
        own.analyte, OWN_PANEL, "own", own.name, own.name, own.name, own.name, own.value_type,
        (own.name,), scale, units, canonical_ucum=own.unit, own=True,
    )  # fmt: skip


def _ambiguous() -> dict[str, list[str]]:
    found: dict[str, list[str]] = clinical("labs")["ambiguous_labels"]
    return found


@cache
def _shipped() -> tuple[Analyte, ...]:
    return tuple(_analyte(raw) for raw in clinical("labs")["analytes"])


def _analyte(raw: dict[str, Any]) -> Analyte:
    bounds = raw["plausible"]
    seen = (raw.get("number_as_printed") or {}).get("units_seen", [])
    return Analyte(
        id=raw["id"],
        panel=raw["panel"],
        tier=raw["tier"],
        name_ko=raw["name_ko"],
        name_en=raw["name_en"],
        label_ko=raw["label_ko"],
        label_en=raw["label_en"],
        value_type=raw["value_type"],
        sheet_labels=tuple(raw["sheet_labels"]),
        scale=raw.get("scale"),
        units=tuple(_unit(each) for each in raw["units"]),
        kit_units=tuple(each for each in seen if "(" not in each),
        canonical_ucum=raw["canonical_ucum"],
        decimals=raw.get("decimals", 0),
        reference=raw["reference"],
        plausible=(bounds["min"], bounds["max"], bounds["ucum"]) if bounds else None,
        pattern_words=tuple((w, name) for name, ws in raw.get("pattern_words", {}).items() for w in ws),
        explain_ko=raw["explain_ko"],
        explain_en=raw["explain_en"],
        offer_unit=raw.get("offer_unit"),
    )


def _unit(raw: dict[str, Any]) -> Unit:
    to = raw["to_canonical"]
    return Unit(raw["ucum"], raw["display"], to["factor"], to["offset"], tuple(raw["aliases"]))
