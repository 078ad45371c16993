"""Medicines and treatment as one page: what is taken now and was before, events, and flares."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.changes import NO_CHANGE, changes
from lupusdiary.domain.records import Flare, TreatmentEvent
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP, Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.treatment.event_form import EventForm
from lupusdiary.ui.treatment.exposure_card import ExposureCard
from lupusdiary.ui.treatment.flare_form import FlareForm
from lupusdiary.ui.treatment.heard import HeardCard
from lupusdiary.ui.treatment.list_import import ListImport
from lupusdiary.ui.treatment.medicine_list import MedicineList
from lupusdiary.ui.treatment.past_list import PastList
from lupusdiary.ui.treatment.quick_entry import QuickEntry
from lupusdiary.ui.treatment.reactions import ReactionsCard
from lupusdiary.ui.treatment.record_list import RecordList
from lupusdiary.ui.widgets.chip import Chip, Joined
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import line_label, plain_label
from lupusdiary.ui.widgets.line_edits import hand_on_tables
from lupusdiary.ui.widgets.scroll_column import scrolled
from lupusdiary.ui.widgets.search_field import SearchField

NOW, PAST, EVENTS, FLARES = "view_now", "view_past", "about_event", "about_flare"
# Below this width the two cards under the table stand one below the other.
_BESIDE, _SEARCH = 900, 320


class TreatmentPage(Page):
    """Four views of one page; the line for a new medicine stands above the first two."""

    nouns: ClassVar[frozenset[str]] = frozenset({"events", "flares", "medicines", "visits"})

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self._title = line_label("title")
        self._views = {name: Chip(name, self) for name in (NOW, PAST, EVENTS, FLARES)}
        self.search = SearchField("find_medicine")
        self._import = QPushButton()
        self._import.setObjectName("import_list")
        self._import.setEnabled(not diary.read_only)
        self.list_import = ListImport(diary, context, self.keeper)
        self._changed = line_label("muted", "changed_since_visit")
        self.quick = QuickEntry(diary, self.keeper)
        self.heard = HeardCard(diary, self.quick)
        self.medicines, self.past = MedicineList(diary, self.keeper), PastList(diary)
        self.reactions, self.exposure = ReactionsCard(diary, self.keeper), ExposureCard(diary)
        self._intro = plain_label("muted")
        self.event_form, self.flare_form = EventForm(diary, self.keeper), FlareForm(diary, self.keeper)
        self._event_card, self._flare_card = _card(self.event_form), _card(self.flare_form)
        self.events = RecordList(diary, context, "events")
        self.flares = RecordList(diary, context, "flares")
        if diary.read_only:
            for widget in (self._event_card, self._flare_card, self.quick):
                widget.hide()
        self._area = scrolled(self._body())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._measure = QTimer(self)
        self._measure.setSingleShot(True)
        self._connect()
        self._choose(NOW)

    def _connect(self) -> None:
        for name, chip in self._views.items():
            chip.clicked.connect(lambda _=False, name=name: self._choose(name))
        self.search.sought.connect(self._fill)
        self._import.clicked.connect(lambda: self.list_import.begin())
        hand_on_tables(self.list_import.begin, self.quick.line, self.search)
        self.list_import.turned.connect(lambda: self._choose(self._view))
        self.heard.begun.connect(self._show_line)
        self.medicines.change_requested.connect(self._change_medicine)
        self.past.again_requested.connect(self._change_medicine)
        for records in (self.events, self.flares):
            records.edit_requested.connect(self._edit_record)
            records.go.connect(self.go)
        self._measure.timeout.connect(self._body_widget.updateGeometry)
        for card in (self.medicines, self.reactions):
            card.measured.connect(self._measure.start)
        self.exposure.found.connect(lambda: self._choose(self._view))
        new = QShortcut(QKeySequence.StandardKey.New, self)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(lambda: self._change_medicine(""))

    def _body(self) -> QWidget:
        body = self._body_widget = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
        column.setSpacing(12)
        head = FlowLayout(spacing=10)
        head.addWidget(self._title)
        self._switch = Joined([*self._views.values()])
        head.addWidget(self._switch)
        column.addLayout(head)
        line = FlowLayout(spacing=16)
        line.addWidget(self.search)
        line.addWidget(self._import)
        line.addWidget(self._changed)
        self._finding = QWidget()
        self._finding.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        self._under = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._under.setSpacing(12)
        for card in (self.reactions, self.exposure):
            self._under.addWidget(card, 1)
        for widget in (self.quick, self.heard, self._finding, self.list_import, self.medicines, self.past):
            column.addWidget(widget)
        column.addLayout(self._under)
        for widget in (self._intro, self._event_card, self._flare_card, self.events, self.flares):
            column.addWidget(widget)
        column.addStretch(1)
        for panel in (self.quick.panel, self.medicines.forms):
            panel.hang_over(body)
            panel.opened.connect(partial(QTimer.singleShot, 0, self, partial(self._reveal, panel)))
        self.quick.question.stand_between(self.quick.save, self.quick.since.line)
        return body

    def _choose(self, view: str) -> None:
        self._view = view
        for name, chip in self._views.items():
            chip.setChecked(name == view)
        entered, writable = view in {NOW, PAST}, not self.diary.read_only
        if not entered:
            self.list_import.hide()
        # A list that comes in has the place of the table, which else would be pushed away by it.
        table = self.list_import.isHidden()
        self.quick.setVisible(entered and writable and table)
        self.quick.panel.open(entered and writable and table and self.quick.is_begun)
        self.heard.setVisible(view == NOW and table and self.heard.has_rows)
        self._finding.setVisible(entered and table)
        self.medicines.setVisible(view == NOW and table)
        self.medicines.show_forms(view == NOW and table)
        self.past.setVisible(view == PAST and table)
        self.reactions.setVisible(view == NOW and table)
        self.exposure.setVisible(view == NOW and table and self.exposure.has_sums)
        self._intro.setVisible(view == EVENTS)
        self._event_card.setVisible(view == EVENTS and writable)
        self._flare_card.setVisible(view == FLARES and writable)
        self.events.setVisible(view == EVENTS)
        self.flares.setVisible(view == FLARES)

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("Medicines and treatment"))
        self._switch.setAccessibleName(tr.text("Medicines and treatment"))
        self.quick.retranslate(tr)
        self.search.setPlaceholderText(tr.text("Find a medicine"))
        self.search.setAccessibleName(tr.text("Find by name, ingredient, or initial consonants"))
        self._import.setText(tr.text("A pharmacy’s list…"))
        self.list_import.retranslate(tr)
        self._intro.setText(
            tr.text(
                "What was done and when: infusions, biopsies, admissions, vaccinations. They "
                "appear on the timeline too."
            )
        )
        self.event_form.retranslate(tr)
        self.flare_form.retranslate(tr)
        if not self._stale:
            self._fill()

    def visit(self, route: Route) -> None:
        """Puts a line of what was agreed at a visit into the line for medicines."""
        if route.said is not None:
            self.heard.begin(route.said)

    def refresh(self) -> None:
        self.exposure.stale()
        self._fill()
        if not self._looked:
            self._looked = True
            self._put_back()

    def new_day(self) -> bool:
        self.exposure.stale()
        self.event_form.new_day()
        self.flare_form.new_day()
        return super().new_day()

    _looked = False

    def _put_back(self) -> None:
        """What was typed before the diary was closed stands in its form again."""
        self.quick.put_back()
        for part in (self.medicines, self.reactions, self.list_import):
            part.put_back()
        flares = {str(flare.id): flare for flare in self.diary.flares.all()}
        events = {str(event.id): event for event in self.diary.events.all()}
        for key in self.flare_form.drafted.waiting()[:1]:
            self._choose(FLARES)
            if key in flares:
                self.flare_form.edit(flares[key])
        for key in self.event_form.drafted.waiting()[:1]:
            self._choose(EVENTS)
            if key in events:
                self.event_form.edit(events[key])
        for form in (self.flare_form, self.event_form):
            form.drafted.look()

    def restyle(self) -> None:
        if not self._stale:
            self._fill()

    def _change_medicine(self, name: str) -> None:
        """The dose is changed by a new line: the old one stays as what was true until then."""
        self.quick.begin(name)
        self._show_line()

    def _show_line(self) -> None:
        self._choose(NOW)
        self._area.verticalScrollBar().setValue(0)

    def _reveal(self, panel: QWidget) -> None:
        """Once the page has grown by the panel; where one is typing stays in sight."""
        self._area.ensureWidgetVisible(panel, 0, 8)
        self._area.ensureWidgetVisible(self.focusWidget() or panel, 0, 8)

    def _last_visit(self) -> date | None:
        today = self.diary.today()
        return max((visit.day for visit in self.diary.visits.all() if visit.day < today), default=None)

    def _fill(self) -> None:
        tr, theme, wanted = self.language, self.context.theme, self.search.wanted
        self.search.setFixedWidth(round(_SEARCH * (0.4 + 0.6 * theme.scale)))
        self.search.restyle(theme.colours)
        self.quick.line.restyle(theme.colours)
        visit = self._last_visit()
        self.heard.show_all(tr)
        now = self.medicines.show_all(tr, theme, visit, wanted)
        past = self.past.show_all(tr, theme, wanted)
        self.reactions.show_all(tr, theme)
        self.exposure.show_all(tr, theme)
        events, flares = self.diary.events.all(), self.diary.flares.all()
        self.events.show_all(tr, events)
        self.flares.show_all(tr, flares)
        titles = (
            tr.text("Now {count}", count=now),
            tr.text("Past {count}", count=past),
            tr.text("Treatment and events {count}", count=len(events)),
            tr.text("Flares {count}", count=len(flares)),
        )
        for chip, title in zip(self._views.values(), titles, strict=True):
            chip.setText(title)
        self._say_changes(visit)
        self._choose(self._view)

    def _say_changes(self, visit: date | None) -> None:
        if visit is None:
            self._changed.hide()
            return
        found = changes(self.diary.medicines.all(), visit, self.diary.today(), sensitive=True)
        told = sum(change.kind != NO_CHANGE for change in found)
        self._changed.setText(
            self.language.plural(
                "since the visit of {day}: {count} change",
                "since the visit of {day}: {count} changes",
                told,
                day=self.language.date(visit, "short"),
            )
        )
        self._changed.show()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        beside = self.width() >= _BESIDE * self.context.theme.scale
        ways = QBoxLayout.Direction
        self._under.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _edit_record(self, record: TreatmentEvent | Flare) -> None:
        if isinstance(record, Flare):
            self._choose(FLARES)
            self._area.ensureWidgetVisible(self.flare_form)
            self.flare_form.edit(record)
            return
        self._choose(EVENTS)
        self._area.ensureWidgetVisible(self.event_form)
        self.event_form.edit(record)


def _card(form: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.addWidget(form)
    return card
