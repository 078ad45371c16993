"""What the source marks of the articles stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lupusdiary.education.content.content_fault import ContentFault, ContentFaults
from lupusdiary.education.content.text_file import read_text, read_toml
from lupusdiary.education.content.toml_table import Lines, TomlTable
from lupusdiary.language import Refusal, Translator

# In characters.
LONGEST_SOURCES = 200_000
# As a source mark in an article takes it.
_KEY = re.compile(r"[A-Za-z0-9_]+")
# What an article that is taught from shall mostly rest on.
STRONG_KINDS = frozenset({"guideline", "cohort", "review", "trial", "label", "agency"})
_LOOKED = "checked = 2026-11-28"
# The other sorts of sources: leaflets of societies and hospitals, the press, and no source at all.
KINDS = STRONG_KINDS | {"society", "news", "none"}


@dataclass(frozen=True, slots=True)
class Reference:
    """One source, as it stands at the foot of an article; `url` only where it has a lasting address, `kind`
    one of `KINDS` or empty where nobody said, `checked` the day on which what may change, such as a rule, a
    price or an approval, was last looked up."""

    key: str
    text_ko: str
    text_en: str
    url: str = ""
    kind: str = ""
    checked: date | None = None

    @property
    def is_strong(self) -> bool:
        """Whether it is a guideline, a study, a label or a text of an agency."""
        return self.kind in STRONG_KINDS

    def text(self, tr: Translator) -> str:
        """The source in words."""
        return tr.pick(self.text_ko, self.text_en)


def read_sources(path: Path) -> tuple[dict[str, Reference], list[ContentFault]]:
    """The sources of a file by their keys, and what is wrong with the rest of it."""
    faults = ContentFaults(path)
    try:
        text = read_text(path, LONGEST_SOURCES)
        values = read_toml(text, path)
    except ContentFault as fault:
        return {}, [fault]
    lines = Lines(text)
    found: dict[str, Reference] = {}
    for key, fields in values.items():
        if (read := _reference(key, TomlTable(fields, faults, lines.of(key)))) is not None:
            found[key] = read
    return found, faults.found


def _reference(key: str, table: TomlTable) -> Reference | None:
    ko, en, url = table.get("text_ko", str), table.get("text_en", str), table.get("url", str, "")
    kind, checked = table.get("kind", str, ""), table.get("checked", date)
    if ko is None or en is None or url is None:
        why = Refusal("Write a source as [{key}] with text_ko and text_en below it.", key=key[:40])
    elif not _KEY.fullmatch(key):
        why = Refusal("Write the key of a source with English letters, digits and _: “{key}”.", key=key[:40])
    elif url and not url.startswith("https://"):
        why = Refusal("An address begins with https://.")
    elif kind is None or (kind and kind not in KINDS):
        why = Refusal("Write the kind of “{key}” as one of {kinds}.", key=key, kinds=", ".join(sorted(KINDS)))
    elif table.has("checked") and checked is None:
        why = Refusal("Write the day of the last look as {example}.", example=_LOOKED)
    else:
        return Reference(key, ko, en, url, kind, checked)
    table.fault(key, why)
    return None
