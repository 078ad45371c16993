"""Medicines and treatment: what is taken now and was before, allergies, events, and flares."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Flare, TreatmentEvent
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.ui.articles.explains import kind_of, medicines_of
from lupusdiary.ui.articles.read_more import ReadLinks
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.treatment.event_form import EventForm
from lupusdiary.ui.treatment.flare_form import FlareForm
from lupusdiary.ui.treatment.medicine_list import MedicineList
from lupusdiary.ui.treatment.quick_entry import QuickEntry
from lupusdiary.ui.treatment.reactions import ExposureCard, ReactionsCard
from lupusdiary.ui.treatment.row import TreatmentRow
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.scroll_column import scrolled


class TreatmentPage(Page):
    """Medicines above; then a form for an event or for a flare, and all of both below it, newest first."""

    nouns: ClassVar[frozenset[str]] = frozenset({"events", "flares", "medicines"})

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self.quick = QuickEntry(diary)
        self.medicines = MedicineList(diary)
        self.reactions, self.exposure = ReactionsCard(diary), ExposureCard(diary)
        self.medicines.change_requested.connect(self._change_medicine)
        self._events_title = QLabel()
        self._events_title.setProperty("role", "section")
        self.event_form, self.flare_form = EventForm(diary, self.keeper), FlareForm(diary, self.keeper)
        self._form = self._build_form()
        if diary.read_only:
            self._form.hide()
            self.quick.hide()
        self._empty = QLabel()
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(20, 10, 12, 10)
        inner.addLayout(self._list)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 22, 26, 22)
        column.setSpacing(14)
        medicines = (self._title, self.quick, self.medicines, self.reactions, self.exposure)
        events = (self._events_title, self._intro, self._form, self._card, self._empty)
        for widget in (*medicines, *events):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = scrolled(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._choose(self.event_form)

    def _build_form(self) -> QFrame:
        form = QFrame()
        form.setProperty("role", "card")
        self._about_event = Chip("about_event", form)
        self._about_flare = Chip("about_flare", form)
        self._about_event.clicked.connect(lambda: self._choose(self.event_form))
        self._about_flare.clicked.connect(lambda: self._choose(self.flare_form))
        line = FlowLayout()
        for chip in (self._about_event, self._about_flare):
            line.addWidget(chip)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(line)
        layout.addWidget(self.event_form)
        layout.addWidget(self.flare_form)
        return form

    def _choose(self, form: QWidget) -> None:
        self._about_event.setChecked(form is self.event_form)
        self._about_flare.setChecked(form is self.flare_form)
        self.event_form.setVisible(form is self.event_form)
        self.flare_form.setVisible(form is self.flare_form)

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("Medicines and treatment"))
        self._events_title.setText(tr.text("Treatment, events and flares"))
        self.quick.retranslate(tr)
        self._intro.setText(
            tr.text(
                "What was done and when: infusions, biopsies, admissions, vaccinations. They stand "
                "on the timeline."
            )
        )
        self._about_event.setText(tr.text("Treatment or event"))
        self._about_flare.setText(tr.text("Flare"))
        self.event_form.retranslate(tr)
        self.flare_form.retranslate(tr)
        self._empty.setText(
            tr.text("Nothing is recorded here yet. Your first entry will stand on the timeline too.")
        )
        self._fill()

    def refresh(self) -> None:
        self._fill()
        if not self._looked:
            self._looked = True
            self._put_back()

    def new_day(self) -> bool:
        self.event_form.new_day()
        self.flare_form.new_day()
        return super().new_day()

    _looked = False

    def _put_back(self) -> None:
        """What was typed before the diary was closed stands in its form again."""
        flares = {str(flare.id): flare for flare in self.diary.flares.all()}
        events = {str(event.id): event for event in self.diary.events.all()}
        for key in self.flare_form.drafted.waiting()[:1]:
            self._choose(self.flare_form)
            if key in flares:
                self.flare_form.edit(flares[key])
        for key in self.event_form.drafted.waiting()[:1]:
            self._choose(self.event_form)
            if key in events:
                self.event_form.edit(events[key])
        for form in (self.flare_form, self.event_form):
            form.drafted.look()

    def restyle(self) -> None:
        self._fill()

    def _change_medicine(self, name: str) -> None:
        """The dose is changed by a new line: the old one stays as what was true until then."""
        self.quick.begin(name)
        self._area.verticalScrollBar().setValue(0)

    def _fill(self) -> None:
        tr, theme = self.language, self.context.theme
        self.medicines.show_all(tr, theme)
        self.reactions.show_all(tr, theme)
        self.exposure.show_all(tr)
        clear(self._list)
        rows: list[TreatmentEvent | Flare] = [*self.diary.events.all(), *self.diary.flares.all()]
        rows.sort(key=lambda row: row.start if isinstance(row, Flare) else row.day, reverse=True)
        for number, row in enumerate(rows):
            if number:
                line = QFrame()
                line.setProperty("role", "line")
                self._list.addWidget(line)
            shown = self._flare_row(row) if isinstance(row, Flare) else self._event_row(row)
            self._list.addWidget(shown)
            # A row counts in the height of the page only once it is shown.
            shown.show()
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _event_row(self, event: TreatmentEvent) -> QWidget:
        tr = self.language
        name, title = kept_kind(event.kind).name(tr), event.title or ""
        # Her own words stand first where the kind says nothing, and alone where both say the same.
        heads = [title, name] if title and event.kind == "other" else [name, title]
        if title and name.startswith(title):
            heads = [name]
        words = [part for part in (*heads[1:], event.note) if part]
        buttons = self._buttons(
            f"{heads[0]}, {tr.date(event.day)}",
            lambda: self._edit(self.event_form, lambda: self.event_form.edit(event)),
            lambda: self.diary.events.remove(event.id),
        )
        compare = IconButton("chart-line", "before_after", self)
        compare.say(tr.text("Before and after: {what}", what=f"{heads[0]}, {tr.date(event.day)}"))
        compare.clicked.connect(lambda: self.go.emit(Route("compare", event=event.id)))
        buttons[:0] = [compare, *(self._read(*each) for each in kind_of(event.kind, tr))]
        medicines = medicines_of(f"{title} {event.note or ''}", tr)
        return TreatmentRow(
            tr.date(event.day),
            heads[0],
            words,
            buttons,
            self.context.theme,
            self._links(medicines) if medicines else None,
        )

    def _flare_row(self, flare: Flare) -> QWidget:
        tr = self.language
        days = (
            tr.span(flare.start, flare.end)
            if flare.end
            else tr.text("since {day}", day=tr.date(flare.start, "short"))
        )
        name = tr.text("Flare, as I or my doctor called it")
        buttons = self._buttons(
            f"{name}, {days}",
            lambda: self._edit(self.flare_form, lambda: self.flare_form.edit(flare)),
            lambda: self.diary.flares.remove(flare.id),
        )
        words = [part for part in (flare.note,) if part]
        return TreatmentRow(days, name, words, buttons, self.context.theme)

    def _buttons(
        self, what: str, change: Callable[[], object], remove: Callable[[], object]
    ) -> list[IconButton]:
        if self.diary.read_only:
            return []
        tr = self.language
        made = []
        for drawing, name, words, act in (
            ("pencil", "change", tr.text("Change: {what}", what=what), change),
            ("trash-2", "remove", tr.text("Remove: {what}", what=what), remove),
        ):
            button = IconButton(drawing, name, self)
            button.say(words)
            button.clicked.connect(lambda _=False, act=act: act())
            made.append(button)
        return made

    def _links(self, things: list[tuple[str, str]]) -> ReadLinks:
        links = ReadLinks(self.context)
        links.show_things(things)
        links.go.connect(self.go)
        return links

    def _read(self, explains: str, name: str) -> IconButton:
        button = IconButton("book-open", "read", self)
        button.say(self.language.text("Read about {thing}", thing=name))
        button.clicked.connect(lambda: self.go.emit(Route("learn", explains=explains)))
        return button

    def _edit(self, form: QWidget, show: Callable[[], object]) -> None:
        self._choose(form)
        self._area.ensureWidgetVisible(form)
        show()
