"""Where a question came up, in words."""

from __future__ import annotations

from datetime import date

from lupusdiary.domain.visits import OpenQuestion
from lupusdiary.language import Message, Translator, mark

_PAGES: dict[str, Message] = {
    "today": mark("Today"),
    "calendar": mark("Calendar"),
    "labs": mark("Labs"),
    "treatment": mark("Medicines"),
    "timeline": mark("Timeline"),
    "learn": mark("Learn"),
    "urgent": mark("If it is urgent"),
}


def came_up(question: OpenQuestion, titles: dict[str, str], tr: Translator) -> str:
    """The day, and the page, article or visit. `titles` are those of articles by their ids."""
    day = tr.date(question.added_on, "short") if question.added_on is not None else ""
    kind, _, what = (question.origin or "").partition(":")
    where = ""
    if kind == "page" and what in _PAGES:
        where = tr.text("on “{page}”", page=tr.text(_PAGES[what]))
    elif kind == "article" and what in titles:
        where = tr.text("from the article “{title}”", title=titles[what])
    elif kind == "visit":
        try:
            where = tr.text("left from the visit of {day}", day=tr.date(date.fromisoformat(what), "short"))
        except ValueError:
            where = ""
    return " · ".join(part for part in (day, where) if part)
