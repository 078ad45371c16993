"""What was learnt, and the safety card, to and from plain JSON values.

    "learning": {"articles": [{"article", "progress", "anchor", "finished", "bookmarked", "note"}],
                 "answers": [{"day", "article", "item", "right"}],
                 "teach_backs": [{"day", "article", "results": [{"said" or "undecided", "words"}],
                                   "action"}]},
    "safety_card": {"whom", "ticks": [code], "notes", "medicines", "allergies", "car_t"}

Both are absent when there is nothing in them, and so is each of their parts.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from lupusdiary.domain.learning import (
    MOST_MESSAGES,
    MOST_QUIZ_ITEMS,
    ArticleState,
    Learnt,
    QuizAnswer,
    SafetyCard,
    TeachBack,
    TeachBackResult,
)
from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange.entry import Entry, text_of
from lupusdiary.exchange.gather import Gathered
from lupusdiary.language import Refusal

Plain = dict[str, Any]


def encode_learning(contents: DiaryContents) -> Plain:
    """The two keys of the document, as far as there is something to say."""
    learnt, card = contents.learning, contents.safety_card
    learning = {
        "articles": [_article(state) for state in learnt.articles],
        "answers": [
            {"day": each.day.isoformat(), "article": each.article, "item": each.item, "right": each.right}
            for each in learnt.answers
        ],
        "teach_backs": [_teach_back(each) for each in learnt.teach_backs],
    }
    on_card: Plain = {
        "whom": card.whom,
        "ticks": list(card.ticks),
        "notes": card.notes,
        "medicines": card.medicines,
        "allergies": card.allergies,
        "car_t": card.car_t,
    }
    return _filled({"learning": _filled(learning), "safety_card": _filled(on_card)})


def decode_learning(lists: Gathered) -> Learnt:
    """What the key "learning" of the document says, without the rows that are wrong."""
    return lists.one("learning", lambda entry: _learnt(lists, entry)) or Learnt()


def _learnt(lists: Gathered, entry: Entry) -> Learnt:
    return Learnt(
        lists.sorted("learning: articles", _read_article, attrgetter("article"), entry),
        lists.sorted("learning: answers", _read_answer, attrgetter("day"), entry),
        lists.sorted("learning: teach_backs", _read_teach_back, attrgetter("day"), entry),
    )


def decode_card(card: Entry) -> SafetyCard:
    """What the key "safety_card" of the document says."""
    # An older program wrote items of the check-in here; the signs are those of the table now.
    card.items("signs")
    return SafetyCard(
        whom=card.string("whom"),
        ticks=tuple(text_of(tick, "ticks") for tick in card.items("ticks")),
        notes=card.string("notes"),
        medicines=card.string("medicines"),
        allergies=card.string("allergies"),
        car_t=card.string("car_t"),
    )


def _filled(values: Plain) -> Plain:
    return {key: value for key, value in values.items() if value}


def _article(state: ArticleState) -> Plain:
    return {"article": state.article} | _filled(
        {
            "progress": state.progress,
            "anchor": state.anchor,
            "finished": state.finished,
            "bookmarked": state.bookmarked,
            "note": state.note,
        }
    )


def _teach_back(each: TeachBack) -> Plain:
    results = [_result(result) for result in each.results]
    found = {"day": each.day.isoformat(), "article": each.article, "results": results, "action": each.action}
    return _filled(found)


def _result(result: TeachBackResult) -> Plain:
    told = {"undecided": True} if result.said is None else {"said": result.said}
    return told | _filled({"words": result.words})


def _read_article(entry: Entry) -> ArticleState:
    progress = float(entry.number("progress") or 0)
    if not 0 <= progress <= 1:
        raise Refusal("An article is read between 0 and 1, not {number}.", number=progress)
    return ArticleState(
        article=entry.must("article"),
        progress=progress,
        anchor=entry.string("anchor"),
        finished=entry.flag("finished") or False,
        bookmarked=entry.flag("bookmarked") or False,
        note=entry.string("note"),
    )


def _read_answer(entry: Entry) -> QuizAnswer:
    item, right = entry.number("item"), entry.flag("right")
    if item is None or item != int(item) or right is None:
        raise Refusal("“item” must be a whole number and “right” true or false.")
    if not 0 <= item < MOST_QUIZ_ITEMS:
        raise Refusal("A quiz has no question {number}.", number=int(item))
    return QuizAnswer(entry.must_day("day"), entry.must("article"), int(item), right)


def _read_teach_back(entry: Entry) -> TeachBack:
    if len(entry.items("results")) > MOST_MESSAGES:
        raise Refusal("A teach-back has at most {limit} messages.", limit=MOST_MESSAGES)
    results = tuple(entry.each("results", _read_result))
    return TeachBack(entry.must_day("day"), entry.must("article"), results, entry.string("action"))


def _read_result(entry: Entry) -> TeachBackResult:
    said = entry.flag("said")
    if entry.flag("undecided"):
        said = None
    elif said is None:
        raise Refusal("“{field}” is missing.", field="said")
    return TeachBackResult(said, entry.string("words"))
