"""The photo of a slide of one's own: chosen for the marked step, or taken away again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from lupusdiary.education.sessions.session import SlideStep, Step
from lupusdiary.education.sessions.session_file import MOST_PHOTOS, too_many_photos
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.presenter.stage.slide_photo import photo_from


class PhotoChoice(QPushButton):
    """`chosen` carries the marked step with a photo, or without it; `steps` are all of the playlist."""

    chosen = Signal(object)

    def __init__(self, context: UiContext, steps: Callable[[], Sequence[Step]]) -> None:
        super().__init__()
        self.setObjectName("step_photo")
        self.setAutoDefault(False)
        self._context = context
        self._steps = steps
        self._step: Step | None = None
        self.clicked.connect(self._choose)
        self.show_step(None)

    def show_step(self, step: Step | None) -> None:
        """Shows whether the step can have a photo, and whether it has one."""
        tr = self._context.tr
        self._step = step
        self.setEnabled(isinstance(step, SlideStep))
        has = isinstance(step, SlideStep) and bool(step.photo)
        self.setText(tr.text("Remove the photo") if has else tr.text("Photo for the marked own slide…"))

    def _choose(self) -> None:
        tr, step = self._context.tr, self._step
        if not isinstance(step, SlideStep):
            return
        if step.photo:
            self.chosen.emit(replace(step, photo=""))
            return
        kinds = tr.text("Pictures") + " (*.jpg *.jpeg *.png *.webp *.bmp *.gif)"
        path = self._context.prompts.open_path(self, tr.text("Photo for a slide"), kinds)
        if path is None:
            return
        try:
            if sum(isinstance(each, SlideStep) and bool(each.photo) for each in self._steps()) >= MOST_PHOTOS:
                raise too_many_photos()
            photo = photo_from(path)
        except Refusal as refusal:
            self._context.prompts.tell(self, tr.refusal(refusal), tr.text("Close"))
            return
        self.chosen.emit(replace(step, photo=photo))
