"""The one way back: menu, shortcut and button come here; it says what was taken back, and goes there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lupusdiary.diary.changes.step import Step
from lupusdiary.diary.settings import (
    CARD_PRINTED,
    COMPUTED_EGFR,
    FEVER_LIMIT,
    LABORATORY,
    MEDICINE_LIST_COLUMNS,
    MEDICINE_TICKS,
    REVIEW_LEFT,
    TIMELINE_ITEMS,
    TIMELINE_RANGE,
)
from lupusdiary.domain.change import Change
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.window import Window

# Where the things of a verb stand, by its first word. What is not here stands on several pages.
_PAGES = {
    "days": "today",
    "symptoms": "today",
    "flares": "today",
    "labs": "labs",
    "events": "treatment",
    "medicines": "treatment",
    "visits": "visit",
    "profile": "settings",
    "contacts": "urgent",
    "settings": "settings",
    "learning": "learn",
    "safety_card": "urgent",
}
# Settings that stand on another page than the settings; the others are looked for there by their key.
_SETTINGS = {
    MEDICINE_TICKS: "treatment",
    MEDICINE_LIST_COLUMNS: "treatment",
    COMPUTED_EGFR: "labs",
    LABORATORY: "labs",
    TIMELINE_ITEMS: "timeline",
    TIMELINE_RANGE: "timeline",
    FEVER_LIMIT: "urgent",
    CARD_PRINTED: "urgent",
    REVIEW_LEFT: "learn",
}
_REPORT = "report_"
_ON_TODAY = frozenset({"medicines.taken"})


class UndoCommands:
    """Steps through the history of the diary that is open; `tell` says what was refused."""

    def __init__(self, window: Window, tell: Callable[[Refusal], None]) -> None:
        self._window = window
        self._tell = tell

    def undo(self) -> None:
        """Takes the last step back."""
        self._step(back=True)

    def redo(self) -> None:
        """Does the step again that was taken back last."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        view = self._window.view
        if view is None:
            return
        view.keep()
        if view.unsaved_step(back=back) is not None:
            view.page(view.current).step(back=back)
            return
        history = view.diary.history
        try:
            step = history.next_undo if back else history.next_redo
            change = history.undo() if back else history.redo()
        except Refusal as refusal:
            self._tell(refusal)
        else:
            if step is not None and change is not None:
                self._go(view, step, change)
                catalogue = view.diary.symptoms.catalogue()
                known = step.symptom is not None and step.symptom in catalogue
                item = catalogue.get(str(step.symptom)) if known else None

                def words(tr: Translator) -> str:
                    named = _name(step, change, tr) if item is None else ""
                    if item is not None and step.day is not None:
                        day = tr.date(step.day, "day")
                        if step.value is None:
                            named = tr.text("{item} cleared on {day}", item=item.name(tr), day=day)
                        else:
                            value = item.show(step.value, tr)
                            named = tr.text(
                                "{item} {value} on {day}", item=item.name(tr), value=value, day=day
                            )
                    return (
                        tr.text("Undone: {step}", step=named)
                        if back
                        else tr.text("Done again: {step}", step=named)
                    )

                self._window.menu_end.say(words)
        self._window.menus.update_undo()

    def _go(self, view: DiaryView, step: Step, change: Change) -> None:
        noun = step.verb.partition(".")[0]
        page = "today" if step.verb in _ON_TODAY else _PAGES.get(noun)
        anchor = "profile" if noun == "profile" else None
        if step.setting is not None:
            page = "visit" if step.setting.startswith(_REPORT) else _SETTINGS.get(step.setting, "settings")
            anchor = step.setting if page == "settings" else None
        if page is None:
            return
        day = _shown(change, view.diary.today()) if page == "today" else None
        route = Route(page, day=day, anchor=anchor)
        # What is seen already stays as it is, with the keyboard where it was.
        if page != view.current or not view.page(page).shows(route):
            view.follow(route)


def _shown(change: Change, today: date) -> date | None:
    """The day of Today on which a change is seen."""
    return min(max(change.days), today) if change.days else None


def _name(step: Step, change: Change, tr: Translator) -> str:
    name = tr.text(step.name) if step.name is not None else tr.text("a change")
    if len(change.days) != 1:
        return name
    (day,) = change.days
    return tr.text("{step} on {day}", step=name, day=tr.date(day, "day"))
