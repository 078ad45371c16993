"""Every place of the window: each page, what each of its buttons opens, the dialogs and the doors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from lupusdiary.app import page_factories
from lupusdiary.ui.base.command import Verb
from tests.ui.shell import Shell

Look = Callable[[str, QWidget], None]
PAGES = tuple(page_factories())
# These lead to another page or change how all of them look; what they lead to is looked at in its place.
_ELSEWHERE = ("rail_", "language_", "size_", "theme_", "unit_", "remember_", "demonstration", "print_")
# One of many brothers stands for them all.
_BROTHERS = ("cell", "step")
# Entries of the menus that lead to a page, to another diary or out, and that change how everything looks.
_LEADS = ("page_", "demonstration_", "quit")
_LOOKS = ("theme_", "language_", "larger", "smaller", "full_screen")
# What is asked for on a page and fills the window all the same.
ASKED = (Verb.RESTORE, Verb.PASSPHRASE, Verb.MOVING)
# What covers the diary comes last.
LAST = {Verb.OWN, Verb.RECOVERY, Verb.LOCK, *ASKED}
_OF_ROWS = re.compile(r"^(tick|up|down|off|own|read|restore|delete|computed|preset|range)_.*")


def quiet() -> None:
    """Waits until no worker works, and lets the window take what they found."""
    for _ in range(3):
        assert QThreadPool.globalInstance().waitForDone(300_000)
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def go(shell: Shell, name: str) -> QWidget:
    """A page from its start, whole."""
    view = shell.window.view
    assert view is not None
    view.show_start(name)
    page = view.page(name)
    page.complete()
    quiet()
    return page


def buttons(page: QWidget) -> Iterator[QAbstractButton]:
    """What can be pressed on a page now, one of each sort."""
    seen: set[str] = set()
    for each in page.findChildren(QAbstractButton):
        sort = sort_of(each)
        if sort in seen or not each.isVisible() or not each.isEnabled():
            continue
        seen.add(sort)
        if getattr(each, "menu", lambda: None)() is None and not sort.startswith(_ELSEWHERE):
            yield each


def sort_of(button: QAbstractButton) -> str:
    """The object name without what tells one row from the next."""
    look = str(button.property("role") or "")
    if look in _BROTHERS:
        return look
    name = button.objectName().rstrip("0123456789") or f"{type(button).__name__} {button.text()}"
    return _OF_ROWS.sub(r"\1", name)


def opened(before: set[QWidget]) -> list[QWidget]:
    """The windows that are seen now and were not before."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in before]


def menu_entries(shell: Shell) -> list[QAction]:
    """Every entry of the menu bar that opens something here and now, what covers the diary last."""
    menus = shell.window.menuBar().findChildren(QMenu)
    entries = [each for menu in menus for each in menu.actions() if each.isEnabled() and not each.menu()]
    here = [each for each in entries if each.text() and not each.objectName().startswith((*_LEADS, *_LOOKS))]
    return sorted(here, key=lambda each: each.objectName() in LAST)


class Looking:
    """Looks at places, and keeps what `faults` finds wrong there by the way to each. Dialogs that are asked
    for are shown, looked at and closed."""

    def __init__(self, shell: Shell, faults: Callable[[QWidget], Iterable[str]]) -> None:
        self.found: dict[str, list[str]] = {}
        self.seen: set[str] = set()
        self._shell, self._faults = shell, faults
        shell.person.in_dialog = self._at_dialog

    def at(self, way: str, widget: QWidget) -> None:
        """One place."""
        self.seen.add(way)
        if wrong := list(self._faults(widget)):
            self.found[way] = wrong

    def after(self, name: str, act: Callable[[], object]) -> None:
        """The window after something was done that is called so, and the windows that it opened."""
        act()
        quiet()
        self.at(name, self._shell.window)
        for window in opened({self._shell.window}):
            self.at(f"{name} > {type(window).__name__}", window)
            window.close()
        quiet()

    def _at_dialog(self, dialog: QDialog) -> bool:
        dialog.show()
        quiet()
        self.at(type(dialog).__name__, dialog)
        dialog.close()
        return False


def places(shell: Shell, page: str, look: Look, deep: int = 2) -> None:
    """Shows a page, then what each of its buttons opens, and what the buttons open that are new there; each
    is handed to `look` with the way to it."""
    look(page, go(shell, page))
    _press_each(shell, page, (), set(), look, deep)
    quiet()


def _press_each(
    shell: Shell, page: str, way: tuple[str, ...], known: set[str], look: Look, deep: int
) -> None:
    new = [sort for sort in map(sort_of, buttons(_walk(shell, page, way))) if sort not in known]
    known = known | set(new)
    for sort in new:
        shown = _walk(shell, page, way)
        button = next((each for each in buttons(shown) if sort_of(each) == sort), None)
        if button is None:
            continue
        before = {each for each in QApplication.topLevelWidgets() if each.isVisible()}
        button.click()
        quiet()
        name = " > ".join((page, *way, sort))
        look(name, shell.window)
        for window in opened(before):
            look(f"{name} > {type(window).__name__}", window)
            window.close()
        if len(way) + 1 < deep:
            _press_each(shell, page, (*way, sort), known, look, deep)


def _walk(shell: Shell, page: str, way: tuple[str, ...]) -> QWidget:
    """The page after the buttons of the way were pressed once more."""
    shown = go(shell, page)
    for sort in way:
        button = next((each for each in buttons(shown) if sort_of(each) == sort), None)
        if button is not None and not button.isChecked():
            button.click()
            quiet()
    view = shell.window.view
    assert view is not None
    return view.page(view.current)
