"""The page for the doctor: made beside the window after each change, shown, and kept once taken along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import KeptVisitPage
from lupusdiary.language import Refusal, Translator
from lupusdiary.queries.visit_summary import sensitive_choices, visit_summary_of
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.visit.before import BeforeVisit

if TYPE_CHECKING:
    from lupusdiary.report.summary import VisitSummary

# Several choices in a row make one page, not one each.
_PAUSE_MS = 400


class VisitPaper(QObject):
    """Makes what `before` chooses. The page that is shown stays until the newer one is there."""

    def __init__(self, diary: Diary, context: UiContext, before: BeforeVisit) -> None:
        super().__init__(before)
        self._diary = diary
        self._context = context
        self.options, self.preview = before.options, before.preview
        self.save_print, self.explained = before.save_print, before.explained
        self.background, self._masking = Background(self), Background(self)
        self._summary: VisitSummary | None = None
        self._coming: Visit | None = None
        self._for_file = b""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self.save_print.taken.connect(self._keep_taken)
        self._enable()

    def retranslate(self) -> None:
        """Names what is explained in the language of the window."""
        self._explain()

    def again(self, coming: Visit | None) -> None:
        """Makes the page anew, for the visit that is `coming`, once nothing more changes for a moment."""
        self._coming = coming
        self.background.drop()
        self._pause.start()
        self.preview.refreshing()
        self._enable()

    def _make(self) -> None:
        options = self.options
        try:
            period = options.period_for(self._coming)
        except Refusal as refusal:
            options.say(self._context.tr.refusal(refusal))
            self.preview.say("")
            self._enable()
            return
        options.say("")
        options.offer_sensitive(sensitive_choices(self._diary, period))
        languages, hiding = options.translators, (options.hiding.on_paper, options.hiding.in_file)
        attach = options.attach.isChecked()
        summary = visit_summary_of(
            self._diary,
            period,
            languages=languages,
            include_sensitive=options.sensitive,
            include_notes=options.notes.isChecked(),
            coming=self._coming,
        )
        self._summary = summary
        self._explain()

        def work() -> tuple[bytes, bytes] | Exception:
            from lupusdiary.report.visit_page import write_pdf

            try:
                made = {
                    hide: write_pdf(summary, languages, hide_identity=hide, attach_data=attach)
                    for hide in set(hiding)
                }
            except Refusal:
                raise
            except Exception as fault:
                return fault
            return made[hiding[0]], made[hiding[1]]

        if not self.preview.pdf:
            self.preview.say(self._context.tr.text("The page is being made…"))
        self.background.run(work, self._made, self._failed)

    def _made(self, made: tuple[bytes, bytes] | Exception) -> None:
        if isinstance(made, Exception):
            self._failed(Refusal("The page could not be made. Nothing of the diary is lost."))
            raise made
        shown, self._for_file = made
        self.preview.show_pdf(shown)
        self._enable()

    def _failed(self, refusal: Refusal) -> None:
        self.preview.say(self._context.tr.refusal(refusal))
        self._enable()

    def _keep_taken(self) -> None:
        """Keeps the masked data of the page that was saved or printed with the visit that it was made for."""
        summary, visit, languages = self._summary, self._coming, self.options.translators
        if summary is None or visit is None or self._diary.read_only:
            return
        page = KeptVisitPage(visit.day, self._diary.today(), "", visit.department, visit.hospital)

        def work() -> str:
            from lupusdiary.report.visit_page import masked_data

            return masked_data(summary, languages)

        def done(data: str) -> None:
            try:
                self._diary.visit_pages.keep(replace(page, data=data))
            except Refusal as refusal:
                self.options.say(self._context.tr.refusal(refusal))

        self._masking.run(work, done, lambda refusal: self.options.say(self._context.tr.refusal(refusal)))

    def _enable(self) -> None:
        ready = bool(self.preview.pdf) and not self._pause.isActive() and not self.background.busy
        if ready:
            name = self._context.tr.text("Visit summary")
            end = self.options.period_for(self._coming).end
            self.save_print.offer(name, f"{name}_{end.isoformat()}", own=True, in_file=self._for_file)
        self.save_print.enable(ready)

    def _explain(self) -> None:
        if self._summary is not None:
            self.explained.show_things(summary_words(self._summary, self._context.tr))


def summary_words(summary: VisitSummary, tr: Translator) -> list[tuple[str, str]]:
    """Pairs of a code and the name that stands on the page, in its order, of what was recorded."""
    symptoms = [row.symptom for row in summary.symptoms if row.now or row.before]
    words = [(each.id, each.name(tr)) for each in symptoms]
    if any(each.summary_statistic.startswith("median") for each in symptoms):
        words.append(("median", tr.text("median")))
    return [*words, *((row.analyte.id, row.analyte.label(tr)) for row in summary.labs)]
