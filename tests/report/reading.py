"""Reads a PDF back, as a person or a screen reader would."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf


def pages(pdf: bytes) -> list[str]:
    """The text of each page, runs of white space as one space."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    return " ".join(pages(pdf))


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
