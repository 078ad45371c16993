"""Checks how easily an article reads: school grade in English, length and unexplained words in Korean."""

from __future__ import annotations

from collections.abc import Iterator

from lupusdiary.education.checks.checked import CheckedArticle
from lupusdiary.education.checks.readability import (
    HARDEST_GRADE,
    LONGEST_EOJEOL,
    MEAN_EOJEOL,
    UNEXPLAINED,
    Spoken,
    grade,
    korean,
    spoken_sentences,
    unexplained,
)
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.glossary import Glossary
from lupusdiary.language import Refusal

_NOT_SAID = ("당신", "그녀")
# So many words of a sentence tell which one is meant.
_SHOWN = 40


def check_readability(checked: CheckedArticle, glossary: Glossary) -> Iterator[ContentFault]:
    """What makes an article hard to read, at the sentence with which to begin."""
    spoken = spoken_sentences(checked.article)
    if not spoken:
        return
    if checked.article.language == "en":
        yield from _english(checked, spoken)
    else:
        yield from _korean(checked, spoken)
        yield from _unexplained(checked, spoken, glossary)


def _place(checked: CheckedArticle, sentence: Spoken) -> int:
    return checked.line(sentence.text[:12], sentence.line)


def _english(checked: CheckedArticle, spoken: list[Spoken]) -> Iterator[ContentFault]:
    found = round(grade([each.text for each in spoken]), 1)
    if found > HARDEST_GRADE:
        hardest = max(spoken, key=lambda each: grade([each.text]) * len(each.text.split()))
        why = Refusal(
            "The text reads like school grade {grade}; write it for 6 to 8, with shorter sentences and "
            "everyday words. Begin with this one: “{words}…”",
            grade=f"{found:.1f}",
            words=hardest.text[:_SHOWN],
        )
        yield checked.fault(_place(checked, hardest), why)


def _korean(checked: CheckedArticle, spoken: list[Spoken]) -> Iterator[ContentFault]:
    found = korean([each.text for each in spoken])
    if found.mean > MEAN_EOJEOL:
        longest = next(each for each in spoken if each.text == found.longest_sentence)
        why = Refusal(
            "The sentences have {mean} words on average; {limit} are enough. Begin with this one: “{words}…”",
            mean=f"{found.mean:.1f}",
            limit=f"{MEAN_EOJEOL:.0f}",
            words=longest.text[:_SHOWN],
        )
        yield checked.fault(_place(checked, longest), why)
    for each in spoken:
        if (count := len(each.text.split())) > LONGEST_EOJEOL:
            why = Refusal(
                "This sentence has {count} words; make two of it: “{words}…”",
                count=count,
                words=each.text[:_SHOWN],
            )
            yield checked.fault(_place(checked, each), why)
    for word in _NOT_SAID:
        if any(word in line for line in checked.lines):
            yield checked.fault(checked.line(word), Refusal("Write this without “{word}”.", word=word))


def _unexplained(checked: CheckedArticle, spoken: list[Spoken], glossary: Glossary) -> Iterator[ContentFault]:
    words = sum(len(each.text.split()) for each in spoken)
    jargon = unexplained(checked.article, glossary)
    if len(jargon) * 100 > UNEXPLAINED * words:
        first = next((each.line for each in spoken if jargon[0] in each.text), checked.first_line)
        why = Refusal(
            "Too many words of the glossary are not explained here. Mark them as [words](term:id) where they "
            "first stand, or use everyday words: {words}.",
            words=", ".join(jargon[:12]),
        )
        yield checked.fault(checked.line(jargon[0], first), why)
