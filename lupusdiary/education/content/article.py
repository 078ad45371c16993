"""An article of the library as plain values: what stands in its front matter, and its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they are."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """Words that the glossary explains under the id `term`."""

    text: str
    term: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another article."""

    text: str
    article: str


@dataclass(frozen=True, slots=True)
class Source:
    """A mark that names the source of the sentence before it."""

    key: str


Span = Plain | Term | Link | Source
Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences. `line` is where it begins in its file, here as in every other block."""

    spans: Line
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short points, or steps in their order."""

    items: tuple[Line, ...]
    numbered: bool = False
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Warning:
    """Warning signs in a box of their own; `ids` are those of the table of danger that made it, if it did."""

    paragraphs: tuple[Line, ...]
    ids: tuple[str, ...] = ()
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of the library, with what it shows for those who do not see it."""

    id: str
    alt: str
    caption: str
    line: int = field(default=1, compare=False)


Block = Paragraph | Bullets | Warning | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it. `anchor` is the same in every language."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]
    line: int = field(default=1, compare=False)


# The options of a question that is a statement itself, in each language.
TRUE_FALSE = (("True", "False"), ("맞다", "틀리다"))


@dataclass(frozen=True, slots=True)
class QuizItem:
    """A question with one right answer, `options[answer]`, and why it is right. For O and X a group is given
    the `statement`, which is `true` or not, and says no “not”. One of `safety` comes again also after a
    right answer; `feedback` says to each option, where it says anything, what is wrong with it."""

    question: str
    options: tuple[str, ...]
    answer: int
    explanation: str
    statement: str = ""
    true: bool = True
    safety: bool = False
    feedback: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeachBackMessage:
    """What a person should be able to say afterwards, and the question that asks for it."""

    message: str
    ask: str


@dataclass(frozen=True, slots=True)
class SlideText:
    """What a slide of a section says: one sentence, at most one more, what must stand beside a number, and a
    question for the group, which the presenter alone sees."""

    section: str
    says: str
    more: str = ""
    caveat: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """What an article says of itself. `review` is empty until a clinician has read it; the codes are those of
    the catalogues that it explains; `no_figure` says why it has no figure, `one_language` why it is not there
    in the other language."""

    id: str
    title: str
    category: str
    order: int
    summary: str
    action: str
    date: date
    review: str = ""
    sources: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    analytes: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    no_figure: str = ""
    one_language: str = ""
    quiz: tuple[QuizItem, ...] = ()
    teach_back: tuple[TeachBackMessage, ...] = ()
    slides: tuple[SlideText, ...] = ()


@dataclass(frozen=True, slots=True)
class Article(Front):
    """A finished piece in one language."""

    language: str = "en"
    sections: tuple[Section, ...] = ()
    path: Path | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its drawings, in the order in which they stand."""
        return tuple(
            block for section in self.sections for block in section.blocks if isinstance(block, Figure)
        )

    def section(self, anchor: str) -> Section | None:
        """The section of that anchor."""
        return next((section for section in self.sections if section.anchor == anchor), None)


def line_text(spans: Sequence[Span]) -> str:
    """The words of a line without its source marks."""
    return "".join(span.text for span in spans if not isinstance(span, Source))


def lines_of(block: Block) -> tuple[Line, ...]:
    """The lines of a block; a figure has none."""
    if isinstance(block, Paragraph):
        return (block.spans,)
    if isinstance(block, Bullets):
        return block.items
    return block.paragraphs if isinstance(block, Warning) else ()


def blocks_of(article: Article) -> Iterator[Block]:
    """Every block, in reading order."""
    for section in article.sections:
        yield from section.blocks


def spans_of(article: Article) -> Iterator[tuple[Section, Span]]:
    """Every span, in reading order, with the section in which it stands."""
    for section in article.sections:
        for block in section.blocks:
            for line in lines_of(block):
                for span in line:
                    yield section, span
