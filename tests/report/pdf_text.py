"""Reads a PDF back, as a person or a screen reader would."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import pypdf


@lru_cache(16)
def _pages(pdf: bytes) -> tuple[str, ...]:
    # A test asks the same PDF again and again, and reading it takes longer than making it.
    return tuple(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, runs of white space as one space."""
    return list(_pages(pdf))


def text(pdf: bytes) -> str:
    return " ".join(pages(pdf))


def squeezed(text: str) -> str:
    """Without white space: a line of a page may break inside a word of Korean."""
    return "".join(text.split())


def sizes(pdf: bytes) -> dict[float, str]:
    """What is written in each size in points, words in drawings as well."""
    found: dict[float, str] = {}

    def note(text: str, page: list[float], line: list[float], _: object, size: float) -> None:
        points = round(size * math.hypot(line[2], line[3]) * math.hypot(page[2], page[3]), 1)
        if text.strip():
            found[points] = found.get(points, "") + text

    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=note)
    return found


def lines(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """The straight lines of each page as (left, bottom, right, top) in points from the lower left corner."""
    found: list[list[tuple[float, float, float, float]]] = []
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        here: list[tuple[float, float, float, float]] = []
        last: list[tuple[float, float]] = []

        def note(op: bytes, args: Any, cm: Any, _: object, here: Any = here, last: Any = last) -> None:
            if op in (b"m", b"l"):
                x, y = float(args[0]), float(args[1])
                last.append((cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]))
            if op == b"l":
                (x1, y1), (x2, y2) = last[-2:]
                here.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))

        page.extract_text(visitor_operand_before=note)
        found.append(here)
    return found


def places(pdf: bytes) -> list[list[tuple[str, float, float]]]:
    """Each piece of text of each page with the point where its line begins."""
    found: list[list[tuple[str, float, float]]] = []
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        here: list[tuple[str, float, float]] = []

        def note(text: str, cm: Any, tm: Any, _: object, __: object, here: Any = here) -> None:
            if text.strip():
                x, y = float(tm[4]), float(tm[5])
                here.append((text, cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]))

        page.extract_text(visitor_text=note)
        found.append(here)
    return found


def catalogue(pdf: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]


def attachments(pdf: bytes) -> dict[str, bytes]:
    """The files inside of it, by name."""
    return {name: content[0] for name, content in pypdf.PdfReader(BytesIO(pdf)).attachments.items()}


def tags(pdf: bytes) -> Iterator[Any]:
    """Every element of the structure tree."""
    yield from _walk(catalogue(pdf)["/StructTreeRoot"])


def fonts(pdf: bytes) -> list[Any]:
    """Every font that a page names."""
    found = []
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        found += [font.get_object() for font in page["/Resources"]["/Font"].values()]
    return found


def _walk(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if not isinstance(node, dict):
        return
    if "/S" in node:
        yield node
    children = node.get("/K", [])
    children = children.get_object() if hasattr(children, "get_object") else children
    for child in children if isinstance(children, list) else [children]:
        yield from _walk(child)
