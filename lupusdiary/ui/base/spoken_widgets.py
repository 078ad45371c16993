"""The widgets that a screen reader hears as headings, groups, choices, tabs and charts."""

from __future__ import annotations

from weakref import ref

from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from shiboken6 import isValid

from lupusdiary.ui.base.spoken import (
    CHART,
    CHOICE,
    DOCUMENT,
    DRAWING,
    EMPTIES,
    GROUP,
    HEADING,
    TAB,
    TABS,
    TEXT,
    QuestionGroup,
    spoken_as,
)
from lupusdiary.ui.base.ui_language import UiLanguage

_ROLES = {
    HEADING: QAccessible.Role.Heading,
    TEXT: QAccessible.Role.StaticText,
    GROUP: QAccessible.Role.Grouping,
    CHOICE: QAccessible.Role.RadioButton,
    TAB: QAccessible.Role.PageTab,
    TABS: QAccessible.Role.PageTabList,
    CHART: QAccessible.Role.Chart,
    DOCUMENT: QAccessible.Role.Document,
    DRAWING: QAccessible.Role.Graphic,
    EMPTIES: QAccessible.Role.Button,
}


def spoken_widget(widget: QWidget, what: str, language: UiLanguage) -> QAccessibleInterface:
    """What is said of a widget, in the language of the window; `what` is one of the words of `speak_as`."""
    if isinstance(widget, QAbstractButton):
        return SpokenButton(widget, _ROLES[what], language)
    if what == TABS:
        return SpokenTabs(widget, _ROLES[what])
    return SpokenWidget(widget, _ROLES[what])


class SpokenWidget(QAccessibleWidget):
    """A widget in another role, called by its own words where it has no other name.

    The widget is held by a weak reference and never asked for: what a method of an interface hands out is
    taken by the binding for a part of that interface, and falls with it.
    """

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self.told = role
        self._widget = ref(widget)

    @property
    def shown(self) -> QWidget | None:
        """The widget while it is there."""
        widget = self._widget()
        return widget if widget is not None and isValid(widget) else None

    def text(self, kind: QAccessible.Text) -> str:
        said = super().text(kind)
        widget = self.shown
        if not said and kind == QAccessible.Text.Name and isinstance(widget, QAbstractButton | QLabel):
            return widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&").strip()
        return said

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.told == QAccessible.Role.Graphic:
            state.invisible = True
        return state


class SpokenButton(SpokenWidget):
    """A button in another role: whether it is chosen is heard, which of how many it is and what is asked;
    and it can be pressed."""

    def __init__(self, widget: QAbstractButton, role: QAccessible.Role, language: UiLanguage) -> None:
        super().__init__(widget, role)
        self._language = language

    @property
    def button(self) -> QAbstractButton | None:
        """The button while it is there."""
        button = self.shown
        return button if isinstance(button, QAbstractButton) else None

    def text(self, kind: QAccessible.Text) -> str:
        said = super().text(kind)
        if kind == QAccessible.Text.Name and self.told == QAccessible.Role.Button:
            return said or self._language.tr_now.text("Empty the field")
        button = self.button
        if (
            button is None
            or kind != QAccessible.Text.Description
            or self.told != QAccessible.Role.RadioButton
        ):
            return said
        group = button.group()
        asked = group.label.text() if isinstance(group, QuestionGroup) else ""
        brothers = _choices(button)
        place = self._place(brothers.index(button) + 1, len(brothers)) if button in brothers else ""
        return ", ".join(part for part in (asked, said, place) if part)

    def _place(self, place: int, count: int) -> str:
        return self._language.tr_now.text("{place} of {count}", place=place, count=count)

    def state(self) -> QAccessible.State:
        state, button = super().state(), self.button
        if button is not None and button.isCheckable():
            if self.told == QAccessible.Role.PageTab:
                state.selectable, state.selected = True, button.isChecked()
            else:
                state.checkable, state.checked = True, button.isChecked()
        return state

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        button = self.button
        if button is None:
            return None
        tabs = _above(button, TABS) if self.told == QAccessible.Role.PageTab else None
        above = button.parentWidget() if tabs is None else tabs
        return None if above is None else QAccessible.queryAccessibleInterface(above)

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        button = self.button
        if button is not None and name == QAccessibleActionInterface.pressAction():
            button.click()
        else:
            super().doAction(name)


class SpokenTabs(SpokenWidget):
    """A list whose tabs are its children, whatever they are laid out in."""

    def _tabs(self) -> list[QAbstractButton]:
        return [] if self.shown is None else _buttons(self.shown, TAB)

    def childCount(self) -> int:
        return len(self._tabs())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        tabs = self._tabs()
        return QAccessible.queryAccessibleInterface(tabs[index]) if 0 <= index < len(tabs) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        wanted = QAccessible.uniqueId(child)
        found = (QAccessible.uniqueId(QAccessible.queryAccessibleInterface(tab)) for tab in self._tabs())
        return next((at for at, each in enumerate(found) if each == wanted), -1)


def _choices(button: QAbstractButton) -> list[QAbstractButton]:
    """All answers to the question that the button answers, in their order."""
    group = button.group()
    if group is not None:
        return [each for each in group.buttons() if not each.isHidden()]
    asking = _above(button, GROUP)
    return [] if asking is None else _buttons(asking, CHOICE)


def _buttons(above: QWidget, what: str) -> list[QAbstractButton]:
    found = above.findChildren(QAbstractButton)
    return [each for each in found if not each.isHidden() and spoken_as(each) == what]


def _above(widget: QWidget, what: str) -> QWidget | None:
    found = widget.parentWidget()
    while found is not None and spoken_as(found) != what:
        found = found.parentWidget()
    return found
