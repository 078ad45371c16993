"""Reads an article from its file: front matter in TOML, text in Markdown."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from lupusdiary.education.content.article import Article, Front
from lupusdiary.education.content.content_fault import ContentFault, ContentFaults
from lupusdiary.education.content.front_matter import read_front_matter, split
from lupusdiary.education.content.markdown_body import read_body
from lupusdiary.education.content.text_file import composed
from lupusdiary.education.content.urgency_words import filled_in
from lupusdiary.language import LANGUAGES, Refusal


def read_article(text: str, path: Path) -> Article:
    """The article of a file's text; its language is the name of the folder. Raises `ContentFault`."""
    article, faults = read_with_faults(text, path)
    if article is None or faults:
        raise faults[0]
    return article


def read_front(text: str, path: Path) -> Front:
    """Only what the article says of itself, which is much quicker. Raises `ContentFault`."""
    faults = ContentFaults(path)
    parts = split(_worded(composed(text, path), path, faults))
    front = read_front_matter(parts[0], faults) if parts else None
    if front is None and not faults.found:
        faults.add(1, _no_front())
    if front is None or faults.found:
        raise min(faults.found, key=lambda fault: fault.line)
    return front


def read_with_faults(text: str, path: Path) -> tuple[Article | None, list[ContentFault]]:
    """The article as far as it can be read, and everything that is wrong with its form."""
    faults = ContentFaults(path)
    try:
        parts = split(_worded(composed(text, path), path, faults))
    except ContentFault as fault:
        return None, [fault]
    if parts is None:
        faults.add(1, _no_front())
        return None, faults.found
    head, body, line = parts
    front = read_front_matter(head, faults)
    sections = read_body(body, line, faults, _language(path))
    if path.parent.name not in LANGUAGES:
        faults.add(1, Refusal("Put the article into a folder “ko” or “en”: that is its language."))
    faults.found.sort(key=lambda fault: fault.line)
    if front is None or path.parent.name not in LANGUAGES:
        return None, faults.found
    said = {field.name: getattr(front, field.name) for field in fields(Front)}
    return Article(**said, language=path.parent.name, sections=sections, path=path), faults.found


def _language(path: Path) -> str:
    return path.parent.name if path.parent.name in LANGUAGES else LANGUAGES[0]


def _worded(text: str, path: Path, faults: ContentFaults) -> str:
    return filled_in(text, _language(path), lambda at, why: faults.add(at + 1, why))


def _no_front() -> Refusal:
    return Refusal("Begin the file with a line “+++”, the front matter below it, and a second line “+++”.")
