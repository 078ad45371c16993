"""Checks which files lie in a folder of content: what is not read there is said, not passed over."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.folder import LibraryFolder
from lupusdiary.language import LANGUAGES, Refusal

_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
_TABLES = ("glossary", "sources")
# What systems and editors leave behind; nobody means it as content.
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})
_MOST = 5_000


def folder_faults(folder: LibraryFolder, *, empty: bool) -> Iterator[ContentFault]:
    """What is wrong with the names and places of the files; `empty` says that no article was found."""
    if not folder.path.is_dir():
        why = Refusal("This folder is not there: put the stick or disk in again, or choose another folder.")
        yield ContentFault(folder.path, 1, why)
        return
    found = list(_beside(folder)) if not folder.is_shipped else []
    for language in LANGUAGES:
        found += _articles(folder.path / language)
    found += _figures(folder.figures)
    if empty and not found:
        why = Refusal(
            "The folder holds no articles: put them into folders “ko” and “en” in it. Settings can make a "
            "folder with an example."
        )
        yield ContentFault(folder.path, 1, why)
    yield from found


def name_taken(name: str) -> Refusal:
    """Said of a name that the program uses itself."""
    return Refusal(
        "“{name}” is a name of the program itself: choose another one, such as “{other}”.",
        name=name[:60],
        other=f"our_{name[:50]}",
    )


def _files(folder: Path) -> Iterator[Path]:
    """What lies in a folder, without what systems leave behind."""
    for path in sorted(folder.iterdir())[:_MOST] if folder.is_dir() else ():
        if not path.name.startswith((".", "~")) and path.name.lower() not in _LEFT_BEHIND:
            yield path


def _outside(path: Path, folder: Path) -> bool:
    """Whether a link leads to something that does not lie in the folder."""
    return os.path.realpath(folder) not in map(str, Path(os.path.realpath(path)).parents)


def _beside(folder: LibraryFolder) -> Iterator[ContentFault]:
    for path in _files(folder.path):
        stem, first = path.suffix.lower(), path.name.lower().split(".")[0]
        if path.name in (*LANGUAGES, "figures") and _outside(path, folder.path):
            yield _leads_outside(path)
        elif path.name.lower() in (*LANGUAGES, "figures") and path.name != path.name.lower():
            yield ContentFault(path, 1, _rename(path.name.lower()))
        elif stem == ".md" and first not in ("readme", "changelog", "license"):
            why = Refusal("Put the article into a folder “ko” or “en”: that is its language.")
            yield ContentFault(path, 1, why)
        elif first in _TABLES and path.is_file() and path.name != f"{first}.toml":
            yield ContentFault(path, 1, _rename(f"{first}.toml"))
        elif first in _TABLES and _outside(path, folder.path):
            yield _leads_outside(path)


def _articles(folder: Path) -> Iterator[ContentFault]:
    for path in _files(folder):
        stem = path.name.split(".")[0]
        if path.is_dir():
            why = Refusal("Folders inside this one are not read: put their articles beside this folder.")
            yield ContentFault(path, 1, why)
        elif _outside(path, folder.parent):
            yield _leads_outside(path)
        elif path.suffix != ".md":
            yield ContentFault(path, 1, _rename(f"{stem}.md"))
        elif not _NAME.fullmatch(path.stem):
            yield ContentFault(path, 1, _bad_name("our_clinic.md"))


def _figures(folder: Path) -> Iterator[ContentFault]:
    for path in _files(folder):
        if _outside(path, folder.parent):
            yield _leads_outside(path)
        elif path.suffix not in (".svg", ".toml"):
            why = Refusal(
                "A figure is a drawing {drawing} and a file {words} with its words; this kind of file is "
                "not shown.",
                drawing=".svg",
                words=".toml",
            )
            yield ContentFault(path, 1, why)
        elif not _NAME.fullmatch(path.stem):
            yield ContentFault(path, 1, _bad_name("our_clinic.svg"))
        elif path.suffix == ".toml" and not path.with_suffix(".svg").exists():
            why = Refusal("There is no drawing {file} beside these words.", file=f"{path.stem}.svg")
            yield ContentFault(path, 1, why)


def _rename(name: str) -> Refusal:
    return Refusal("This file is not read under this name: rename it to “{name}”.", name=name[:80])


def _bad_name(example: str) -> Refusal:
    return Refusal("Name the file in small English letters, digits and _, such as {file}.", file=example)


def _leads_outside(path: Path) -> ContentFault:
    why = Refusal("This only leads to something outside of the folder: copy the file itself to this place.")
    return ContentFault(path, 1, why)
