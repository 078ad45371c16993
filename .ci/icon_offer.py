"""Offers the icon: asked once, made when the program is there."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from console import ask, can_ask, in_words, say
from desktop_icon import ENGLISH, KOREAN, Icon, Program


class Offer:
    """Asks once whether an icon is wanted and remembers the answer in a file; the icon itself is made when
    the program is there to be started."""

    def __init__(self, answer: Path) -> None:
        self._answer = answer

    def ask(self) -> None:
        """Asks, if somebody is there and was not asked before."""
        if self._answer.exists() or not can_ask():
            return
        wanted = ask(
            in_words(
                f"Shall an icon “{ENGLISH}” stand on the desktop and in the menu?",
                f"바탕 화면과 메뉴에 “{KOREAN}” 아이콘을 만들까요?",
            )
        )
        self._note("wanted" if wanted else "no")

    def keep(self, icon: Callable[[], Icon], program: Program) -> None:
        """Makes the icon if it was wanted and is not made yet; what hinders that keeps nobody from the
        program."""
        if not self._answer.is_file() or self._answer.read_text(encoding="utf-8") != "wanted":
            return
        try:
            self.make(icon(), program)
        except (OSError, subprocess.SubprocessError) as fault:
            say(
                in_words(
                    f"The icon could not be made ({fault}); python3 dev.py icon tries again.",
                    f"아이콘을 만들지 못했습니다({fault}). python3 dev.py icon으로 다시 해 볼 수 있습니다.",
                )
            )
            self._note("no")

    def make(self, icon: Icon, program: Program) -> None:
        """Makes the icon and says where it is."""
        for place in icon.make(program):
            say(in_words(f"The icon is here: {place}", f"아이콘을 만들었습니다: {place}"))
        self._note("made")

    def remove(self, icon: Icon) -> None:
        """Takes the icon away again; it is not offered anew."""
        for place in icon.remove():
            say(in_words(f"The icon is gone: {place}", f"아이콘을 지웠습니다: {place}"))
        self._note("no")

    def _note(self, answer: str) -> None:
        self._answer.write_text(answer, encoding="utf-8")
