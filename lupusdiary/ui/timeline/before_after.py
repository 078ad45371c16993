"""From an event on the timeline to what came before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from lupusdiary.charts.panels import EventMark
from lupusdiary.language import Translator
from lupusdiary.ui.base.route import Route


class BeforeAfterMenu(QPushButton):
    """Lists the events of the picture, the newest first; `go` carries the way to the one that is chosen. Not
    there where the picture has no event."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline_before_after")
        self.setProperty("role", "chip")
        self._events = QMenu(self)
        self.setMenu(self._events)
        self.hide()

    def show_events(self, events: Sequence[EventMark], tr: Translator) -> None:
        """Offers these events as day 0."""
        self.setText(tr.text("Before and after"))
        self.setAccessibleName(tr.text("Before and after an event of the picture"))
        self._events.clear()
        kept = [event for event in events if event.id is not None]
        for event in sorted(kept, key=lambda each: each.day, reverse=True):
            words = f"{event.label}, {tr.date(event.day)}"
            route = Route("compare", event=event.id)
            action = self._events.addAction(words.replace("&", "&&"))
            action.setObjectName(f"compare_{event.id}")
            action.triggered.connect(lambda _=False, route=route: self.go.emit(route))
        self.setVisible(bool(kept))
