"""The teach-back as a card for the patient, or as an empty form to be filled in by hand, two an A4.

After the AHRQ Health Literacy Universal Precautions Toolkit, tool 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lupusdiary.domain.learning import TeachBack, TeachBackResult
from lupusdiary.education.content.article import Article
from lupusdiary.language import Translator
from lupusdiary.report.typesetting import typeset

_TEMPLATE = "teach_back_card.typ"
_FORMS_A_PAGE = 2
_NOTHING = TeachBackResult(said=None)


def write_pdf(
    articles: Sequence[Article],
    teach_back: TeachBack | None,
    languages: Sequence[Translator],
    numbers: str = "",
) -> bytes:
    """The PDF (PDF/UA-1) of one article, given in each of the `languages`; without a `teach_back` two empty
    forms a page; `numbers` are the hospital’s."""
    shown = [_part(article, teach_back, tr, numbers) for article, tr in zip(articles, languages, strict=True)]
    copies = 1 if teach_back is not None or len(shown) > 1 else _FORMS_A_PAGE
    data = {
        "title": " / ".join(part["title"] for part in shown),
        "parts": [part for part in shown for _ in range(copies)],
    }
    return typeset(_TEMPLATE, data, teach_back.day if teach_back else None)


def _part(article: Article, teach_back: TeachBack | None, tr: Translator, numbers: str) -> dict[str, Any]:
    results = list(teach_back.results) if teach_back else []
    results += [_NOTHING] * (len(article.teach_back) - len(results))
    pairs = zip(article.teach_back, results, strict=False)
    return {
        "lang": tr.code,
        "title": tr.text("In my own words: {title}", title=article.title),
        "blank": teach_back is None,
        "day": tr.date(teach_back.day) if teach_back else tr.text("Date:"),
        "said": tr.text("Said in own words"),
        "again": tr.text("Explain again"),
        "words": tr.text("In my own words:"),
        "messages": [
            {
                "ask": message.ask,
                "message": message.message,
                "said": result.said is True,
                "again": result.said is False,
                "words": result.words or "",
            }
            for message, result in pairs
        ],
        "should_come": tr.text("For the educator: what should come"),
        "plan": tr.text("One thing for my plan"),
        "action": (teach_back.action or "") if teach_back else "",
        "numbers_title": tr.text("My hospital’s number:"),
        "numbers": numbers,
        "closing": tr.text("This information does not replace your doctor."),
    }
