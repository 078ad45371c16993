"""Where the files of a library folder lie: articles a language, figures, glossary, sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lupusdiary.resources import resource

_MOST_FILES = 2_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """One folder of articles with what belongs to it."""

    folder: Path
    glossary: Path
    sources: Path
    figures: Path

    @classmethod
    def of(cls, folder: Path) -> Shelf:
        """The shelf of a folder; the program's own keeps its glossary and figures beside its articles."""
        beside = folder.parent if folder == resource("articles") else folder
        return cls(folder, beside / "glossary.toml", folder / "sources.toml", beside / "figures")

    @property
    def is_shipped(self) -> bool:
        """Whether it came with the program."""
        return self.folder == resource("articles")

    def articles(self, language: str) -> dict[str, Path]:
        """The files of the articles in a language, by id."""
        found = sorted((self.folder / language).glob("*.md"))[:_MOST_FILES]
        return {path.stem: path for path in found if path.is_file()}

    def figure_files(self) -> dict[str, Path]:
        """The drawings, by id."""
        return {path.stem: path for path in sorted(self.figures.glob("*.svg"))[:_MOST_FILES]}
