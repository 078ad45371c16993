"""The colours of a chart as a plain value, for a light and a dark screen and for paper.

Series are Okabe-Ito blue, vermillion, green, purple and black (white in the dark); each also has a marker
and a dash of its own, so that a black-and-white print still tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartColours:
    """Colours as "#rrggbb". `hatched` draws flares as hatching, which survives a grey print."""

    background: str
    text: str
    muted: str
    grid: str
    band: str
    band_edge: str
    accent: str
    flare: str
    series: tuple[str, ...]
    hatched: bool = True


LIGHT = ChartColours(
    background="#ffffff",
    text="#24212b",
    muted="#5c5868",
    grid="#e4e2ea",
    band="#dcefe6",
    band_edge="#7fb5a0",
    accent="#5b4b9a",
    flare="#c9a56a",
    series=("#0072b2", "#c4500a", "#00785a", "#a0457c", "#24212b"),
)

DARK = ChartColours(
    background="#1f1d26",
    text="#efedf5",
    muted="#b5b1c2",
    grid="#38353f",
    band="#1f4238",
    band_edge="#4f8c78",
    accent="#b9a9f0",
    flare="#a98a52",
    series=("#56b4e9", "#f08a4b", "#3cc99c", "#e29bc4", "#efedf5"),
)

PAPER = ChartColours(
    background="#ffffff",
    text="#000000",
    muted="#444444",
    grid="#dddddd",
    band="#e9e9e9",
    band_edge="#8a8a8a",
    accent="#000000",
    flare="#777777",
    series=("#0072b2", "#b84700", "#00694f", "#8a3a6b", "#000000"),
)
