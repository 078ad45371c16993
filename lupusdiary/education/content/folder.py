"""Where the files of a library folder lie: articles a language, figures, glossary, sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lupusdiary.resources import resource

_MOST_FILES = 2_000


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """One folder of articles with what belongs to it."""

    path: Path
    glossary: Path
    sources: Path
    figures: Path

    @classmethod
    def of(cls, path: Path) -> LibraryFolder:
        """The folder at `path`; the program's own keeps its glossary and figures beside its articles."""
        beside = path.parent if path == resource("articles") else path
        return cls(path, beside / "glossary.toml", path / "sources.toml", beside / "figures")

    @property
    def is_shipped(self) -> bool:
        """Whether it came with the program."""
        return self.path == resource("articles")

    def articles(self, language: str) -> dict[str, Path]:
        """The files of the articles in a language, by id."""
        found = sorted((self.path / language).glob("*.md"))[:_MOST_FILES]
        return {path.stem: path for path in found if path.is_file()}

    def figure_files(self) -> dict[str, Path]:
        """The drawings, by id."""
        return {path.stem: path for path in sorted(self.figures.glob("*.svg"))[:_MOST_FILES]}
