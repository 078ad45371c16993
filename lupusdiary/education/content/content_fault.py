"""What is wrong with a file of the library: which file, which line, what to do."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.language import Refusal, mark

_PLACED = mark("{file}:{line}: {fault}")


class ContentFault(Refusal):
    """A refusal about one line of one file; `why` is the sentence without the place."""

    def __init__(self, path: Path, line: int, why: Refusal) -> None:
        super().__init__(_PLACED, file=str(path), line=line, fault=why)
        self.path = path
        self.line = line
        self.why = why


class ContentFaults:
    """Collects what is wrong with one file, so that a writer sees all of it at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.found: list[ContentFault] = []

    def add(self, line: int, why: Refusal) -> None:
        """One more."""
        self.found.append(ContentFault(self.path, line, why))

    def refuse(self) -> None:
        """Raises the first of them, if there is any."""
        if self.found:
            raise self.found[0]


def missing(name: str) -> Refusal:
    """Said of a text that must be there."""
    return Refusal("“{name}” is missing: write {example} here.", name=name, example=f'{name} = "…"')


def not_a_list(name: str) -> Refusal:
    """Said of what should be a list of texts."""
    example = f'{name} = ["…", "…"]'
    return Refusal("“{name}” must be a list of texts, such as {example}.", name=name, example=example)


def misspelled_id() -> Refusal:
    """Said of an id that is none."""
    return Refusal("Write the id in small letters, digits and _, such as “my_kidneys”.")
