"""Small lines as drawings that stay sharp on paper and speak in grey."""

from __future__ import annotations

from lupusdiary.report.summary import Line, Trend

# In points (1/72 inch).
WIDTH = 74.0
HEIGHT = 12.0
_MARGIN = 2.0
_INK = "#000000"
_BAND = "#dcdcdc"


def sparkline(trend: Trend) -> str | None:
    """An SVG of a trend, None when it has no point. Lone points are dots, the last point is a ring filled,
    points that say only “at most” are hollow, the sheet's own range is a light band."""
    if not trend.lines:
        return None
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}">']
    if trend.band:
        low, high = (_y(height) for height in trend.band)
        top, tall = min(low, high) - 0.6, abs(low - high) + 1.2
        parts.append(f'<rect x="0" y="{top:.2f}" width="{WIDTH:g}" height="{tall:.2f}" fill="{_BAND}"/>')
    parts += [_line(line) for line in trend.lines if len(line) > 1]
    lone = [line[0] for line in trend.lines if len(line) == 1]
    last = max((point for line in trend.lines for point in line), key=lambda point: point[0])
    for point in dict.fromkeys([*lone, *trend.bounds, last]):
        fill = "#ffffff" if point in trend.bounds else _INK
        parts.append(
            f'<circle cx="{_x(point[0]):.2f}" cy="{_y(point[1]):.2f}" r="1.5" fill="{fill}" '
            f'stroke="{_INK}" stroke-width="0.7"/>'
        )
    return "".join([*parts, "</svg>"])


def _line(line: Line) -> str:
    path = " ".join(f"{_x(x):.2f},{_y(y):.2f}" for x, y in line)
    return f'<polyline points="{path}" fill="none" stroke="{_INK}" stroke-width="0.9"/>'


def _x(fraction: float) -> float:
    return _MARGIN + fraction * (WIDTH - 2 * _MARGIN)


def _y(fraction: float) -> float:
    return HEIGHT - _MARGIN - fraction * (HEIGHT - 2 * _MARGIN)
