"""Which results of one analyte may be joined by a line."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from lupusdiary.charts.panels import LabPoint, Segment
from lupusdiary.language import Translator

# Cut-offs differ several-fold between kits (fact base, anti_dsdna.do_not).
_BY_KIT = frozenset({"anti_dsdna"})


def segments(analyte: str, points: Sequence[LabPoint], tr: Translator) -> tuple[Segment, ...]:
    """Results in the order of their days, cut where the method changes; those of anti-dsDNA also where the
    laboratory or the printed cut-off does. A sheet that prints no cut-off has not changed it."""
    why = tr.text("assay changed") if analyte in _BY_KIT else tr.text("method changed")
    known: dict[Hashable, int] = {}
    found: list[tuple[int, list[LabPoint]]] = []
    cutoff: Hashable = None
    for point in points:
        assay: Hashable = point.method
        if analyte in _BY_KIT:
            bounds = (point.range_low, point.range_high)
            cutoff = bounds if bounds != (None, None) else cutoff
            assay = (point.laboratory, point.method, cutoff)
        number = known.setdefault(assay, len(known))
        if found and found[-1][0] == number:
            found[-1][1].append(point)
        else:
            found.append((number, [point]))
    return tuple(Segment(tuple(each), why if at else "", number) for at, (number, each) in enumerate(found))
