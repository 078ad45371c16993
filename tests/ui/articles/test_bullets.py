"""The points of a list stand beside their signs, however short they are."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from lupusdiary.education.content.article import Bullets, Plain
from lupusdiary.ui.articles.rich_text import Typeface, bullets_html


def test_short_points_stand_beside_their_signs(qtbot: QtBot) -> None:
    bullets = Bullets(((Plain("접수에서 이름을 말합니다."),), (Plain("Wait."),)))
    document = QTextDocument()
    document.setHtml(bullets_html(bullets, Typeface(12, "#000000", "#000000", "#000000"), {}))
    document.setTextWidth(600)
    layout = document.documentLayout()
    for words in ("접수에서", "Wait"):
        assert 0 < layout.blockBoundingRect(document.find(words).block()).x() < 60
