"""Every colour of the window: light, dark and high contrast, from this one place."""

from __future__ import annotations

from typing import NamedTuple


class Colours(NamedTuple):
    """One set of colours as #rrggbb: text keeps 4.5:1 on its ground, controls and focus 3:1 (WCAG 2.2 AA)."""

    name: str
    dark: bool
    window: str
    rail: str
    surface: str
    raised: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    border: str
    control_border: str
    hover: str
    focus: str
    note: str
    on_note: str
    note_border: str
    disabled: str
    # How much, never how bad: 0, 1-2, 3-4, 5-6, 7-8, 9-10 of ten.
    shades: tuple[str, str, str, str, str, str]

    def on_shade(self, step: int) -> str:
        """The colour of text on a shade: dark or light, whichever is read better."""
        return max((_DARK_INK, _LIGHT_INK), key=lambda ink: contrast(ink, self.shades[step]))


_DARK_INK, _LIGHT_INK = "#1f1b2e", "#ffffff"


LIGHT = Colours(
    name="light",
    dark=False,
    window="#f5f5f9",
    rail="#ffffff",
    surface="#ffffff",
    raised="#fbfafe",
    text="#1f1b2e",
    muted="#5b586c",
    accent="#5b4b9a",
    accent_hover="#4c3d86",
    on_accent="#ffffff",
    accent_soft="#ece8f8",
    on_accent_soft="#45377f",
    border="#e2e0ea",
    control_border="#8f8ba3",
    hover="#f1eff8",
    focus="#7a63d2",
    note="#fff3dc",
    on_note="#6a4700",
    note_border="#e9c987",
    disabled="#767289",
    shades=("#ffffff", "#ece7f8", "#dad0f2", "#bfb0e6", "#9783cd", "#5b4b9a"),
)

DARK = Colours(
    name="dark",
    dark=True,
    window="#15131c",
    rail="#1a1824",
    surface="#201d2b",
    raised="#262333",
    text="#edebf5",
    muted="#b3aec6",
    accent="#b9a9f0",
    accent_hover="#cbbffa",
    on_accent="#1d1535",
    accent_soft="#372f57",
    on_accent_soft="#e0d8ff",
    border="#353146",
    control_border="#7d7894",
    hover="#2b273a",
    focus="#cfc3ff",
    note="#3b2f12",
    on_note="#ffdc93",
    note_border="#7a6124",
    disabled="#8f8aa5",
    shades=("#201d2b", "#322b4d", "#463b70", "#6455a0", "#9483d6", "#c9bdf7"),
)

CONTRAST = Colours(
    name="contrast",
    dark=True,
    window="#000000",
    rail="#000000",
    surface="#000000",
    raised="#000000",
    text="#ffffff",
    muted="#ffffff",
    accent="#ffe14d",
    accent_hover="#fff0a0",
    on_accent="#000000",
    accent_soft="#3d3500",
    on_accent_soft="#ffffff",
    border="#ffffff",
    control_border="#ffffff",
    hover="#262626",
    focus="#00e5ff",
    note="#000000",
    on_note="#ffe14d",
    note_border="#ffe14d",
    disabled="#9a9a9a",
    shades=("#000000", "#000000", "#000000", "#000000", "#000000", "#000000"),
)

THEMES = {colours.name: colours for colours in (LIGHT, DARK, CONTRAST)}


def luminance(colour: str) -> float:
    """Relative luminance of a #rrggbb colour (WCAG 2.2)."""

    def linear(part: str) -> float:
        channel = int(part, 16) / 255
        return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two #rrggbb colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
