"""Reads what an article says of itself: the TOML between its two +++ lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from typing import TypeVar

from lupusdiary.education.content.article import Front, QuizItem, SlideText, TeachBackMessage
from lupusdiary.education.content.categories import CATEGORIES
from lupusdiary.education.content.content_fault import ContentFault, ContentFaults, misspelled_id
from lupusdiary.education.content.text_file import no_date, read_toml
from lupusdiary.education.content.toml_table import ID, Lines, TomlTable
from lupusdiary.language import Refusal

FENCE = "+++"
_KNOWN = {field.name for field in fields(Front)}
_REVIEW = re.compile(r"\S.*, (\d{4}-\d{2}-\d{2})")
_MOST_OPTIONS = 5
# A year with two digits turned round is no day on which an article was written.
_YEARS = range(2000, 2101)

Item = TypeVar("Item")


def split(text: str) -> tuple[str, str, int] | None:
    """The front matter, the body, and the line on which the body begins; None where a fence is missing."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None
    for at, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 2
    return None


def read_front_matter(text: str, faults: ContentFaults) -> Front | None:
    """What the article says of itself as far as it can be read, or None when nothing can; what is wrong goes
    to `faults`."""
    try:
        values = read_toml(text, faults.path, first_line=2)
    except ContentFault as fault:
        faults.found.append(fault)
        return None
    # The first line of the file is the fence.
    lines = Lines(text, first=2)
    table = TomlTable(values, faults, lines.of)
    day = _date(table)
    front = Front(
        id=_id(table, faults.path.stem),
        title=table.words("title"),
        summary=table.words("summary"),
        action=table.words("action"),
        sources=table.texts("sources"),
        symptoms=table.texts("symptoms"),
        analytes=table.texts("analytes"),
        medicines=table.texts("medicines"),
        events=table.texts("events"),
        category=_category(table),
        order=table.whole("order", range(100_000)) or 0,
        date=day,
        review=_review(table, day),
        no_figure=table.words("no_figure", must=False),
        one_language=table.words("one_language", must=False),
        quiz=_each(table.tables("quiz", lines), "quiz", _quiz),
        teach_back=_each(table.tables("teach_back", lines), "teach_back", _message),
        slides=_each(table.tables("slides", lines), "slides", _slide),
    )
    for name in table.unknown():
        table.fault(name, _unknown(name))
    return front


def _each(tables: Iterable[TomlTable], name: str, read: Callable[[TomlTable], Item]) -> tuple[Item, ...]:
    found = []
    for table in tables:
        found.append(read(table))
        for key in table.unknown():
            table.fault(key, _above(key, name) if key in _KNOWN else _unknown(key))
    return tuple(found)


def _id(table: TomlTable, name: str) -> str:
    id = table.words("id")
    if id and not ID.fullmatch(id):
        table.fault("id", misspelled_id())
    elif id and id != name:
        why = Refusal("The id and the name of the file must be the same: “{name}”.", name=name)
        table.fault("id", why)
    return id


def _category(table: TomlTable) -> str:
    category = table.words("category")
    if category and category not in CATEGORIES:
        known = ", ".join(CATEGORIES)
        table.fault("category", Refusal("The category is one of: {known}.", known=known))
    return category


def _date(table: TomlTable) -> date:
    day = table.get("date", date)
    if day is not None and day.year in _YEARS:
        return day
    table.fault("date", no_date())
    return date.min


def _review(table: TomlTable, written: date) -> str:
    review = table.words("review", must=False)
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
        table.fault("review", why)
    elif read is not None and read < written:
        why = Refusal("This was read before the text’s date: have it read again, or leave it empty.")
        table.fault("review", why)
    return review


def _message(table: TomlTable) -> TeachBackMessage:
    return TeachBackMessage(table.words("message"), table.words("ask"))


def _slide(table: TomlTable) -> SlideText:
    return SlideText(
        table.words("section"),
        table.words("says"),
        table.words("more", must=False),
        table.words("caveat", must=False),
        table.words("ask", must=False),
    )


def _quiz(table: TomlTable) -> QuizItem:
    options, answer = table.texts("options"), table.get("answer", int)
    enough = 2 <= len(options) <= _MOST_OPTIONS
    if not enough or answer is None or not 0 <= answer < len(options):
        why = Refusal(
            "A question has two to five options; “answer” counts them from 0 and says which is right."
        )
        table.fault("answer" if enough else "options", why)
    return QuizItem(
        question=table.words("question"),
        options=options,
        answer=answer or 0,
        explanation=table.words("explanation"),
        statement=table.words("statement", must=False),
        true=table.get("true", bool, True) is True,
        safety=table.get("safety", bool, False) is True,
        feedback=_feedback(table, len(options)),
    )


def _feedback(table: TomlTable, options: int) -> tuple[str, ...]:
    """A text an option, empty where the explanation is enough."""
    found = table.get("feedback", list) or []
    texts = found if all(isinstance(each, str) for each in found) else []
    if table.has("feedback") and len(texts) != options:
        why = Refusal("“feedback” has one text for each option, “” where there is nothing to say.")
        table.fault("feedback", why)
    return tuple(" ".join(each.split()) for each in texts)


def _unknown(name: str) -> Refusal:
    return Refusal("“{name}” is not known here; take it out.", name=name[:40])


def _above(name: str, table: str) -> Refusal:
    return Refusal("Put “{name}” above the first line [[{table}]].", name=name, table=table)
