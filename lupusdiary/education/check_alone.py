"""Checks one article by itself: what it points to is there, facts have sources, and it reads easily."""

from __future__ import annotations

from collections.abc import Iterator

from lupusdiary.education.article import Bullets, Figure, Link, Paragraph, Source, Term, lines_of, spans_of
from lupusdiary.education.checked import CheckedArticle, Known
from lupusdiary.education.content_fault import ContentFault
from lupusdiary.education.readability import (
    HARDEST_GRADE,
    LONGEST_EOJEOL,
    MEAN_EOJEOL,
    UNEXPLAINED,
    body_sentences,
    grade,
    korean,
    unexplained,
)
from lupusdiary.language import Refusal

_NOT_SAID = ("당신", "그녀")


def check_alone(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    """What is wrong with an article, whatever the other language says."""
    yield from _front(checked, known)
    yield from _pointers(checked, known)
    yield from _sources(checked, known)
    yield from _figures(checked, known)
    if checked.article.language == "en":
        yield from _english(checked)
    else:
        yield from _korean(checked, known)


def _front(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    article = checked.article
    for field, codes in known.codes.items():
        for code in getattr(article, field):
            if codes and code not in codes:
                why = Refusal("“{code}” is not known among the {field}.", code=code[:60], field=field)
                yield checked.fault(checked.key_line(field), why)
    if not 2 <= len(article.quiz) <= 4:
        yield checked.fault(checked.key_line("quiz"), Refusal("A quiz has 2 to 4 questions."))
    if len(article.teach_back) != 3:
        why = Refusal("A teach-back has exactly three messages.")
        yield checked.fault(checked.key_line("teach_back"), why)
    anchors = [section.anchor for section in article.sections]
    for anchor in sorted({each for each in anchors if anchors.count(each) > 1}):
        why = Refusal("The anchor “{anchor}” is there twice.", anchor=anchor)
        yield checked.fault(checked.section_line(anchor), why)


def _pointers(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    met: set[str] = set()
    for _, span in spans_of(checked.article):
        if isinstance(span, Link) and span.article not in known.articles:
            why = Refusal("There is no article “{name}” to lead to.", name=span.article)
            yield checked.fault(checked.line(f"(article:{span.article})"), why)
        if isinstance(span, Term):
            line = checked.line(f"(term:{span.term})")
            if span.term not in known.glossary:
                yield checked.fault(line, Refusal("The glossary does not hold “{term}”.", term=span.term))
            elif span.term in met:
                why = Refusal("Mark “{term}” only where it first stands.", term=span.term)
                yield checked.fault(line, why)
            met.add(span.term)


def _sources(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    used = {span.key for _, span in spans_of(checked.article) if isinstance(span, Source)}
    listed = set(checked.article.sources)
    for key in sorted(used - listed):
        why = Refusal("List the source “{key}” in the front matter.", key=key)
        yield checked.fault(checked.line(f"[^{key}]"), why)
    for key in sorted(listed - used):
        why = Refusal("The source “{key}” is listed but not used; take it out.", key=key[:60])
        yield checked.fault(checked.key_line("sources"), why)
    for key in sorted((used | listed) - set(known.sources)):
        why = Refusal("Describe the source “{key}” in sources.toml.", key=key[:60])
        yield checked.fault(checked.key_line("sources"), why)
    for section in checked.article.sections:
        for block in section.blocks:
            marked = any(isinstance(span, Source) for line in lines_of(block) for span in line)
            if isinstance(block, Paragraph | Bullets) and not marked:
                words = next((span.text for span in lines_of(block)[0] if not isinstance(span, Source)), "")
                why = Refusal("Give a source for this: [^KEY] after the sentence.")
                yield checked.fault(checked.line(words.split(". ")[0][:40]), why)


def _figures(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    figures: tuple[Figure, ...] = checked.article.figures
    for figure in figures:
        if figure.id not in known.figures:
            why = Refusal("There is no figure “{name}” in the folder “figures”.", name=figure.id)
            yield checked.fault(checked.line(f"(figure:{figure.id}"), why)
    if not figures and not checked.article.no_figure:
        why = Refusal("Put a figure in, or say in “no_figure” why there is none.")
        yield checked.fault(checked.key_line("no_figure"), why)


def _english(checked: CheckedArticle) -> Iterator[ContentFault]:
    found = grade(body_sentences(checked.article))
    if found > HARDEST_GRADE:
        why = Refusal(
            "The text reads like school grade {grade}; write it for 6 to 8, with shorter sentences and "
            "everyday words.",
            grade=f"{found:.1f}",
        )
        yield checked.fault(checked.section_line(checked.article.sections[0].anchor), why)


def _korean(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    texts = body_sentences(checked.article)
    found = korean(texts)
    first = checked.section_line(checked.article.sections[0].anchor)
    if found.mean > MEAN_EOJEOL:
        why = Refusal(
            "The sentences have {mean} words on average; {limit} are enough.",
            mean=f"{found.mean:.1f}",
            limit=f"{MEAN_EOJEOL:.0f}",
        )
        yield checked.fault(first, why)
    if found.longest > LONGEST_EOJEOL:
        why = Refusal(
            "This sentence has {count} words; make two of it: “{words}…”",
            count=found.longest,
            words=found.longest_sentence[:30],
        )
        yield checked.fault(checked.line(found.longest_sentence[:12]), why)
    words = sum(len(text.split()) for text in texts)
    jargon = unexplained(checked.article, known.glossary)
    if len(jargon) * 100 > UNEXPLAINED * words:
        why = Refusal("Explain or mark these words as terms: {words}.", words=", ".join(jargon[:12]))
        yield checked.fault(first, why)
    for word in _NOT_SAID:
        if any(word in line for line in checked.lines):
            yield checked.fault(checked.line(word), Refusal("Write this without “{word}”.", word=word))
