"""What was removed, and how a day stood before, in the words of the pages on which they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from lupusdiary.diary import Diary
from lupusdiary.diary.changes.earlier_versions import EarlierVersion
from lupusdiary.diary.changes.trash import NAMES, Removed
from lupusdiary.domain.day_record import ReadingValue, TimedEntry
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.domain.typed_unit import show_typed
from lupusdiary.domain.visits import CHECK_UPS
from lupusdiary.language import Translator

_FEVER, _OWN_ITEM = "fever", "tracked_symptom"
# The first of these that a thing has says when it was.
_DAYS = ("day", "collected_on", "start_day", "first_on", "last_on")
_LONGEST = 160


class RemovedWords:
    """Says it for one diary, whose own items and tests have names. Rows of the trash may hold anything."""

    def __init__(self, diary: Diary, tr: Translator) -> None:
        self._tr = tr
        self._zone = diary.now().tzinfo
        self._items = diary.symptoms.catalogue()
        self._tests = diary.labs.catalogue()
        self._what: Mapping[str, Callable[[Mapping[str, Any]], list[str]]] = {
            "timed_entry": self._timed,
            "lab_result": self._result,
            "event": lambda row: [kept_kind(_text(row, "kind")).name(tr), _text(row, "title")],
            "visit": lambda row: [_text(row, "department"), _text(row, "hospital"), _text(row, "note")],
            "contact": lambda row: [_text(row, "name"), _text(row, "number")],
            "teach_back": lambda row: [_text(row, "action")],
            "medicine": lambda row: [_text(row, "name")],
            _OWN_ITEM: lambda row: [_text(row, "name")],
            "dose_period": lambda row: [_text(row, "printed")],
            "allergy": lambda row: [_text(row, "name")],
            "side_effect": lambda row: [_text(row, "what")],
            "open_question": lambda row: [_text(row, "text"), _text(row, "department")],
            "check_up": self._check_up,
        }

    def removed(self, removed: Removed) -> str:
        """One removed thing in a line: when it was removed, what it is, and what tells it from others."""
        tr, row, at = self._tr, removed.values, removed.at.astimezone(self._zone)
        day = next((found for name in _DAYS if (found := _day(row.get(name)))), None)
        tell = self._what.get(removed.kind, _note)
        said = [removed.medicine or "", *tell(row), "" if day is None else tr.date(day)]
        if removed.kind == _OWN_ITEM and removed.belonging:
            said.append(tr.plural("{count} entry", "{count} entries", len(removed.belonging)))
        return " · ".join(
            [tr.moment(at), tr.text(NAMES[removed.kind]), *(_short(each) for each in said if each)]
        )

    def earlier(self, version: EarlierVersion) -> str:
        """One earlier version of a day in a line: until when what stood there."""
        tr, at = self._tr, version.at.astimezone(self._zone)
        if version.symptom is not None:
            known = version.symptom in self._items
            what = self._items.get(version.symptom).name(tr) if known else version.symptom
            stood = self._reading(version.symptom, version.value, version.entered)
        elif version.note is not None:
            what, stood = tr.text("Note"), version.note
        else:
            what, stood = tr.text("Entry at a time"), self._entry(version.timed)
        return tr.text(
            "Until {when}: {what}: {stood}",
            when=tr.moment(at),
            what=what,
            stood=stood,
        )

    def _reading(self, item: str, value: ReadingValue | None, entered: str | None) -> str:
        if entered or value is None:
            return show_typed(entered) if entered else ""
        if item not in self._items:
            return str(value)
        try:
            return self._items.get(item).show(value, self._tr)
        except (ArithmeticError, IndexError, TypeError, ValueError):
            # A value that no write of ours leaves.
            return str(value)

    def _entry(self, entry: TimedEntry | None) -> str:
        if entry is None:
            return ""
        fever = "" if entry.fever is None else self._reading(_FEVER, entry.fever, entry.entered)
        return " · ".join(each for each in (self._tr.time(entry.at), fever, entry.note or "") if each)

    def _timed(self, row: Mapping[str, Any]) -> list[str]:
        fever, entered = row.get("fever"), row.get("entered")
        shown = ""
        if isinstance(fever, int | float):
            shown = self._reading(_FEVER, fever, entered if isinstance(entered, str) else None)
        try:
            at = self._tr.time(time.fromisoformat(_text(row, "at")))
        except ValueError:
            at = _text(row, "at")
        return [at, shown, _text(row, "note")]

    def _result(self, row: Mapping[str, Any]) -> list[str]:
        code = _text(row, "analyte")
        name = self._tests.get(code).name(self._tr) if code in self._tests else code
        return [name, f"{_text(row, 'value_text')} {_text(row, 'unit')}".strip(), _text(row, "laboratory")]

    def _check_up(self, row: Mapping[str, Any]) -> list[str]:
        kind = CHECK_UPS.get(_text(row, "kind"))
        return ["" if kind is None else self._tr.text(kind), _text(row, "name")]


def _note(row: Mapping[str, Any]) -> list[str]:
    return [_text(row, "note")]


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
