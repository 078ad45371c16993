"""What was removed, and how a day stood before, in the words of the pages on which they stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from lupusdiary.diary import Diary
from lupusdiary.diary.changes.earlier_versions import EarlierIntake, EarlierVersion
from lupusdiary.diary.changes.replaced import Replaced, dose_of
from lupusdiary.diary.changes.trash import NAMES, Removed
from lupusdiary.domain.day_record import ReadingValue, TimedEntry
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.intake_wording import STATE_WORDS, slot_name
from lupusdiary.domain.medicines.wording import dose_number, said_amount
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.domain.typed_unit import show_typed
from lupusdiary.domain.visits import CHECK_UPS
from lupusdiary.language import Message, Translator, mark

# What has no place in the trash of its own.
_OTHERS: Mapping[str, Message] = {
    "profile": mark("what is known of you"),
    "setting": mark("a line of the safety card"),
    "safety_card": mark("the safety card"),
    "article_mark": mark("a note on an article"),
    "medicine_plan": mark("a plan of a medicine"),
}
_FEVER, _OWN_ITEM = "fever", "tracked_symptom"
# The first of these that a thing has says when it was.
_DAYS = ("day", "collected_on", "start_day", "first_on", "last_on")
_LONGEST = 160
# What belongs to a thing, beside its columns.
_PARTS = "parts"


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
            "dose_period": self._dose,
            "medicine_plan": lambda row: [_text(row, "text")],
            "visit_question": lambda row: [_text(row, "text"), _text(row, "answer")],
            "visit_page": lambda row: [_text(row, "department"), _text(row, "hospital")],
            "profile": lambda row: [_text(row, "name"), _text(row, "hospital_number")],
            "setting": lambda row: [_text(row, "value")],
            "safety_card": lambda row: [_text(row, "whom"), _text(row, "notes")],
            "article_mark": lambda row: [_text(row, "note")],
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
        day = _day(removed.visit_day) or day
        parts = {**row, _PARTS: removed.belonging}
        said = [removed.medicine or "", *tell(parts), "" if day is None else tr.date(day)]
        if removed.kind == _OWN_ITEM and removed.belonging:
            said.append(tr.plural("{count} entry", "{count} entries", len(removed.belonging)))
        return " · ".join(
            [tr.moment(at), tr.text(NAMES[removed.kind]), *(_short(each) for each in said if each)]
        )

    def replaced(self, version: Replaced) -> str:
        """How one thing stood before a change, in a line: until when, what it is, what was written over."""
        tr, row = self._tr, version.values
        day = next((found for name in _DAYS if (found := _day(row.get(name)))), None)
        parts = {**row, _PARTS: [values for _, values in version.parts]}
        said = [version.medicine or "", *self._what.get(version.kind, _note)(parts)]
        said += [tr.date(then) if (then := _day(value)) else _plain(value) for value in version.was]
        told = dict.fromkeys(_short(each) for each in (*said, "" if day is None else tr.date(day)) if each)
        return tr.text(
            "Until {when}: {what}: {stood}",
            when=tr.moment(version.at.astimezone(self._zone)),
            what=tr.text({**_OTHERS, **NAMES}[version.kind]),
            stood=" · ".join(told),
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
        elif version.intake is not None:
            what, stood = version.intake.medicine, self._taken(version.intake)
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

    def _taken(self, intake: EarlierIntake) -> str:
        tr = self._tr
        slot = "" if intake.intake is None else slot_name(intake.intake, tr)
        amounts = [
            said_amount(dose_number(part.amount), part.amount_unit or part.unit or "", tr)
            for part in intake.parts
            if part.amount is not None
        ]
        said = (slot, tr.text(STATE_WORDS[intake.state]), *amounts, intake.note or "")
        return " · ".join(each for each in said if each)

    def _dose(self, row: Mapping[str, Any]) -> list[str]:
        """The words of the paper; of a dose that was typed by itself, what was taken."""
        printed = _text(row, "printed")
        if printed:
            return [printed]
        period = dose_of(row, row.get(_PARTS) or ())
        return [_text(row, "note")] if period is None else [dose_words(period, self._tr), period.note or ""]

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


def _plain(value: object) -> str:
    """A value of a column as it is typed; what a list holds."""
    if isinstance(value, float):
        return f"{value:g}"
    text = str(value)
    try:
        listed = json.loads(text) if text.startswith("[") else None
    except (ValueError, RecursionError):
        listed = None
    return ", ".join(map(str, listed)) if isinstance(listed, list) else text


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
