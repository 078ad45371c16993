"""What was learnt as rows of our CSV lists, and back: articles, quiz answers, teach-backs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lupusdiary.language import Refusal

Plain = dict[str, Any]

# Name, needed columns, columns with their types. "teach_back" joins the rows of one teach-back, of which each
# is one message; its action stands in the first.
LEARNING_LISTS = (
    (
        "articles",
        "article progress",
        "article progress:number anchor finished:flag bookmarked:flag note",
    ),
    ("quiz_answers", "day article item right", "day:day article item:number right:flag"),
    (
        "teach_backs",
        "teach_back day article",
        "teach_back day:day article message:number said:flag undecided:flag words action",
    ),
)


def learning_rows(learning: Plain) -> dict[str, list[Plain]]:
    """The rows of each list of the key "learning" of a document."""
    told = []
    for number, each in enumerate(learning.get("teach_backs", []), start=1):
        about = {"teach_back": str(number), "day": each["day"], "article": each["article"]}
        results = [{"message": at, **result} for at, result in enumerate(each.get("results", []), start=1)]
        lines = [{**about, **result} for result in results or [{}]]
        lines[0]["action"] = each.get("action")
        told += lines
    articles = [{"progress": 0, **state} for state in learning.get("articles", [])]
    return {"articles": articles, "quiz_answers": learning.get("answers", []), "teach_backs": told}


def learning_of(rows: Mapping[str, list[Plain]]) -> Plain:
    """The key "learning" of a document from typed rows; nothing where there are none."""
    found = {
        "articles": rows.get("articles", []),
        "answers": rows.get("quiz_answers", []),
        "teach_backs": list(_teach_backs(rows.get("teach_backs", [])).values()),
    }
    return {key: value for key, value in found.items() if value}


def _teach_backs(rows: list[Plain]) -> dict[tuple[str, str, str], Plain]:
    found: dict[tuple[str, str, str], Plain] = {}
    for line in rows:
        key = (line["teach_back"], line["day"], line["article"])
        each = found.setdefault(key, {"day": line["day"], "article": line["article"]})
        if "action" in line and each.setdefault("action", line["action"]) != line["action"]:
            raise Refusal("teach_backs: one teach-back has two plans.")
        if any(key in line for key in ("message", "said", "undecided")):
            result = {key: line[key] for key in ("said", "undecided", "words") if key in line}
            each.setdefault("results", []).append((line.get("message", 0), result))
    for each in found.values():
        if "results" in each:
            each["results"] = [result for _, result in sorted(each["results"], key=lambda pair: pair[0])]
    return found
