"""The steroid sums: facts only, with what is known of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.exposure import Exposure
from lupusdiary.domain.medicines.exposure_wording import exposure_text, since_first_words, whole_mg
from lupusdiary.language import Translator
from lupusdiary.queries.exposure import exposure_work
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.labels import plain_label


class ExposureCard(QFrame):
    """What was taken of steroids in 30, 90 and 365 days and since the first entry, with what is known. The
    sums of a long life are added up beside the window; `found` is sent when they are there."""

    found = Signal()

    def __init__(self, diary: Diary) -> None:
        super().__init__()
        self._background = Background(self)
        self._sums: tuple[Exposure, ...] | None = None
        self._asked = False
        self._shown: tuple[tuple[Exposure, ...], str, float] | None = None
        self.setProperty("role", "card")
        self._diary = diary
        self.has_sums = False
        self._title = plain_label("section", "exposure")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self._made_of = plain_label("muted", "exposure_made_of")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._made_of)
        column.addStretch(1)

    def stale(self) -> None:
        """Something that the sums rest on has changed."""
        self._asked = False

    def show_all(self, tr: Translator, theme: Theme) -> None:
        """Fills the card; it is hidden while no steroid is in the list."""
        self._tr, self._theme = tr, theme
        if not self._asked:
            self._asked = True
            self._background.run(exposure_work(self._diary), self._take, lambda _: self._take(()))
        self._show(self._sums or ())

    def _take(self, sums: tuple[Exposure, ...]) -> None:
        self._sums = sums
        self._show(sums)
        self.found.emit()

    def _show(self, sums: tuple[Exposure, ...]) -> None:
        tr, theme = self._tr, self._theme
        shown = (sums, tr.code, theme.scale)
        if self._shown is not None and self._shown[0] is sums and self._shown[1:] == shown[1:]:
            return
        self._shown = shown
        self.has_sums = any(each.sources or each.pulses for each in sums)
        self._title.setText(tr.text("Steroids as mg of prednisolone (approximate)"))
        clear(self._grid)
        for at, each in enumerate(sums):
            total = each.known.total
            texts = (
                tr.plural("{count} day", "{count} days", each.period.days)
                if at < len(sums) - 1
                else since_first_words(each.period.days, tr),
                tr.text("{mg} mg", mg=whole_mg(total, tr)) if total is not None else "–",
                tr.text("known {known} of {all} days", known=each.known_days, all=each.period.days),
            )
            for place, (text, role) in enumerate(zip(texts, ("", "strong", "muted"), strict=True)):
                label = plain_label(role, "exposure_sum")
                label.setText(text)
                label.setWordWrap(theme.scale >= 1.5)
                self._grid.addWidget(label, at, place)
                label.show()
        self._made_of.setText(exposure_text(sums[-1], tr) if sums else "")
