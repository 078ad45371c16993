"""Every place of the window: each page, what each of its buttons opens, the dialogs and the doors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from lupusdiary.app import page_factories
from tests.ui.shell import Shell

Look = Callable[[str, QWidget], None]
PAGES = tuple(page_factories())
# These lead to another page or change how all of them look; what they lead to is looked at in its place.
_ELSEWHERE = ("rail_", "language_", "size_", "theme_", "unit_", "remember_", "demonstration", "print_")
# One of many brothers stands for them all.
_BROTHERS = ("cell", "step")
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
