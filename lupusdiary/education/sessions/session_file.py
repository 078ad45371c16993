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

from lupusdiary.education.content.content_fault import ContentFault, Faults, missing, not_a_list
from lupusdiary.education.content.text_file import composed, read_text, read_toml
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
_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_LONGEST_MINUTES = 480
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
    faults = Faults(path)
    text = composed(text, path, LONGEST_FILE)
    values = read_toml(text, path)
    lines = [at for at, line in enumerate(text.split("\n"), start=1) if line.strip() == "[[step]]"]
    tables = values.get("step", [])
    if not isinstance(tables, list) or not tables or len(tables) > _MOST_STEPS:
        raise ContentFault(path, 1, Refusal("A session has at least one step, below a line [[step]]."))
    if sum(isinstance(each, dict) and "photo" in each for each in tables) > MOST_PHOTOS:
        raise ContentFault(path, 1, too_many_photos())
    steps = [
        step
        for nth, table in enumerate(tables)
        if (step := _step(table, lines[nth] if nth < len(lines) else 1, faults)) is not None
    ]
    session = EducationSession(
        id=_matching(values, "id", _ID, faults),
        title_ko=_text(values, "title_ko", faults) or _text(values, "title_en", faults),
        title_en=_text(values, "title_en", faults) or _text(values, "title_ko", faults),
        minutes=_minutes(values, 1, faults) or 0,
        aim_ko=_text(values, "aim_ko", faults),
        aim_en=_text(values, "aim_en", faults),
        story=_one_of(values, "story", STORIES, 1, faults),
        remember_ko=_list(values, "remember_ko", 1, faults),
        remember_en=_list(values, "remember_en", 1, faults),
        action_ko=_text(values, "action_ko", faults),
        action_en=_text(values, "action_en", faults),
        steps=tuple(steps),
    )
    if not session.title_ko:
        faults.add(1, missing("title_ko"))
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


def _step(table: Any, line: int, faults: Faults) -> Step | None:
    kind = table.get("kind") if isinstance(table, dict) else None
    if kind not in _KINDS:
        faults.add(line, Refusal("The kind of a step is one of: {known}.", known=", ".join(_KINDS)))
        return None
    minutes = _minutes(table, line, faults, must=False)
    if kind in ("article", "quiz", "teach_back"):
        article = _matching(table, "article", _ID, faults, line)
        if kind == "article":
            return ArticleStep(article, _list(table, "sections", line, faults), minutes)
        return QuizStep(article, minutes) if kind == "quiz" else TeachBackStep(article, minutes)
    if kind == "slide":
        text = _text(table, "text", faults, line)
        if not 0 < len(text) <= LONGEST_SLIDE:
            faults.add(line, Refusal("A slide of one’s own has 1 to {most} characters.", most=LONGEST_SLIDE))
        return SlideStep(text, minutes, _photo(table, line, faults))
    ko, en = _text(table, "say_ko", faults, line), _text(table, "say_en", faults, line)
    if kind == "timeline":
        series = _list(table, "series", line, faults)
        return TimelineStep(
            ko or en, en or ko, series, _one_of(table, "range", RANGES, line, faults), minutes
        )
    page = _matching(table, "page", _ID, faults, line)
    control = _matching(table, "control", re.compile(r"[A-Za-z0-9_.\-]{1,80}"), faults, line)
    return ControlStep(ko or en, en or ko, page, control, minutes)


def _text(values: Mapping[str, Any], name: str, faults: Faults, line: int = 1) -> str:
    value = values.get(name, "")
    if isinstance(value, str):
        return " ".join(value.split())
    faults.add(line, missing(name))
    return ""


def too_many_photos() -> Refusal:
    """What is said of a playlist with more photos than it can carry."""
    return Refusal("A playlist has at most {most} photos.", most=MOST_PHOTOS)


def _photo(values: Mapping[str, Any], line: int, faults: Faults) -> str:
    value = values.get("photo", "")
    if value == "":
        return ""
    if isinstance(value, str) and len(value) <= LONGEST_PHOTO:
        with suppress(ValueError):
            if b64decode(value, validate=True).startswith(_JPEG):
                return value
    faults.add(line, Refusal("The photo of this slide cannot be read. Take it out, or choose it anew."))
    return ""


def _matching(
    values: Mapping[str, Any], name: str, pattern: re.Pattern[str], faults: Faults, line: int = 1
) -> str:
    value = values.get(name)
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    faults.add(line, missing(name))
    return ""


def _minutes(values: Mapping[str, Any], line: int, faults: Faults, *, must: bool = True) -> int | None:
    value = values.get("minutes")
    if value is None and not must:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LONGEST_MINUTES:
        return value
    faults.add(line, Refusal("“{name}” must be a whole number.", name="minutes"))
    return None


def _one_of(values: Mapping[str, Any], name: str, known: tuple[str, ...], line: int, faults: Faults) -> str:
    value = values.get(name, known[-1] if name == "range" else known[0])
    if value in known:
        return str(value)
    faults.add(line, Refusal("“{name}” is one of: {known}.", name=name, known=", ".join(known)))
    return known[0]


def _list(values: Mapping[str, Any], name: str, line: int, faults: Faults) -> tuple[str, ...]:
    value = values.get(name, [])
    if isinstance(value, list) and all(isinstance(each, str) and each for each in value):
        return tuple(value)
    faults.add(line, not_a_list(name))
    return ()
