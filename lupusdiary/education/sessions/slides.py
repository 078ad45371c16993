"""The slides of an article: the lines that it says for them, its drawings, and its warning boxes by level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lupusdiary.domain.urgency import grouped, urgency
from lupusdiary.education.content.article import (
    Article,
    Figure,
    Section,
    SlideText,
    Warning,
    line_text,
    lines_of,
)
from lupusdiary.education.content.disclaimers import differs
from lupusdiary.language import translator


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen. `kind` is title, section, warning or action; `caveat` stands beside a number as long as the
    number does; `notes` is the whole text, for the presenter, `ask` a question to the group; `part` of
    `parts` says where a section goes on; `differs` asks for the sentence that people differ."""

    heading: str
    lines: tuple[str, ...]
    figure: Figure | None
    notes: str
    anchor: str | None
    kind: str = "section"
    part: int = 1
    parts: int = 1
    differs: bool = False
    caveat: str = ""
    ask: str = ""


def slides(article: Article, anchors: tuple[str, ...] = ()) -> list[Slide]:
    """The slides of an article, or of some of its sections: title, sections, and what to do next. A
    hospital's own article that says no lines for slides shows its three messages, its drawings and its
    warnings."""
    caution = differs(article)
    whole = not anchors
    found = [_title(article, caution)]
    if not article.slides:
        found += [
            Slide(each.message, (), None, f"{each.message}\n\n{each.ask}", None, differs=caution, part=part)
            for part, each in enumerate(article.teach_back, start=1)
        ]
    for section in article.sections:
        if whole or section.anchor in anchors:
            said = [each for each in article.slides if each.section == section.anchor]
            found += _section(section, said, caution)
    if whole:
        found.append(
            Slide(article.title, (article.action,), None, article.action, None, "action", 1, 1, caution)
        )
    return found


def _title(article: Article, caution: bool) -> Slide:
    return Slide(article.title, (), None, article.summary, None, "title", 1, 1, caution)


def _section(section: Section, said: Sequence[SlideText], caution: bool) -> list[Slide]:
    figures = [block for block in section.blocks if isinstance(block, Figure)]
    notes = "\n\n".join(line_text(line) for block in section.blocks for line in lines_of(block))
    made: list[tuple[str, str, tuple[str, ...], Figure | None, str, str]] = []
    for at in range(max(len(said), len(figures))):
        figure = figures[at] if at < len(figures) else None
        if at < len(said):
            text = said[at]
            more = (text.more,) if text.more else ()
            made.append(("section", text.says, more, figure, text.caveat, notes))
        elif figure is not None:
            made.append(("section", figure.caption, (), figure, "", notes))
    made += [
        ("warning", heading, lines, None, "", notes)
        for block in section.blocks
        if isinstance(block, Warning)
        for heading, lines in _warnings(section, block)
    ]
    asks = [text.ask for text in said]
    return [
        Slide(
            *(heading, lines, figure, spoken, section.anchor, kind, part, len(made), caution, caveat),
            ask=asks[part - 1] if part <= len(asks) else "",
        )
        for part, (kind, heading, lines, figure, caveat, spoken) in enumerate(made, start=1)
    ]


def _warnings(section: Section, box: Warning) -> list[tuple[str, tuple[str, ...]]]:
    """A box as headings, each with its lines: what is to be done is the heading."""
    if not box.ids:
        return [(section.heading, tuple(line_text(line) for line in box.paragraphs))]
    table = urgency()
    tr = translator("ko" if _is_korean(box) else "en")
    found = [
        (group.heading(tr), tuple(sign.short(tr) for sign in group.signs))
        for group in grouped(table.sign(id) for id in box.ids if id in table)
    ]
    said = tuple(tr.pick(*table.sentence(id)) for id in box.ids if table.has_sentence(id))
    if not found:
        return [(section.heading, said)]
    heading, last = found[-1]
    return [*found[:-1], (heading, last + said)]


def _is_korean(box: Warning) -> bool:
    return any("가" <= sign <= "힣" for sign in line_text(box.paragraphs[0]))
