"""A question of the check-in as it is asked about a day that is over."""

from __future__ import annotations

from datetime import date

from lupusdiary.language import Translator

# In the order in which they are looked for. {day} is the day as it is written in the language.
_KOREAN = (("오늘 아침", "{day} 아침에"), ("오늘", "{day}에는"), ("지난밤", "{day} 전날 밤"))
_ENGLISH = (
    ("this morning", "on the morning of {day}"),
    ("last night", "the night before {day}"),
    ("today", "on {day}"),
)
_KOREAN_TENSE = (("개인가요?", "개였나요?"), ("있나요?", "있었나요?"))


def past_question(question: str, day: date, tr: Translator) -> str:
    """`question` about `day` and in the past; one without a question mark, the name of an own item, stays."""
    if not question.endswith("?"):
        return question
    written = tr.date(day, "short")
    for words, past in _KOREAN if tr.code == "ko" else _ENGLISH:
        if words in question:
            asked = question.replace(words, past.format(day=written), 1)
            break
    else:
        if tr.code == "ko":
            asked = f"{written}에 {question}"
        else:
            asked = f"{question[:-1].replace('Have you been', 'Were you')} on {written}?"
    if tr.code == "ko":
        for now, then in _KOREAN_TENSE:
            asked = asked.replace(now, then)
    return asked
