"""The colours of a chart as a plain value, for a light and a dark screen and for paper.

Series are Okabe-Ito blue, vermillion, green, purple and black (white in the dark); each also has a marker
and a dash of its own, so that a black-and-white print still tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartColours:
    """Colours as "#rrggbb". `shades` are those of none, mild, moderate and severe; `stepped` fills a tile as
    high as its level, so that one ink suffices; `bar` fills a medicine's bar,
    `panel` the margin where values of a day are told. Flares are hatched, which survives a grey print."""

    background: str
    text: str
    muted: str
    grid: str
    band: str
    band_edge: str
    accent: str
    flare: str
    series: tuple[str, ...]
    shades: tuple[str, str, str, str]
    tile_edge: str
    bar: str
    panel: str
    stepped: bool = False


LIGHT = ChartColours(
    background="#ffffff",
    text="#24212b",
    muted="#5c5868",
    grid="#e4e2ea",
    band="#e6e5ec",
    band_edge="#a5a2b3",
    accent="#5b4b9a",
    flare="#8f8ba3",
    series=("#0072b2", "#b84700", "#00785a", "#a0457c", "#24212b"),
    shades=("#ffffff", "#dad0f2", "#9783cd", "#5b4b9a"),
    tile_edge="#a29db5",
    bar="#ece8f8",
    panel="#f7f6fb",
)

DARK = ChartColours(
    background="#1f1d26",
    text="#efedf5",
    muted="#b5b1c2",
    grid="#38353f",
    band="#34313f",
    band_edge="#6a6679",
    accent="#b9a9f0",
    flare="#8d88a3",
    series=("#56b4e9", "#f08a4b", "#3cc99c", "#e29bc4", "#efedf5"),
    shades=("#201d2b", "#463b70", "#9483d6", "#c9bdf7"),
    tile_edge="#6f6a86",
    bar="#372f57",
    panel="#2a2736",
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
    shades=("#ffffff", "#333333", "#333333", "#333333"),
    tile_edge="#777777",
    bar="#f2f2f2",
    panel="#ffffff",
    stepped=True,
)
