"""From an event on the timeline to what came before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from lupusdiary.charts.panels import EventMark
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.language import Translator
from lupusdiary.ui.base.route import Route

# With more events than this those of one kind stand together in a list of their own.
_MOST = 12


class BeforeAfterMenu(QPushButton):
    """Lists the events of the picture, the newest first, many by their kinds; `go` carries the way to the one
    that is chosen. Not there where the picture has no event."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline_before_after")
        self.setProperty("role", "chip")
        self._events = QMenu(self)
        self._of_kinds: list[QMenu] = []
        self.setMenu(self._events)
        self.hide()

    def show_events(self, events: Sequence[EventMark], tr: Translator) -> None:
        """Offers these events as day 0."""
        self.setText(tr.text("Before and after"))
        self.setAccessibleName(tr.text("Before and after an event of the picture"))
        self._events.clear()
        # A list within the list is no part of it for Qt, and would outlive it.
        for menu in self._of_kinds:
            menu.deleteLater()
        self._of_kinds.clear()
        kept = [event for event in events if event.id is not None]
        kept.sort(key=lambda each: each.day, reverse=True)
        of_kind: dict[object, list[EventMark]] = {}
        for event in kept:
            of_kind.setdefault(event.kind if len(kept) > _MOST else event.id, []).append(event)
        for group in of_kind.values():
            if len(group) > 1:
                name = kept_kind(group[0].kind).name(tr)
                words = tr.text("{kind} ({count})", kind=name, count=len(group))
                menu = self._events.addMenu(words.replace("&", "&&"))
                self._of_kinds.append(menu)
            else:
                menu = self._events
            for event in group:
                self._add(menu, event, tr)
        self.setVisible(bool(kept))

    def _add(self, menu: QMenu, event: EventMark, tr: Translator) -> None:
        words = f"{event.label}, {tr.date(event.day)}"
        route = Route("compare", event=event.id)
        action = menu.addAction(words.replace("&", "&&"))
        action.setObjectName(f"compare_{event.id}")
        action.triggered.connect(lambda _=False, route=route: self.go.emit(route))
