"""Notices that the file of the open diary was moved, removed or replaced; a copy is offered, or both kept."""

from __future__ import annotations

from collections.abc import Callable

from lupusdiary.language import Message, Refusal, mark
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.safety.watch import Watch

_LOOK_MS = 5000
NEWER_THERE = mark(
    "Another computer wrote “{name}” in the shared folder. Everything of here is in it. Open it again to go "
    "on."
)
BOTH_KEPT = mark(
    "Another computer wrote “{name}” in the shared folder at the same time. What is here was kept beside it "
    "as “{copy}”. Open it again to go on; then you can bring both together."
)
LOCKED_THERE = mark(
    "A file that opens with another passphrase stands in the place of “{name}”: perhaps this diary, whose "
    "passphrase was changed on another computer. What is here was kept beside it as “{copy}”. Open it again "
    "to go on; then you can bring both together."
)


class PlaceWatch(Watch):
    """Looks for the file at times, for the diary that the window shows; `open_again` opens what stands there
    now."""

    def __init__(self, window: Window, open_again: Callable[[], None]) -> None:
        super().__init__(window, _LOOK_MS)
        self._open_again = open_again

    def look_after(self, view: DiaryView) -> None:
        """Says once what happened to the file."""
        moved = view.diary.misplaced()
        if moved is None:
            return
        self.timer.stop()
        if self._keep_both(view):
            return
        copy = (mark("Save a copy…"), lambda: self._save(view))
        view.notices.say(
            Notice("misplaced", Message(moved.message), (copy,), values=moved.fields, pressing=True)
        )

    def _keep_both(self, view: DiaryView) -> bool:
        """Whether it is another version of the same diary that stands there now, and nothing is lost."""
        from lupusdiary.diary.backup.versions import keep_both, locked_one_took_its_place, took_its_place

        locked = locked_one_took_its_place(view.diary)
        if not locked and not took_its_place(view.diary):
            return False
        try:
            copy = keep_both(view.diary)
        except Refusal:
            return False
        values = {"name": view.diary.path.name} | ({"copy": copy.name} if copy is not None else {})
        again = (mark("Open it again"), self._open_again)
        text = NEWER_THERE if copy is None else LOCKED_THERE if locked else BOTH_KEPT
        view.notices.say(Notice("misplaced", text, (again,), values=values, pressing=True))
        return True

    def _save(self, view: DiaryView) -> None:
        context, tr = self.window.context, self.window.context.tr
        kinds = tr.text("Lupus diary (*.lupusdiary)")
        name = view.diary.path.name
        path = context.prompts.save_path(self.window, tr.text("Save a copy of the diary"), name, kinds)
        if path is None:
            return
        view.keep()
        try:
            view.diary.save_copy(path)
        except Refusal as refusal:
            context.prompts.tell(self.window, tr.refusal(refusal), tr.text("Close"))
            return
        view.notices.withdraw("misplaced")
        said = tr.text("Saved as “{name}”. Please open this copy to go on writing.", name=path.name)
        context.prompts.tell(self.window, said, tr.text("Close"))
