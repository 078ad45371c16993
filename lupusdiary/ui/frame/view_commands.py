"""What the menus change about the window itself: text size, colours, language, the whole screen."""

from __future__ import annotations

from lupusdiary.ui.base.route import TO_BE_TYPED, Route
from lupusdiary.ui.frame.menus import next_scale
from lupusdiary.ui.frame.window import Window


class ViewCommands:
    """Each change is applied at once and remembered for this user."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._context = window.context

    def step_scale(self, step: int) -> None:
        """Makes the text one step larger (1) or smaller (-1)."""
        self._context.choose_scale(next_scale(self._context.theme.scale, step))

    def toggle_full_screen(self) -> None:
        """Fills the screen, or stops filling it."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def close_window(self) -> None:
        """Ends the program, unless something typed would be lost."""
        self._window.close()

    def show_help(self) -> None:
        """Shows how to use the diary."""
        from lupusdiary.ui.frame.help import Help

        Help(self._window, self._context).open()

    def show_about(self) -> None:
        """Shows what the program is."""
        from lupusdiary.ui.frame.about import About

        About(self._window, self._context).open()

    def write_medicine(self) -> None:
        """Goes to the line into which a medicine is typed, wherever the person is."""
        view = self._window.view
        if view is not None and not view.diary.read_only:
            view.follow(Route("treatment", said=TO_BE_TYPED))

    def ask_question(self) -> None:
        """Writes down a question for the doctor, wherever the person is."""
        view = self._window.view
        if view is None or view.diary.read_only:
            return
        from lupusdiary.ui.frame.ask_question import AskQuestion

        context = self._window.context
        dialog = AskQuestion(self._window, view.diary, context, view.current)
        context.prompts.run(dialog)
        dialog.deleteLater()
