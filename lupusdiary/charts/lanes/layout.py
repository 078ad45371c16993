"""Where everything of a timeline stands, in inches from the lower left corner.

From the top: names of the time axis, visits, flares, events, one lane a panel, medicines, the recorded days,
and the legend. Where the picture is wide enough a lane's name stands beside it, else on a line above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

LINE_HEIGHT = 1.4

SCORES, TILES, RESULTS, DOSES, BARS, STRIP = "scores", "tiles", "results", "doses", "bars", "strip"

# In ems: what a plot needs at least, and the gap below it.
_LEAST = {SCORES: 2.5, TILES: 1.5, RESULTS: 3.2, DOSES: 2.9, BARS: 1.4, STRIP: 1.1}
_GAP = {SCORES: 0.6, TILES: 0.35, RESULTS: 0.45, DOSES: 0.6, BARS: 0.25, STRIP: 0.4}
# How height that is to spare is shared out.
_SHARE = {SCORES: 1.0, RESULTS: 1.4, DOSES: 0.8}
_LABEL = 1.35
# What a tile takes of height that no other lane can use.
_WIDER_TILE = 0.7
_STACKED = 0.86
# A plot that has less than its least height keeps at least this share of it.
_FLATTEST = 0.3


@dataclass(frozen=True, slots=True)
class Lane:
    """What takes a lane: its `kind`, the number of its panel (-1: it is none), and the lines of its name and
    below it."""

    kind: str
    panel: int
    label: tuple[str, ...]
    subtitle: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class LaneBox:
    """One lane: its plot from `bottom` to `top`, and the base line of the first line of its name."""

    lane: Lane
    bottom: float
    top: float
    label: float


@dataclass(frozen=True, slots=True)
class Head:
    """How many rows stand above the lanes: visits and flares (0 or 1), and events."""

    visits: int = 0
    flares: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of one picture. `em` is the text size, `left` to `right` the plot, `margin` where the
    values of a day stand (None: there is no room or no need); `axis`, `flares` and `foot` are base lines,
    `visits` a middle. `events` is the base line of the highest row of events."""

    width: float
    height: float
    em: float
    left: float
    right: float
    margin: tuple[float, float] | None
    axis: float
    visits: float
    flares: float
    events: float
    marks_top: float
    lanes: tuple[LaneBox, ...]
    bottom: float
    foot: float
    stacked: bool
    head: Head = field(default_factory=Head)

    @property
    def line(self) -> float:
        """The height of one line of text."""
        return self.em * LINE_HEIGHT

    def lane_of(self, panel: int) -> LaneBox | None:
        """The lane of a panel; None where it is folded away."""
        return next((box for box in self.lanes if box.lane.panel == panel), None)


def least_height(lanes: Sequence[Lane], points: float, head: Head, foot: int, *, stacked: bool) -> float:
    """The height in inches below which the lanes would be too flat to read; `foot` is in lines."""
    em = points / 72
    return em * (
        _head(head)
        + sum(_least(lane, stacked) + _GAP[lane.kind] for lane in lanes)
        + foot * LINE_HEIGHT
        + 0.9
    )


def layout(
    lanes: Sequence[Lane],
    size: tuple[float, float],
    points: float,
    *,
    gutter: float,
    margin: float,
    head: Head,
    foot: int,
    stacked: bool,
) -> Layout:
    """Shares the height out among the lanes that can use it; `gutter` and `margin` are widths in inches."""
    width, height = size
    em = points / 72
    spare = height - least_height(lanes, points, head, foot, stacked=stacked)
    plots = em * sum(_least(lane, stacked) - (_LABEL if stacked and lane.label else 0.0) for lane in lanes)
    flat = max(_FLATTEST, 1.0 + spare / plots) if spare < 0 and plots else 1.0
    shares = sum(_SHARE.get(lane.kind, 0.0) for lane in lanes)
    y = height - em * 0.4
    axis = y - em
    y -= em * 1.5
    visits = y - em * 0.45
    y -= em * 1.15 * head.visits
    marks_top = y
    flares = y - em
    y -= em * 1.4 * head.flares
    events = y - em
    y -= em * (1.45 * head.events + 0.4)
    boxes = []
    for lane in lanes:
        above = em * _LABEL if stacked and lane.label else 0.0
        tall = (em * _least(lane, stacked) - above) * flat
        if spare > 0 and shares:
            tall += spare * _SHARE.get(lane.kind, 0.0) / shares
        elif spare > 0 and lane.kind == TILES:
            tall += min(em * _WIDER_TILE, spare / len(lanes))
        top = y - above
        bottom = top - tall
        lines = len(lane.label) + len(lane.subtitle)
        middle = (top + bottom) / 2 + em * (LINE_HEIGHT * (lines - 1) / 2 - 0.36)
        boxes.append(LaneBox(lane, bottom, top, top + em * 0.4 if stacked else middle))
        y = bottom - em * _GAP[lane.kind]
    room = (width - margin - em * 0.3, width - em * 0.5) if margin else None
    right = room[0] - em * 0.4 if room else width - em * 0.9
    return Layout(
        width, height, em, gutter, right, room, axis, visits, flares, events, marks_top, tuple(boxes),
        boxes[-1].bottom if boxes else y, y - em * 1.1, stacked, head,
    )  # fmt: skip


def _head(head: Head) -> float:
    return 0.4 + 1.5 + 1.15 * head.visits + 1.4 * head.flares + 1.45 * head.events + 0.4


def _least(lane: Lane, stacked: bool) -> float:
    if stacked:
        # Without a subtitle below the name a plot can be lower.
        return _LEAST[lane.kind] * _STACKED + (_LABEL if lane.label else 0.0)
    # Names of neighbours never touch.
    lines = len(lane.label) + len(lane.subtitle)
    return max(_LEAST[lane.kind], lines * LINE_HEIGHT - _GAP[lane.kind] + 0.1)
