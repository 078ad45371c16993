"""What is only looked at, in a window of its own: the trash, a day's earlier versions, how a diary moves."""

from __future__ import annotations

from lupusdiary.ui.frame.window import Window


def show_trash(window: Window) -> None:
    """What was removed in the last 30 days."""
    view = window.view
    if view is not None:
        from lupusdiary.ui.safety.trash_dialog import TrashDialog

        view.keep()
        TrashDialog(window, view.diary, window.context).open()


def show_day_history(window: Window) -> None:
    """How the day that Today shows stood before."""
    view = window.view
    if view is not None:
        from lupusdiary.ui.safety.trash_dialog import DayHistory
        from lupusdiary.ui.today.page import TodayPage

        view.keep()
        today = view.page("today")
        day = today.day if isinstance(today, TodayPage) else view.diary.today()
        DayHistory(window, window.context, view.diary, day).open()


def show_moving(window: Window) -> None:
    """How a diary moves to another computer."""
    from lupusdiary.ui.safety.moving import Moving

    Moving(window, window.context).open()
