"""Reads what an article says of itself: the TOML between its two +++ lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from lupusdiary.education.content.article import Front, QuizItem, SlideText, TeachBackMessage
from lupusdiary.education.content.categories import CATEGORIES
from lupusdiary.education.content.content_fault import ContentFault, Faults, missing, not_a_list
from lupusdiary.education.content.text_file import no_date, read_toml
from lupusdiary.language import Refusal

FENCE = "+++"
_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_KNOWN = {field.name for field in fields(Front)}
_IN_TABLE = {
    "quiz": {field.name for field in fields(QuizItem)},
    "teach_back": {field.name for field in fields(TeachBackMessage)},
    "slides": {field.name for field in fields(SlideText)},
}
_REVIEW = re.compile(r"\S.*, (\d{4}-\d{2}-\d{2})")
_MOST_OPTIONS = 5
# A year with two digits turned round is no day on which an article was written.
_YEARS = range(2000, 2101)


def split(text: str) -> tuple[str, str, int] | None:
    """The front matter, the body, and the line on which the body begins; None where a fence is missing."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None
    for at, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 2
    return None


class FrontReader:
    """Reads one front matter; what is wrong goes to `faults`."""

    def __init__(self, text: str, faults: Faults) -> None:
        self._lines = text.split("\n")
        self._faults = faults
        self._values: Mapping[str, Any] = {}

    def read(self) -> Front | None:
        """What the article says of itself as far as it can be read, or None when nothing can."""
        try:
            self._values = read_toml("\n".join(self._lines), self._faults.path, first_line=2)
        except ContentFault as fault:
            self._faults.found.append(fault)
            return None
        for key in self._values.keys() - _KNOWN:
            self._faults.add(
                self.line(key), Refusal("“{name}” is not known here; take it out.", name=key[:40])
            )
        return self._front()

    def line(self, key: str, nth: int = 0) -> int:
        """The line of the file on which a key, or the nth table of that name, stands."""
        start = re.compile(rf"\s*(?:\[\[?\s*{re.escape(key)}\s*\]|{re.escape(key)}\s*=)")
        found = [at for at, line in enumerate(self._lines, start=2) if start.match(line)]
        # What is missing belongs below the first fence.
        return found[min(nth, len(found) - 1)] if found else 2

    def _line_in(self, table: str, nth: int, key: str) -> int:
        """The line of a key of the nth table of that name; of the table's head where the key is missing."""
        head = self.line(table, nth)
        for at, line in enumerate(self._lines[head - 1 :], start=head + 1):
            if line.lstrip().startswith("["):
                break
            if re.match(rf"\s*{re.escape(key)}\s*=", line):
                return at
        return head

    def _front(self) -> Front:
        day = self._date()
        return Front(
            id=self._id(),
            title=self._text(self._values, "title"),
            summary=self._text(self._values, "summary"),
            action=self._text(self._values, "action"),
            sources=self._list(self._values, "sources"),
            symptoms=self._list(self._values, "symptoms"),
            analytes=self._list(self._values, "analytes"),
            medicines=self._list(self._values, "medicines"),
            events=self._list(self._values, "events"),
            category=self._category(),
            order=self._order(),
            date=day,
            review=self._review(day),
            no_figure=self._text(self._values, "no_figure", must=False),
            one_language=self._text(self._values, "one_language", must=False),
            quiz=tuple(self._quiz(item, nth) for nth, item in enumerate(self._tables("quiz"))),
            teach_back=tuple(
                TeachBackMessage(
                    self._text(item, "message", table="teach_back", nth=nth),
                    self._text(item, "ask", table="teach_back", nth=nth),
                )
                for nth, item in enumerate(self._tables("teach_back"))
            ),
            slides=tuple(
                SlideText(
                    self._text(item, "section", table="slides", nth=nth),
                    self._text(item, "says", table="slides", nth=nth),
                    self._text(item, "more", must=False, table="slides", nth=nth),
                    self._text(item, "caveat", must=False, table="slides", nth=nth),
                    self._text(item, "ask", must=False, table="slides", nth=nth),
                )
                for nth, item in enumerate(self._tables("slides"))
            ),
        )

    def _id(self) -> str:
        id, name = self._text(self._values, "id"), self._faults.path.stem
        if id and not _ID.fullmatch(id):
            why = Refusal("Write the id in small letters, digits and _, such as “my_kidneys”.")
            self._faults.add(self.line("id"), why)
        elif id and id != name:
            why = Refusal("The id and the name of the file must be the same: “{name}”.", name=name)
            self._faults.add(self.line("id"), why)
        return id

    def _category(self) -> str:
        category = self._text(self._values, "category")
        if category and category not in CATEGORIES:
            known = ", ".join(CATEGORIES)
            self._faults.add(self.line("category"), Refusal("The category is one of: {known}.", known=known))
        return category

    def _order(self) -> int:
        order = self._values.get("order")
        if isinstance(order, int) and not isinstance(order, bool) and 0 <= order < 100_000:
            return order
        self._faults.add(self.line("order"), Refusal("“{name}” must be a whole number.", name="order"))
        return 0

    def _date(self) -> date:
        day = self._values.get("date")
        if isinstance(day, date) and not isinstance(day, datetime) and day.year in _YEARS:
            return day
        self._faults.add(self.line("date"), no_date())
        return date.min

    def _review(self, written: date) -> str:
        review = self._text(self._values, "review", must=False)
        found = _REVIEW.fullmatch(review)
        try:
            read = date.fromisoformat(found[1]) if found else None
        except ValueError:
            read = None
        if review and read is None:
            why = Refusal(
                "Write who has read it and on which day, such as {example}; leave it empty until then.",
                example='review = "Kim Min-ji, 2027-01-31"',
            )
            self._faults.add(self.line("review"), why)
        elif read is not None and read < written:
            why = Refusal("This was read before the text’s date: have it read again, or leave it empty.")
            self._faults.add(self.line("review"), why)
        return review

    def _feedback(self, item: Mapping[str, Any], options: int, nth: int) -> tuple[str, ...]:
        """A text an option, empty where the explanation is enough."""
        if "feedback" not in item:
            return ()
        found = item["feedback"]
        texts = found if isinstance(found, list) and all(isinstance(each, str) for each in found) else []
        if len(texts) != options:
            why = Refusal("“feedback” has one text for each option, “” where there is nothing to say.")
            self._faults.add(self._line_in("quiz", nth, "feedback"), why)
        return tuple(" ".join(each.split()) for each in texts)

    def _quiz(self, item: Mapping[str, Any], nth: int) -> QuizItem:
        options = self._list(item, "options", table="quiz", nth=nth)
        answer = item.get("answer")
        whole = isinstance(answer, int) and not isinstance(answer, bool)
        place = "answer" if 2 <= len(options) <= _MOST_OPTIONS else "options"
        if not 2 <= len(options) <= _MOST_OPTIONS or not whole or not 0 <= int(answer or 0) < len(options):
            why = Refusal(
                "A question has two to five options; “answer” counts them from 0 and says which is right."
            )
            self._faults.add(self._line_in("quiz", nth, place), why)
        return QuizItem(
            question=self._text(item, "question", table="quiz", nth=nth),
            options=options,
            answer=int(answer) if isinstance(answer, int) else 0,
            explanation=self._text(item, "explanation", table="quiz", nth=nth),
            statement=self._text(item, "statement", must=False, table="quiz", nth=nth),
            true=item.get("true", True) is True,
            safety=item.get("safety", False) is True,
            feedback=self._feedback(item, len(options), nth),
        )

    def _tables(self, name: str) -> list[Mapping[str, Any]]:
        found = self._values.get(name, [])
        if isinstance(found, list) and all(isinstance(item, dict) for item in found):
            for nth, item in enumerate(found):
                for key in item.keys() - _IN_TABLE[name]:
                    self._faults.add(self._line_in(name, nth, key), _misplaced(key, name))
            return found
        self._faults.add(self.line(name), Refusal("Write each of them below a line [[{name}]].", name=name))
        return []

    def _text(
        self, values: Mapping[str, Any], name: str, *, must: bool = True, table: str = "", nth: int = 0
    ) -> str:
        value = values.get(name, "")
        if isinstance(value, str) and (value.strip() or not must):
            return " ".join(value.split())
        line = self._line_in(table, nth, name) if table else self.line(name)
        self._faults.add(line, missing(name))
        return ""

    def _list(
        self, values: Mapping[str, Any], name: str, *, table: str = "", nth: int = 0
    ) -> tuple[str, ...]:
        value = values.get(name, [])
        if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
            return tuple(value)
        line = self._line_in(table, nth, name) if table else self.line(name)
        self._faults.add(line, not_a_list(name))
        return ()


def _misplaced(key: str, table: str) -> Refusal:
    if key in _KNOWN:
        return Refusal("Put “{name}” above the first line [[{table}]].", name=key, table=table)
    return Refusal("“{name}” is not known here; take it out.", name=key[:40])
