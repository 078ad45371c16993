"""Makes a document of our JSON format from the typed rows of lists, and says where each entry stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lupusdiary.exchange.fault import Faults, Place, about
from lupusdiary.exchange.gather import RowKey
from lupusdiary.exchange.json_text import parse
from lupusdiary.exchange.lists.csv_learning import learning_of
from lupusdiary.exchange.lists.csv_medicines import FLAT_LISTS, MEDICINE_LISTS, medicines_of
from lupusdiary.exchange.lists.csv_tables import PLAIN_LISTS
from lupusdiary.language import Refusal

Plain = dict[str, Any]


class Row(Plain):
    """One typed row, and where it stands."""

    def __init__(self, values: Plain, place: Place) -> None:
        super().__init__(values)
        self.place = place


class DocumentOf:
    """The document that rows make, by the names of their lists; a list that has no file is empty. A row that
    does not go together with another one is among the faults."""

    def __init__(self, rows: Mapping[str, Sequence[Row]], faults: Faults) -> None:
        self._rows = rows
        self._faults = faults
        self.origins: dict[RowKey, Place] = {}
        self.document: Plain = {"format": "lupusdiary", "version": 1}
        for line in self._of("diary"):
            self.document |= line
        profile = self._of("profile")
        self.document["profile"] = next(iter(profile), {})
        if profile:
            self.origins["profile", 1] = profile[0].place
        for line in profile[1:]:
            faults.add(line.place, Refusal("profile: only one line is expected."))
        self.document["days"] = self._days()
        self.document["visits"] = self._visits()
        self.document["analytes"] = [*self._kept("analytes", self._of("analytes")), *self._sheets()]
        for name in PLAIN_LISTS:
            self.document[name] = self._kept(name, self._of(name))
        self._each(["articles", "quiz_answers", "teach_backs"], self._learning)
        self._each([name for name, _, _ in MEDICINE_LISTS], self._medicines)
        self._other()

    def _of(self, name: str) -> Sequence[Row]:
        return self._rows.get(name, ())

    def _kept(self, name: str, rows: Sequence[Row]) -> list[Plain]:
        for number, line in enumerate(rows, start=1):
            self.origins[name, number] = line.place
        return list(rows)

    def _each(self, names: Sequence[str], take: Callable[[], None]) -> None:
        try:
            take()
        except Refusal as why:
            place = next((line.place for name in names for line in self._of(name)), Place())
            self._faults.add(Place(file=place.file, list=place.list), why)

    def _learning(self) -> None:
        lists = ("articles", "quiz_answers", "teach_backs")
        if learning := learning_of({name: list(self._of(name)) for name in lists}):
            self.document["learning"] = learning
        for name, ours in (("articles", "articles"), ("answers", "quiz_answers")):
            for number, line in enumerate(self._of(ours), start=1):
                self.origins[f"learning: {name}", number] = line.place

    def _medicines(self) -> None:
        self.document |= medicines_of({name: list(self._of(name)) for name, _, _ in MEDICINE_LISTS})
        for name in ("medicines", *FLAT_LISTS):
            for number, line in enumerate(self._of(name), start=1):
                self.origins[name, number] = line.place

    def _other(self) -> None:
        for line in self._of("other"):
            try:
                if line["key"] in self.document:
                    raise Refusal("other: “{field}” has no place there.", field=line["key"][:40])
                self.document[line["key"]] = parse(line["json"])
            except Refusal as why:
                self._faults.add(line.place, why)

    def _days(self) -> list[Plain]:
        days: dict[str, Plain] = {}
        numbers: dict[str, int] = {}

        def day(line: Row) -> Plain:
            if line["day"] not in days:
                numbers[line["day"]] = len(days) + 1
                self.origins["days", len(days) + 1] = line.place
            return days.setdefault(line["day"], {"day": line["day"]})

        def twice(line: Row, what: str) -> None:
            why = Refusal("“{code}” is there twice on {day}.", code=what[:40], day=line["day"])
            self._faults.add(about(line.place, line["day"], what), why)

        for line in self._of("readings"):
            each, code = day(line), line["symptom"]
            readings = each.setdefault("readings", {})
            if code in readings:
                twice(line, code)
                continue
            readings[code] = line["value"]
            self.origins["days", numbers[line["day"]], code] = line.place
            for name in ("how", "entered"):
                if name in line:
                    each.setdefault(name, {})[code] = line[name]
        for line in self._of("notes"):
            each = day(line)
            if "note" in each:
                twice(line, "note")
                continue
            each["note"] = line["note"]
            self.origins["days", numbers[line["day"]], "note"] = line.place
            if "how" in line:
                each.setdefault("how", {})["note"] = line["how"]
        for line in self._of("timed"):
            timed = day(line).setdefault("timed", [])
            timed.append({key: value for key, value in line.items() if key != "day"})
            self.origins["days", numbers[line["day"]], "timed", len(timed)] = line.place
        return list(days.values())

    def _visits(self) -> list[Plain]:
        visits: dict[tuple[str, str], Plain] = {}
        for line in [*self._of("visits"), *self._of("questions")]:
            key = (line["visit"], line["day"])
            visit = visits.setdefault(key, {"day": line["day"]})
            self.origins.setdefault(("visits", list(visits).index(key) + 1), line.place)
            own = {name: value for name, value in line.items() if name != "visit"}
            if "question" not in own:
                visit |= own
                continue
            visit.setdefault("questions", []).append(own["question"])
            if "asked" in own or "answer" in own:
                visit.setdefault("asked", []).append({k: v for k, v in own.items() if k != "day"})
        return list(visits.values())

    def _sheets(self) -> list[Plain]:
        sheets: dict[str | None, Plain] = {}
        before = len(self._of("analytes"))
        for line in self._of("sheets"):
            laboratory = line.get("laboratory")
            empty: Plain = {"laboratory": laboratory, "rows": []} if laboratory is not None else {"rows": []}
            if laboratory not in sheets:
                self.origins["analytes", before + len(sheets) + 1] = line.place
            sheet = sheets.setdefault(laboratory, empty)
            if "analyte" in line:
                sheet["rows"].append({k: v for k, v in line.items() if k not in ("laboratory", "row")})
        return list(sheets.values())
