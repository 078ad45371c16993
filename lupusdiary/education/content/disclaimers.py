"""Sentences that stand unchanged wherever something is taught."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lupusdiary.education.content.article import Article, Figure, Front, line_text, lines_of
from lupusdiary.language import Translator, mark

NOT_YOUR_DOCTOR = mark("This information does not replace your doctor.")
PEOPLE_DIFFER = mark("Every person’s course is different: what happened to one does not predict another’s.")
_CAR_T = "car_t"
_NAMED = "CAR-T"


def review_state(front: Front, tr: Translator) -> str:
    """Whether a clinician has read an article, honestly."""
    if front.review:
        return tr.text("Reviewed by {reviewer}.", reviewer=front.review)
    return tr.text("Written from the sources below; not yet reviewed by a clinician.")


def written_on(front: Front, tr: Translator) -> str:
    """Of which day the text is."""
    return tr.text("As of {date}", date=tr.date(front.date, "short"))


def about_car_t(front: Front) -> bool:
    """Whether CAR-T is what an article is about."""
    return front.category == _CAR_T


def names_car_t(texts: Iterable[str]) -> bool:
    """Whether CAR-T shows in any of them."""
    return any(_NAMED in text for text in texts)


def differs(article: Article) -> bool:
    """Whether it must be said beside an article that people differ: wherever CAR-T shows."""
    return about_car_t(article) or names_car_t(_words(article))


def _words(article: Article) -> Iterator[str]:
    yield from (article.title, article.summary, article.action)
    for item in article.quiz:
        yield from (item.question, *item.options, item.explanation)
    for each in article.teach_back:
        yield from (each.message, each.ask)
    for section in article.sections:
        yield section.heading
        for block in section.blocks:
            if isinstance(block, Figure):
                yield from (block.caption, block.alt)
            yield from (line_text(line) for line in lines_of(block))
