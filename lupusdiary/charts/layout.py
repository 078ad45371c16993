"""Where everything of a timeline stands, in inches from the lower left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lupusdiary.charts.panels import TICKS, Panel, ScorePanel

LINE_HEIGHT = 1.4
# A plot is at least this high, in lines of text; with its title a panel is about 90 pixels at 100 %.
_LEAST_PLOT = 3.1
# On a projector, where the text is large.
_LEAST_BARE_PLOT = 2.0
_SMALL = 0.45
_EMPTY = 0.4
# From so many panels on the time axis is named above them too.
MANY_PANELS = 3


@dataclass(frozen=True, slots=True)
class PanelBox:
    """One panel: the base line of its title, and its plot from `bottom` to `top`."""

    title: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of one picture. `em` is the text size; `lane` the base line of the lowest row of labels."""

    width: float
    height: float
    em: float
    left: float
    right: float
    notes: float
    notes_bottom: float
    lane: float
    upper_axis: float | None
    panels: tuple[PanelBox, ...]
    strip: PanelBox
    axis: float

    @property
    def line(self) -> float:
        """The height of one line of text."""
        return self.em * LINE_HEIGHT

    @property
    def marks_top(self) -> float:
        """Up to where marks rise from the panels."""
        return self.lane - self.em * 0.35


def least_height(
    panels: Sequence[Panel],
    points: float,
    notes: int,
    rows: int,
    has_strip: bool = True,
    bare: bool = False,
) -> float:
    """The height in inches below which the panels would be too flat to read."""
    line = points / 72 * LINE_HEIGHT
    return _fixed(len(panels), points, notes, rows, has_strip, bare) + sum(
        _weight(p) for p in panels
    ) * line * (_LEAST_BARE_PLOT if bare else _LEAST_PLOT)


def layout(
    panels: Sequence[Panel],
    size: tuple[float, float],
    points: float,
    *,
    gutter: float,
    notes: int,
    rows: int,
    has_strip: bool = True,
    bare: bool = False,
) -> Layout:
    """Shares the height out among the panels; yes/no items need less of it. `bare` names the time axis only
    below."""
    width, height = size
    em = points / 72
    line = em * LINE_HEIGHT
    share = max(line, height - _fixed(len(panels), points, notes, rows, has_strip, bare)) / max(
        1e-6, sum(_weight(p) for p in panels)
    )
    y = height - em * 0.3
    notes_at = y - em
    y -= notes * line + em * 0.3
    notes_bottom = y
    upper = None
    if len(panels) >= MANY_PANELS and not bare:
        upper = y - em
        y -= line * 1.1
    y -= rows * line * 1.1
    lane = y + em * 0.35
    boxes = []
    for panel in panels:
        title = y - em * 1.15
        top = title - em * 0.7
        y = top - _weight(panel) * share
        boxes.append(PanelBox(title, y, top))
        y -= em * 0.6
    title = y - em * 1.15
    top = title - em * 0.45
    strip = PanelBox(title, top - em * 1.5, top) if has_strip else PanelBox(y, y, y + em * 0.5)
    return Layout(
        width, height, em, gutter, width - em * 0.9, notes_at, notes_bottom, lane, upper, tuple(boxes), strip,
        strip.bottom - em * 1.35,
    )  # fmt: skip


def _fixed(count: int, points: float, notes: int, rows: int, has_strip: bool, bare: bool) -> float:
    """All height that is not plot."""
    em = points / 72
    line = em * LINE_HEIGHT
    upper = line * 1.1 if count >= MANY_PANELS and not bare else 0.0
    return (
        em * 0.7
        + notes * line
        + rows * line * 1.1
        + upper
        + count * em * 2.45
        + em * ((3.1 if has_strip else 0.0) + 1.8)
    )


def _weight(panel: Panel) -> float:
    if not panel.points:
        return _EMPTY
    return _SMALL if isinstance(panel, ScorePanel) and panel.style == TICKS else 1.0
