"""Reads a PDF back, as a person or a screen reader would."""

from __future__ import annotations

import math
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf


def pages(pdf: bytes) -> list[str]:
    """The text of each page, runs of white space as one space."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    return " ".join(pages(pdf))


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


def catalogue(pdf: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]


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
