"""The first cell of each row of a table becomes its head, for a screen reader.

Typst can mark such a cell (`pdf.header-cell`), but only behind a feature that its Python wheel (0.15) cannot
switch on. Its PDFs are plain objects with one table of their places, so that the marks are put in afterwards,
and nothing that is seen changes.
"""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"(\d+) 0 obj\n")
_KIND = re.compile(rb"/Type/StructElem/S/(\w+)")
_KIDS = re.compile(rb"/K\[((?:\d+ 0 R ?)+)\]")
_HEADS = re.compile(rb"/Headers\[[^\]]*\]")
_OF_TABLE = re.compile(rb"<</O/Table[^>]*>>")
_ENTRY = 20


def with_row_headers(pdf: bytes) -> bytes:
    """The same PDF with row heads. One that is built in another way than Typst's comes back as it was."""
    start = pdf.rfind(b"startxref")
    table = int(pdf[start:].split()[1]) if start >= 0 else -1
    if table < 0 or not pdf[table:].startswith(b"xref\n0 "):
        return pdf
    count = int(pdf[table:].split(maxsplit=3)[2])
    first = pdf.index(b"\n", table + len(b"xref\n")) + 1
    places = [int(pdf[first + n * _ENTRY : first + n * _ENTRY + 10]) for n in range(count)]
    order = sorted((place, number) for number, place in enumerate(places) if number)
    ends = [place for place, _ in order[1:]] + [table]
    bodies = {number: pdf[place:end] for (place, number), end in zip(order, ends, strict=True)}
    if any(not _OBJECT.match(body) for body in bodies.values()):
        return pdf
    _mark(bodies)
    return _put_together(pdf, order, bodies, table, first)


def _mark(bodies: dict[int, bytes]) -> None:
    for body in list(bodies.values()):
        if _kind(body) != b"Table":
            continue
        parts = _kids(body)
        for part in parts:
            # The lines at a glance have no row of heads: their labels are all the heads there are.
            if _kind(bodies[part]) == b"TR":
                _mark_row(bodies, _kids(bodies[part]))
            elif _kind(bodies[part]) == b"TBody":
                for row in _kids(bodies[part]):
                    _mark_row(bodies, _kids(bodies[row]))


def _mark_row(bodies: dict[int, bytes], cells: list[int]) -> None:
    """Its first cell becomes the head; the others are found by the direction of both heads, which a list of
    heads of their own would forbid."""
    for number in cells[1:]:
        bodies[number] = _HEADS.sub(b"", bodies[number], count=1)
    for number in cells[:1]:
        if _kind(bodies[number]) != b"TD":
            continue
        head = bodies[number].replace(b"/S/TD", b"/S/TH", 1)
        said = _OF_TABLE.search(head)
        if said is not None:
            inside = _HEADS.sub(b"", said[0]).replace(b"<</O/Table", b"<</O/Table/Scope/Row", 1)
            bodies[number] = head[: said.start()] + inside + head[said.end() :]


def _kind(body: bytes) -> bytes:
    found = _KIND.search(body, 0, 80)
    return found[1] if found else b""


def _kids(body: bytes) -> list[int]:
    found = _KIDS.search(body)
    return [int(each) for each in found[1].replace(b" 0 R", b"").split()] if found else []


def _put_together(
    pdf: bytes, order: list[tuple[int, int]], bodies: dict[int, bytes], table: int, first: int
) -> bytes:
    head = pdf[: order[0][0]]
    made, places = [head], {}
    at = len(head)
    for _, number in order:
        places[number] = at
        made.append(bodies[number])
        at += len(bodies[number])
    count = len(order) + 1
    entries = b"".join(b"%010d 00000 n\r\n" % places[number] for number in range(1, count))
    rest = pdf[first + count * _ENTRY : pdf.rfind(b"startxref")]
    made += [pdf[table : first + _ENTRY], entries, rest, b"startxref\n%d\n%%%%EOF" % at]
    return b"".join(made)
