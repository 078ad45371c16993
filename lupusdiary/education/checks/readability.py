"""How easy a text is to read: the school grade of English, long sentences and unexplained words in Korean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lupusdiary.education.content.article import (
    Article,
    Bullets,
    Link,
    Paragraph,
    Term,
    blocks_of,
    line_text,
    lines_of,
    spans_of,
)
from lupusdiary.education.content.glossary import Glossary
from lupusdiary.education.content.sentences import sentences

# Texts for everybody are written for school grade 6 to 8; easier is no fault.
HARDEST_GRADE = 8.0
MEAN_EOJEOL, LONGEST_EOJEOL = 13.0, 28
# Words of the glossary that an article may use without explaining or linking them, in a hundred words.
UNEXPLAINED = 1.5

# An abbreviation; Korean words in brackets say which of two meanings it is.
_SHORT = re.compile(r"\s*\([^)가-힣]*\)")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’./\-]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT_VOWELS = re.compile(r"(ia|io|iu|eo|ua|uo)(?!u)")
_ONE_SOUND = re.compile(r"tio|sio|cia|gio|qua|quo|tia")


@dataclass(frozen=True, slots=True)
class KoreanMeasure:
    """Words (eojeol) a sentence, on average and in the longest one."""

    mean: float
    longest: int
    longest_sentence: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of an article and the line of the file where its paragraph begins."""

    text: str
    line: int


def spoken_sentences(article: Article) -> list[Spoken]:
    """The sentences of its paragraphs and lists; fixed warning texts are not ours to measure."""
    return [
        Spoken(sentence, block.line)
        for block in blocks_of(article)
        if isinstance(block, Paragraph | Bullets)
        for line in lines_of(block)
        for sentence in sentences(line_text(line))
    ]


def grade(texts: list[str]) -> float:
    """The Flesch-Kincaid grade of English sentences."""
    words = [word for text in texts for word in _WORD.findall(text)]
    if not words:
        return 0.0
    heard = sum(syllables(part) for word in words for part in re.split(r"[-/]", word) if part)
    return 0.39 * len(words) / len(texts) + 11.8 * heard / len(words) - 15.59


def syllables(word: str) -> int:
    """About how many syllables an English word has; at least one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(letters))
    if letters.endswith("e") and not letters.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if letters.endswith("es") and not re.search(r"(?:s|z|ch|sh|g|c|x|i|e)es$", letters) and count > 1:
        count -= 1
    if letters.endswith("ed") and not letters.endswith(("ted", "ded", "eed", "ied")) and count > 1:
        count -= 1
    if _SPLIT_VOWELS.search(letters) and not _ONE_SOUND.search(letters):
        count += 1
    return max(1, count - (letters in ("people", "peoples")))


def korean(texts: list[str]) -> KoreanMeasure:
    """How long Korean sentences are."""
    lengths = [len(text.split()) for text in texts] or [0]
    longest = max(range(len(lengths)), key=lambda at: lengths[at])
    return KoreanMeasure(sum(lengths) / len(lengths), lengths[longest], texts[longest] if texts else "")


def unexplained(article: Article, glossary: Glossary) -> list[str]:
    """Words of the glossary that stand in a Korean article without being marked as a term there."""
    marked = {span.term for _, span in spans_of(article) if isinstance(span, Term)}
    told = article.title + " " + " ".join(section.heading for section in article.sections)
    text = "\n".join(_unlinked(article))
    explained = {word for id in marked if id in glossary for word in _spellings(glossary.get(id).ko)}
    # A longer term holds the shorter one inside it: what it covers is not looked at again.
    names = sorted(
        ((word, term.id) for term in glossary for word in _spellings(term.ko)), key=lambda each: -len(each[0])
    )
    found: list[str] = []
    for name, id in names:
        if len(name) > 1 and name in text:
            text = text.replace(name, "\n")
            if name not in explained and name not in told and article.id not in glossary.get(id).articles:
                found.append(name)
    return found


def _unlinked(article: Article) -> Iterator[str]:
    """The words of paragraphs and lists; a link leads to the article that explains what it says."""
    for block in blocks_of(article):
        for line in lines_of(block) if isinstance(block, Paragraph | Bullets) else ():
            yield line_text([span for span in line if not isinstance(span, Link)])


def _spellings(name: str) -> list[str]:
    """A term as the glossary names it and without its abbreviation."""
    return list(dict.fromkeys([name, _SHORT.sub("", name).strip()]))
