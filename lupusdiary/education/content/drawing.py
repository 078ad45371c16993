"""Reads a drawing of the library: an SVG whose colours and words are placeholders, so that it fits both
languages, light and dark. What could run, or reach outside the file, is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from lupusdiary.education.content.content_fault import ContentFault, ContentFaults
from lupusdiary.education.content.text_file import read_text, read_toml
from lupusdiary.education.content.toml_table import Lines, TomlTable
from lupusdiary.language import LANGUAGES, Refusal, Translator

COLOURS = frozenset(
    {"text", "muted", "accent", "accent_soft", "surface", "border", "series1", "series2", "series3", "warn"}
)
PLACE = re.compile(r"\$\{([a-z][a-z0-9_]*)\}")
_LONGEST = 200_000
# What repeats other parts of the drawing is not among them: repeated within each other, a few lines take
# longer to draw than anybody waits.
_ELEMENTS = frozenset(
    {
        "svg",
        "g",
        "defs",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
    }
)
# Deeper than this no drawing is, and what draws it would run out of room.
_DEEPEST = 40
_BOX = re.compile(r"\s*-?[\d.]{1,7}[\s,]+-?[\d.]{1,7}[\s,]+([\d.]{1,7})[\s,]+([\d.]{1,7})\s*")
_SHAPES = (0.2, 5.0)
_TEXTS = ("caption_ko", "caption_en", "alt_ko", "alt_en")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing: its SVG with placeholders, and its words in both languages."""

    id: str
    svg: str
    labels: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, str]

    def caption(self, tr: Translator) -> str:
        """What stands below it."""
        return tr.pick(self.texts["caption_ko"], self.texts["caption_en"])

    def alt(self, tr: Translator) -> str:
        """What it shows, for those who do not see it."""
        return tr.pick(self.texts["alt_ko"], self.texts["alt_en"])


def read_drawing(path: Path) -> tuple[Drawing | None, list[ContentFault]]:
    """The drawing of an SVG file and the TOML file of the same name, and all that is wrong with them."""
    faults, words = ContentFaults(path), ContentFaults(path.with_suffix(".toml"))
    try:
        svg = read_text(path, _LONGEST)
        if not words.path.is_file():
            why = Refusal(
                "Write what the drawing shows into {file} beside it: {names}.",
                file=words.path.name,
                names=", ".join(_TEXTS),
            )
            raise ContentFault(path, 1, why)
        text = read_text(words.path)
        values = read_toml(text, words.path)
    except ContentFault as fault:
        return None, [fault]
    _check_svg(svg, faults)
    table = TomlTable(values, words, Lines(text).of)
    labels = _labels(table)
    texts = {name: table.words(name) for name in _TEXTS}
    for line, text in enumerate(svg.split("\n"), start=1):
        for name in PLACE.findall(text):
            if name not in COLOURS and not all(name in labels[language] for language in LANGUAGES):
                why = Refusal("“{name}” is neither a colour nor a label of both languages.", name=name)
                faults.add(line, why)
    said = {name: table.worded(name, text, name[-2:]) for name, text in texts.items()}
    found = [*faults.found, *words.found]
    return (None, found) if found else (Drawing(path.stem, svg, labels, said), [])


def _labels(table: TomlTable) -> dict[str, dict[str, str]]:
    tables = table.get("labels", dict, {}) or {}
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        words = tables.get(language, {})
        if not isinstance(words, dict) or not all(isinstance(text, str) for text in words.values()):
            why = Refusal("Write the words of the figure below a line [labels.ko] or [labels.en].")
            table.fault("labels", why)
            words = {}
        found[language] = {name: table.worded("labels", text, language) for name, text in words.items()}
    return found


def _check_svg(svg: str, faults: ContentFaults) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    root: list[str] = []
    opened: list[str] = []

    def doctype(*_: object) -> None:
        raise ContentFault(
            faults.path, parser.CurrentLineNumber, Refusal("Take the DOCTYPE out of the drawing.")
        )

    def element(tag: str, attributes: dict[str, str]) -> None:
        name, line = tag.rpartition(" ")[2], parser.CurrentLineNumber
        root.append(name)
        opened.append(name)
        if len(opened) == _DEEPEST:
            why = Refusal("The drawing has too many groups inside each other: take some apart.")
            raise ContentFault(faults.path, line, why)
        if opened == ["svg"] and not _has_shape(attributes.get("viewBox", "")):
            example = 'viewBox="0 0 640 400"'
            why = Refusal("Give the drawing a shape: {example} in its first line.", example=example)
            faults.add(line, why)
        strange = [] if name in _ELEMENTS else [name]
        strange += [short for key, value in attributes.items() if not _harmless(short := _short(key), value)]
        for each in strange:
            faults.add(line, Refusal("A drawing may not hold “{name}”.", name=each[:40]))

    def instruction(target: str, _: str) -> None:
        # Such as a style sheet of another file.
        faults.add(parser.CurrentLineNumber, Refusal("A drawing may not hold “{name}”.", name=target[:40]))

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    parser.EndElementHandler = lambda _: opened.pop()
    parser.ProcessingInstructionHandler = instruction
    try:
        parser.Parse(PLACE.sub("x", svg), True)
    except ContentFault as fault:
        faults.found.append(fault)
    except expat.ExpatError as error:
        faults.add(error.lineno, _not_svg())
    if root and root[0] != "svg":
        faults.add(1, _not_svg())


def _has_shape(box: str) -> bool:
    """Whether a viewBox says a width and a height that a page can show."""
    found = _BOX.fullmatch(box)
    try:
        wide, high = (float(number) for number in found.groups()) if found else (0.0, 0.0)
    except ValueError:
        return False
    return wide > 0 and high > 0 and _SHAPES[0] <= wide / high <= _SHAPES[1]


def _not_svg() -> Refusal:
    return Refusal("This is not a drawing in SVG: it cannot be read here.")


def _short(attribute: str) -> str:
    return attribute.rpartition(" ")[2]


def _harmless(attribute: str, value: str) -> bool:
    if attribute.startswith("on"):
        return False
    if attribute == "href":
        return value.startswith("#")
    plain = value.casefold()
    outside = any(word in plain.replace("url(#", "") for word in ("url(", "javascript:", "@import", "\\"))
    return not outside
