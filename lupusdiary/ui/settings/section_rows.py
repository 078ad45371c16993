"""What the list of the settings offers: its sections, and the settings in which a searched text stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from lupusdiary.domain import hangul
from lupusdiary.language import LANGUAGES, Message, Translator, mark, translator

# By its name: the words of a section in the list, and others under which a person may look for it.
SECTIONS: Mapping[str, tuple[Message, Message]] = {
    "appearance": (mark("Language and display"), mark("font, zoom, large print, dark mode, screen")),
    "profile": (mark("About me"), mark("profile, birthday, gender, patient number")),
    "habits": (mark("How I use the diary"), mark("Celsius, Fahrenheit, pounds, midnight, recent files")),
    "file": (mark("My diary’s file"), mark("folder, where it is stored, recovery key")),
    "protection": (mark("Passphrase and lock"), mark("password, security, privacy, lock screen")),
    "backups": (mark("Backups"), mark("safety copy, USB, restore, new computer")),
    "articles": (mark("Articles of my hospital"), mark("teaching material, handouts, telephone")),
    "demonstration": (mark("Demonstration mode"), mark("teaching, example, class")),
}
# A longer line explains a setting; it is none itself.
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A line of the list: where it leads, whether it is a setting below its section, and whether its own
    words are what is looked for."""

    section: str
    words: str
    place: QWidget
    inner: bool = False
    meant: bool = False


def section_rows(cards: Mapping[str, QWidget], wanted: str, tr: Translator) -> Iterator[SectionRow]:
    """Every section that is there; with a text to look for those that hold it, each with its settings that
    do. In Korean initial consonants find too."""
    patterns = [hangul.finder(word) for word in wanted.split()]

    def holds(text: str) -> bool:
        return all(pattern.search(text) for pattern in patterns)

    for name, (title, others) in SECTIONS.items():
        card = cards[name]
        if card.isHidden():
            continue
        named = tr.text(title)
        head = SectionRow(name, named, card, meant=bool(patterns) and holds(named))
        if not patterns:
            yield head
            continue
        words = list(_words(card))
        inner = {
            text: SectionRow(name, text, place, inner=True, meant=True)
            for text, place in words
            if holds(text)
        }
        if inner or head.meant or any(holds(each) for each in _called(title, others)):
            yield head
            yield from (row for row in inner.values() if _is_setting(row))


def _called(title: Message, others: Message) -> Iterator[str]:
    """Many know the word of the other language."""
    for code in LANGUAGES:
        for message in (title, others):
            yield translator(code).text(message)


def _is_setting(row: SectionRow) -> bool:
    if not isinstance(row.place, QLabel):
        return True
    # A label that has a name of its own says how something is now.
    named = row.place.objectName() or row.place.property("role")
    return not named and len(row.words) <= _LONGEST_NAME


def _words(card: QWidget) -> Iterator[tuple[str, QWidget]]:
    """What is written on a card, controls last: where a label says the same, the control is the place."""
    seen = [each for each in card.findChildren(QWidget) if each.isVisibleTo(card)]
    yield from ((each.text(), each) for each in seen if isinstance(each, QLabel))
    for each in seen:
        if isinstance(each, QAbstractButton | QLineEdit) and not isinstance(each.parent(), QLineEdit):
            shown = each.text() if isinstance(each, QAbstractButton) else ""
            yield each.accessibleName() or shown, each
