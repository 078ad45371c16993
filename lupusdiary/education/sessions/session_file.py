"""Reads and writes sessions: those that come with the program, and playlists that a nurse has put together.

id = "first_visit"                         a playlist file is TOML as well, named *.lupussession
title_ko = "…"    title_en = "…"           one of them is enough
minutes = 20      story = "mild"
[[step]]
kind = "article"    article = "what_is_lupus"    sections = ["what"]    minutes = 5
kind = "quiz" or "teach_back"    article = "what_is_lupus"
kind = "timeline"   series = ["upcr"] or ["kidney"]   range = "year"   say_ko, say_en
kind = "slide"      text = "one sentence of one's own"   photo = "a JPEG in Base64"
kind = "control"    page = "today"    control = "no_symptoms"    say_ko, say_en
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from lupusdiary.education.content.content_fault import ContentFault, ContentFaults, missing
from lupusdiary.education.content.text_file import composed, read_text, read_toml
from lupusdiary.education.content.toml_table import ID, Lines, TomlTable
from lupusdiary.education.sessions.session import (
    ArticleStep,
    ControlStep,
    EducationSession,
    QuizStep,
    SlideStep,
    Step,
    TeachBackStep,
    TimelineStep,
)
from lupusdiary.language import Refusal
from lupusdiary.resources import resource

SUFFIX = ".lupussession"
RANGES = ("visit", "quarter", "year", "five", "all")
STORIES = ("mild", "nephritis")
_CONTROL = re.compile(r"[A-Za-z0-9_.\-]{1,80}")
_MINUTES = range(1, 481)
_MOST_STEPS = 200
# What can be read from the back row.
LONGEST_SLIDE = 160
# Of a photo in Base64; some 700 kilobytes.
LONGEST_PHOTO = 1_000_000
MOST_PHOTOS = 12
LONGEST_FILE = 60_000 + MOST_PHOTOS * LONGEST_PHOTO
_JPEG = b"\xff\xd8\xff"
_KINDS: Mapping[str, type[Step]] = {
    "article": ArticleStep,
    "quiz": QuizStep,
    "teach_back": TeachBackStep,
    "timeline": TimelineStep,
    "control": ControlStep,
    "slide": SlideStep,
}


def ready_sessions() -> list[EducationSession]:
    """The sessions that come with the program, in the order of their files."""
    files = sorted(resource("sessions").glob("*.toml"))
    return [read_session(read_text(path), path) for path in files]


def read_session(text: str, path: Path) -> EducationSession:
    """The session of a file's text. Raises `ContentFault` for the first thing that is wrong with it."""
    faults = ContentFaults(path)
    text = composed(text, path, LONGEST_FILE)
    values = read_toml(text, path)
    lines = Lines(text)
    tables = values.get("step", [])
    if not isinstance(tables, list) or not tables or len(tables) > _MOST_STEPS:
        raise ContentFault(path, 1, Refusal("A session has at least one step, below a line [[step]]."))
    if sum(isinstance(each, dict) and "photo" in each for each in tables) > MOST_PHOTOS:
        raise ContentFault(path, 1, too_many_photos())
    steps = [_step(TomlTable(each, faults, lines.of("step", nth))) for nth, each in enumerate(tables)]
    top = TomlTable(values, faults, 1)
    title_ko, title_en = top.words("title_ko", must=False), top.words("title_en", must=False)
    session = EducationSession(
        id=top.matching("id", ID),
        title_ko=title_ko or title_en,
        title_en=title_en or title_ko,
        minutes=top.whole("minutes", _MINUTES) or 0,
        aim_ko=top.words("aim_ko", must=False),
        aim_en=top.words("aim_en", must=False),
        story=top.one_of("story", STORIES, "mild"),
        remember_ko=top.texts("remember_ko"),
        remember_en=top.texts("remember_en"),
        action_ko=top.words("action_ko", must=False),
        action_en=top.words("action_en", must=False),
        steps=tuple(step for step in steps if step is not None),
    )
    if not session.title_ko:
        top.fault("title_ko", missing("title_ko"))
    faults.refuse()
    return session


def write_session(session: EducationSession) -> str:
    """The text of a playlist file; it reads back equal."""
    said = {field.name: getattr(session, field.name) for field in fields(session) if field.name != "steps"}
    parts = [_written(said)]
    names = {kind: name for name, kind in _KINDS.items()}
    for step in session.steps:
        values = {field.name: getattr(step, field.name) for field in fields(step)}
        parts.append("[[step]]\n" + _written({"kind": names[type(step)]} | values))
    return "\n".join(parts)


def _written(values: Mapping[str, Any]) -> str:
    """TOML lines; JSON's texts, lists and numbers are TOML's too."""
    lines = []
    for name, value in values.items():
        if value in (None, "", ()):
            continue
        plain = list(value) if isinstance(value, tuple) else value
        lines.append(f"{name} = {json.dumps(plain, ensure_ascii=False)}\n")
    return "".join(lines)


def _step(table: TomlTable) -> Step | None:
    kind = table.get("kind", str)
    if kind not in _KINDS:
        table.fault("kind", Refusal("The kind of a step is one of: {known}.", known=", ".join(_KINDS)))
        return None
    minutes = table.whole("minutes", _MINUTES) if table.has("minutes") else None
    if kind == "slide":
        return _slide(table, minutes)
    if kind in ("timeline", "control"):
        return _shown(table, kind, minutes)
    article = table.matching("article", ID)
    if kind == "article":
        return ArticleStep(article, table.texts("sections"), minutes)
    return QuizStep(article, minutes) if kind == "quiz" else TeachBackStep(article, minutes)


def _slide(table: TomlTable, minutes: int | None) -> SlideStep:
    text = table.words("text", must=False)
    if not 0 < len(text) <= LONGEST_SLIDE:
        why = Refusal("A slide of one’s own has 1 to {most} characters.", most=LONGEST_SLIDE)
        table.fault("text", why)
    return SlideStep(text, minutes, _photo(table))


def _shown(table: TomlTable, kind: str, minutes: int | None) -> TimelineStep | ControlStep:
    ko, en = table.words("say_ko", must=False), table.words("say_en", must=False)
    if kind == "timeline":
        series, span = table.texts("series"), table.one_of("range", RANGES, "all")
        return TimelineStep(ko or en, en or ko, series, span, minutes)
    page, control = table.matching("page", ID), table.matching("control", _CONTROL)
    return ControlStep(ko or en, en or ko, page, control, minutes)


def too_many_photos() -> Refusal:
    """What is said of a playlist with more photos than it can carry."""
    return Refusal("A playlist has at most {most} photos.", most=MOST_PHOTOS)


def _photo(table: TomlTable) -> str:
    photo = table.get("photo", str, "")
    if photo == "":
        return ""
    if photo is not None and len(photo) <= LONGEST_PHOTO:
        with suppress(ValueError):
            if b64decode(photo, validate=True).startswith(_JPEG):
                return photo
    table.fault("photo", Refusal("The photo of this slide cannot be read. Remove it, or choose it again."))
    return ""
