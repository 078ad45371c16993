"""Visit: the page for the doctor, previewed, saved and printed; and what to ask there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.language import Refusal
from lupusdiary.queries.visit_summary import sensitive_choices, visit_summary_of
from lupusdiary.ui.articles.term_label import TermLine
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.pdf.preview import PrintPreview
from lupusdiary.ui.pdf.printing import choose_printer
from lupusdiary.ui.pdf.save_print import ChoosePrinter, SaveAndPrint
from lupusdiary.ui.visit.form import VisitForm
from lupusdiary.ui.visit.options import VisitOptions
from lupusdiary.ui.visit.paper_chooser import PaperChooser
from lupusdiary.ui.widgets.scroll_column import scrolled

if TYPE_CHECKING:
    from lupusdiary.report.summary import VisitSummary


from typing import TYPE_CHECKING

from lupusdiary.language import Translator

if TYPE_CHECKING:
    from lupusdiary.report.summary import VisitSummary

# Several choices in a row make one page, not one each.
_PAUSE_MS = 120
_OPTIONS_WIDTH = 350
_ANY_WIDTH = 16777215


class VisitPage(Page):
    """Options on the left, the very bytes that are saved and printed on the right."""

    nouns: ClassVar[frozenset[str]] = frozenset(
        {"days", "labs", "events", "flares", "visits", "profile", "symptoms", "analytes", "settings"}
    )

    def __init__(
        self,
        diary: Diary,
        context: UiContext,
        choose_printer: ChoosePrinter = choose_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diary, context, parent)
        self._background = Background(self)
        self._summary: VisitSummary | None = None
        self._for_file = b""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self.explained = TermLine(context)
        self.explained.setObjectName("explained")
        self.explained.setProperty("role", "muted")
        self.options = VisitOptions(diary, context)
        self.choose = QPushButton()
        self.choose.setObjectName("choose_printed")
        self.choose.setCheckable(True)
        self.chooser = PaperChooser(diary, context)
        self._choosing = scrolled(self.chooser)
        self._choosing.hide()
        self.form = VisitForm(diary, context, self.keeper)
        self.form.setEnabled(not diary.read_only)
        self.preview = PrintPreview(context)
        self.save_print = SaveAndPrint(context, self.preview, "pdf", choose_printer)
        self._lay_out()
        self.explained.go.connect(self.go)
        self.options.changed.connect(self._again)
        self.choose.toggled.connect(self._show_chooser)
        self.chooser.done.connect(lambda: self.choose.setChecked(False))
        self._pause.timeout.connect(self._make)
        self._enable()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 22, 12, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._intro)
        column.addWidget(self.save_print)
        column.addWidget(self.options)
        column.addWidget(self.choose)
        column.addWidget(self.form)
        column.addStretch(1)
        self._body = body
        self._left = scrolled(body)
        self._column = column
        self._right = QWidget()
        beside = QVBoxLayout(self._right)
        beside.setContentsMargins(8, 16, 16, 16)
        beside.addWidget(self._choosing, 1)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.explained)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._left)
        self._halves.addWidget(self._right, 1)

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("The page for the doctor"))
        self._intro.setText(tr.text("One page to take along: what changed, in 20 seconds."))
        self.save_print.retranslate()
        self.options.retranslate()
        self.choose.setText(tr.text("Choose the values and panels that are printed…"))
        self.chooser.retranslate()
        self.form.retranslate()
        self.preview.retranslate()
        self._explain()

    def restyle(self) -> None:
        self.form.restyle()
        self.preview.restyle()
        self._fit()

    def refresh(self) -> None:
        self.options.load()
        self.chooser.refresh()
        self.form.refresh()
        self._again()

    def leave(self) -> None:
        self.form.keep()

    def _show_chooser(self, wanted: bool) -> None:
        """The choice takes the place of the preview, which is remade meanwhile."""
        self._choosing.setVisible(wanted)
        self.preview.setVisible(not wanted)
        self._left.ensureWidgetVisible(self._right)

    def new_day(self) -> bool:
        self.form.follow_day()
        return super().new_day()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Side by side where both have room, else the preview below the options, in one column."""
        bar = self._left.verticalScrollBar().sizeHint().width()
        asked = round(_OPTIONS_WIDTH * (0.4 + 0.6 * self.context.theme.scale))
        wide = max(asked, self._body.minimumSizeHint().width() + bar)
        beside = self.width() >= wide + 380
        if beside != (self._halves.indexOf(self._right) >= 0):
            if beside:
                self._column.removeWidget(self._right)
                self._halves.addWidget(self._right, 1)
            else:
                self._halves.removeWidget(self._right)
                self._column.insertWidget(self._column.count() - 1, self._right)
        self._right.setMinimumHeight(0 if beside else round(self.height() * 0.9))
        self._left.setMinimumWidth(wide if beside else 0)
        self._left.setMaximumWidth(wide if beside else _ANY_WIDTH)
        self._halves.setStretch(0, 0 if beside else 1)

    def _again(self) -> None:
        self._background.drop()
        self._pause.start()
        self._enable()

    def _make(self) -> None:
        options = self.options
        try:
            period = options.period
        except Refusal as refusal:
            options.say(self.language.refusal(refusal))
            self.preview.say("")
            self._enable()
            return
        options.say("")
        options.offer_sensitive(sensitive_choices(self.diary, period))
        languages, hiding = options.translators, (options.hiding.on_paper, options.hiding.in_file)
        attach = options.attach.isChecked()
        summary = visit_summary_of(
            self.diary,
            period,
            languages=languages,
            include_sensitive=options.sensitive,
            include_notes=options.notes.isChecked(),
        )
        self._summary = summary
        self._explain()

        def work() -> tuple[bytes, bytes]:
            from lupusdiary.report.visit_page import write_pdf

            made = {
                hide: write_pdf(summary, languages, hide_identity=hide, attach_data=attach)
                for hide in set(hiding)
            }
            return made[hiding[0]], made[hiding[1]]

        if not self.preview.pdf:
            self.preview.say(self.language.text("The page is being made…"))
        self._background.run(work, self._made, self._failed)

    def _made(self, made: tuple[bytes, bytes]) -> None:
        shown, self._for_file = made
        self.preview.show_pdf(shown)
        self._enable()

    def _failed(self, refusal: Refusal) -> None:
        self.preview.say(self.language.refusal(refusal))
        self._enable()

    def _enable(self) -> None:
        ready = bool(self.preview.pdf) and not self._pause.isActive() and not self._background.busy
        if ready:
            name = self.language.text("Visit summary")
            self.save_print.offer(
                name, f"{name}_{self.options.period.end.isoformat()}", own=True, in_file=self._for_file
            )
        self.save_print.enable(ready)

    def _explain(self) -> None:
        if self._summary is not None:
            self.explained.show_things(summary_words(self._summary, self.language))


def summary_words(summary: VisitSummary, tr: Translator) -> list[tuple[str, str]]:
    """Pairs of a code and the name that stands on the page, in its order, of what was recorded."""
    symptoms = [row.symptom for row in summary.symptoms if row.now or row.before]
    words = [(each.id, each.name(tr)) for each in symptoms]
    if any(each.summary_statistic.startswith("median") for each in symptoms):
        words.append(("median", tr.text("median")))
    return [*words, *((row.analyte.id, row.analyte.label(tr)) for row in summary.labs)]
