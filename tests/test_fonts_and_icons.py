"""What is drawn with: fonts that cover what people here write, icons that take the colour of the text."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from lupusdiary.resources import resource

FONTS = {
    "hangul": ["pretendard/Pretendard-Regular.ttf", "pretendard/Pretendard-Bold.ttf"],
    "hanja": ["hanja/LupusdiaryHanja-Regular.otf"],
    "emoji": ["noto-emoji/NotoEmoji-Regular.ttf"],
}
HANJA = {
    character
    for lead in range(0xCA, 0xFE)
    for trail in range(0xA1, 0xFF)
    for character in bytes([lead, trail]).decode("euc_kr")
}


def _covered(font: str) -> set[str]:
    with TTFont(resource("fonts", font)) as opened:
        return {chr(code) for code in opened.getBestCmap()}


@pytest.mark.parametrize("font", FONTS["hangul"])
def test_both_weights_have_every_hangul_syllable_and_our_marks(font: str) -> None:
    syllables = {chr(code) for code in range(0xAC00, 0xD7A4)}
    assert (syllables | set("“”‘’–—…·×≤≥±µ°²³→←↑↓▲▼●○■□◆◇✓")) - _covered(font) == set()


def test_the_hanja_of_the_national_standard_and_old_hangul_letters_are_there() -> None:
    assert len(HANJA) == 4888
    assert (HANJA | {chr(code) for code in range(0x1100, 0x1200)}) - _covered(FONTS["hanja"][0]) == set()


def test_emoji_are_there_in_one_colour() -> None:
    assert set("😀❤☀🙂💊🤢🌡") <= _covered(FONTS["emoji"][0])
    with TTFont(resource("fonts", FONTS["emoji"][0])) as font:
        assert {"COLR", "CBDT", "SVG "} & set(font.keys()) == set()


def test_every_font_and_icon_travels_with_its_licence() -> None:
    folders = [file.parent for kind in ("fonts", "icons") for file in resource(kind).glob("*/*.[tos]*")]
    assert len(folders) > 40
    assert [folder.name for folder in folders if not (folder / "LICENSE.txt").is_file()] == []


def test_icons_take_the_colour_of_the_text() -> None:
    icons = sorted(resource("icons", "lucide").glob("*.svg"))
    assert len(icons) >= 40
    assert {icon.stem: _drawn(icon) for icon in icons} == {
        icon.stem: ("0 0 24 24", "currentColor") for icon in icons
    }


def _drawn(icon: Path) -> tuple[str | None, str | None]:
    root = ElementTree.fromstring(icon.read_text(encoding="utf-8"))
    return root.get("viewBox"), root.get("stroke")
