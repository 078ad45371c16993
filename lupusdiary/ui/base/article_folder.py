"""Which library is read here: the program's own articles, and a hospital's folder beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lupusdiary.language import LANGUAGES, Translator
from lupusdiary.resources import resource
from lupusdiary.ui.base.preferences import Preferences

if TYPE_CHECKING:
    from lupusdiary.education.content.content_fault import ContentFault
    from lupusdiary.education.content.library import Library

_FOLDER = "own_articles"
_CHECKED = "own_articles_checked"


@dataclass(frozen=True, slots=True)
class ArticleFolder:
    """The hospital's folder, and how often it has been checked: after each check it is read anew."""

    folder: Path | None
    checked: int = 0


@dataclass(frozen=True, slots=True)
class ReadLibrary:
    """A library, and the chosen folder that is left out of it because it is gone or has faults."""

    library: Library
    left_out: Path | None = None


@dataclass(frozen=True, slots=True)
class FolderCheck:
    """What a check of a folder found: how many articles, what to correct, and by language the titles of the
    program's articles whose place its own take."""

    folder: Path
    articles: int
    faults: tuple[ContentFault, ...]
    replaced: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def own_articles(preferences: Preferences) -> ArticleFolder:
    """What is chosen on this computer."""
    word = preferences.word(_FOLDER)
    return ArticleFolder(Path(word) if word else None, int(preferences.number(_CHECKED, 0)))


def use(preferences: Preferences, folder: Path | None) -> None:
    """Remembers a folder that was checked, so that it is read anew, or that none is used."""
    preferences.remember(_CHECKED, own_articles(preferences).checked + 1)
    preferences.remember(_FOLDER, str(folder) if folder is not None else "")


def check_folder(folder: Path) -> FolderCheck:
    """Checks a folder by the rules of the program's own articles; takes a moment."""
    from lupusdiary.education.checks.content_check import check
    from lupusdiary.education.content.content_fault import ContentFault
    from lupusdiary.education.content.library import Library
    from lupusdiary.language import Refusal

    try:
        if faults := check(folder):
            return FolderCheck(folder, 0, tuple(faults))
        ids, shipped = Library([folder]).ids(), Library()
        taken = sorted(set(ids) & set(shipped.ids()))
        titles = {
            language: tuple(shipped.card(id, language).front.title for id in taken) for language in LANGUAGES
        }
        return FolderCheck(folder, len(ids), (), titles)
    except OSError:
        why = Refusal("This folder cannot be read: see whether it is still there and you may open it.")
        return FolderCheck(folder, 0, (ContentFault(folder, 1, why),))


def make_example(place: Path, tr: Translator) -> Path:
    """Makes a folder with an example in a place, and says which. Raises `Refusal`."""
    from lupusdiary.education.checks.example import folder_name, write_example

    folder = place / folder_name(tr)
    write_example(folder)
    return folder


@dataclass(frozen=True, slots=True)
class _FolderState:
    """A folder as it is now: each file with its time and size."""

    folder: Path
    files: tuple[tuple[str, int, int], ...]


def _state_of(folder: Path) -> _FolderState:
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return _FolderState(
        folder, tuple((str(each), (now := each.stat()).st_mtime_ns, now.st_size) for each in files)
    )


@lru_cache(maxsize=4)
def _has_faults(state: _FolderState) -> bool:
    return bool(check_folder(state.folder).faults)


def read_library(own: ArticleFolder) -> ReadLibrary:
    """The library with the hospital's folder, or without it if there is anything to correct; a folder is
    checked once, and again when a file of it has changed."""
    from lupusdiary.education.content.library import Library

    if own.folder is None:
        return ReadLibrary(Library())
    try:
        left_out = _has_faults(_state_of(own.folder))
    except OSError:
        left_out = True
    if left_out:
        return ReadLibrary(Library(), own.folder)
    return ReadLibrary(Library([resource("articles"), own.folder]))


def library_of(preferences: Preferences) -> Library:
    """The library that is read on this computer."""
    return read_library(own_articles(preferences)).library


def load_library(own: ArticleFolder) -> ReadLibrary:
    """The library with its list read too, which takes a moment: beside the window."""
    read = read_library(own)
    read.library.ids()
    return read
