"""One style sheet for the whole window, made from the palette and the text size."""

from __future__ import annotations

from string import Template

from lupusdiary.resources import resource
from lupusdiary.ui.base.palette import Colours

BASE_POINTS = 12.0
FAMILY = "Pretendard"
TARGET = 40
# As wide as it likes: what Qt calls QWIDGETSIZE_MAX, which the binding does not name.
NO_LIMIT = 16777215


def target(scale: float) -> int:
    """The least height of a control in pixels: 40 or more, growing with the text."""
    return round(TARGET * max(1.0, 0.55 + 0.45 * scale))


def style_sheet(colours: Colours, scale: float, chevron: str) -> str:
    """The Qt style sheet of resources/window.qss, filled in. Widgets choose a look by the dynamic property
    `role`. `chevron` is the path of an icon."""
    height = target(scale)
    sizes = {f"pt{points}": f"{points * scale:.1f}pt" for points in (11, 12, 14, 16, 20, 24, 28, 43)}
    # The outside of a round mark; a radius of more than its half would make it square.
    box, ring = round(18 * scale), round(5 * scale)
    mark = box + 4
    # A control's own border and padding stand around what the style sheet calls its height.
    heights = {
        "control": height - 10,
        "tool": height - 18,
        "row": height - 8,
        "menu": round((height - 20 * scale) / 2),
        "tight": max(TARGET - 4, round(19 * scale)),
        "choice": height - 4,
        "arrow": round(16 * (0.5 + 0.5 * scale)),
        "drop": 12 + round(16 * (0.5 + 0.5 * scale)),
        "box": box,
        "round": mark // 2,
        "disc": 2 * round(11 * scale),
        "disc_round": round(11 * scale),
        "ring": ring,
        "dot": mark - 2 * ring,
    }
    # In high contrast every border is as bright as what can be pressed: there it would be the loudest of all.
    bright = colours.border == colours.muted
    idle = {
        "idle_border": colours.disabled if bright else colours.border,
        "idle_ground": colours.surface if bright else colours.border,
    }
    template = Template(resource("window.qss").read_text(encoding="utf-8"))
    check = chevron.replace("chevron-", "check-")
    return template.substitute(
        colours._asdict(), **sizes, **heights, **idle, family=FAMILY, chevron=chevron, check=check
    )
