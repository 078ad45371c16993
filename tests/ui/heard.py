"""What a screen reader finds in a window: every part that is seen, with its role, name and description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
# Their parts are no widgets.
_LISTING = {Role.Table, Role.List, Role.Tree}
CELLS = {Role.Cell, Role.ColumnHeader, Role.RowHeader, Role.ListItem, Role.TreeItem}


@dataclass(frozen=True)
class Heard:
    """One part. `above` are the parts that it stands in, the outermost first; a cell has no `widget`."""

    role: QAccessible.Role
    name: str
    description: str
    focusable: bool
    above: tuple[Heard, ...]
    widget: QWidget | None = None

    @property
    def called(self) -> str:
        """How a message of a test calls it."""
        widget = self.widget
        return self.role.name if widget is None else f"{type(widget).__name__} {widget.objectName()!r}"

    def __str__(self) -> str:
        return f"{self.role.name} {self.called} {self.name!r}"


def hear(widget: QWidget, above: tuple[Heard, ...] = ()) -> Iterator[Heard]:
    """The parts of a widget that can be seen. The widgets are walked, not the interfaces: what one of those
    hands out is taken by the binding for its own, and falls with it."""
    if not widget.isVisible():
        return
    part = QAccessible.queryAccessibleInterface(widget)
    assert part is not None
    state = part.state()
    one = above[-1] if above else None
    if not state.invisible:
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled()
        one = _said(part, focusable, above, widget)
        yield one
        if one.role in _LISTING:
            yield from _cells(part, (*above, one))
            return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from hear(child, above if one is None or state.invisible else (*above, one))


def _said(
    part: QAccessibleInterface, focusable: bool, above: tuple[Heard, ...], widget: QWidget | None
) -> Heard:
    name, description = (
        part.text(kind).strip() for kind in (QAccessible.Text.Name, QAccessible.Text.Description)
    )
    return Heard(part.role(), name, description, focusable, above, widget)


def _cells(listing: QAccessibleInterface, above: tuple[Heard, ...]) -> Iterator[Heard]:
    for at in range(listing.childCount()):
        cell = listing.child(at)
        if cell is not None and cell.isValid() and cell.role() in CELLS:
            yield _said(cell, False, above, None)
