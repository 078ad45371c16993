"""Every text can be read and every control be seen in every theme (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest

from lupusdiary.ui.base.palette import THEMES, Colours, contrast

TEXT = [
    ("text", "window"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "rail"),
    ("text", "hover"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "raised"),
    ("muted", "rail"),
    ("accent", "rail"),
    ("accent", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent_soft", "accent_soft"),
    ("on_note", "note"),
    ("surface", "text"),
]
CONTROLS = [
    ("control_border", "surface"),
    ("control_border", "window"),
    ("focus", "surface"),
    ("focus", "window"),
    ("accent", "surface"),
    ("accent", "window"),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("upper", "under"), TEXT)
def test_text_has_a_contrast_of_four_and_a_half(theme: Colours, upper: str, under: str) -> None:
    assert contrast(getattr(theme, upper), getattr(theme, under)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("upper", "under"), CONTROLS)
def test_controls_and_focus_have_a_contrast_of_three(theme: Colours, upper: str, under: str) -> None:
    assert contrast(getattr(theme, upper), getattr(theme, under)) >= 3.0


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_number_can_be_read_on_every_shade(theme: Colours) -> None:
    for step, shade in enumerate(theme.shades):
        assert contrast(theme.on_shade(step), shade) >= 4.5, step


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_shades_say_how_much_in_order(theme: Colours) -> None:
    steps = [contrast(shade, theme.shades[0]) for shade in theme.shades]
    assert steps == sorted(steps)
    assert theme.name == "contrast" or len(set(steps)) == len(steps)
