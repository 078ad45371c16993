"""Settings: language, theme, whose diary it is, and where its file lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import BACKUP_PLACE
from lupusdiary.domain.records import Profile
from lupusdiary.domain.typed_day import read_day
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.settings.appearance_card import AppearanceCard
from lupusdiary.ui.settings.article_folder_card import ArticleFolderCard
from lupusdiary.ui.settings.backups_card import BackupsCard
from lupusdiary.ui.settings.demonstration_card import DemonstrationCard
from lupusdiary.ui.settings.file_card import FileCard
from lupusdiary.ui.settings.habits_card import HabitsCard
from lupusdiary.ui.settings.protection_card import ProtectionCard
from lupusdiary.ui.settings.sections import SettingsSections
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label

_SEXES = (("female", mark("Female")), ("male", mark("Male")), ("", mark("Not given")))


# Wider than this, a field looks as if it wanted more than a name.
_FIELD_WIDTH = 460


class SettingsPage(Page):
    """What the person sets once."""

    nouns: ClassVar[frozenset[str]] = frozenset({"profile"})

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self._labels: list[tuple[QLabel | QPushButton, Message]] = []
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._appearance, profile = AppearanceCard(context), self._profile_card()
        self._habits = HabitsCard(diary, context)
        self._file = FileCard(diary)
        self._file.recovery_requested.connect(lambda: self.requested.emit(Verb.RECOVERY))
        self._protection = ProtectionCard(diary, context)
        self._protection.requested.connect(self.requested)
        self.backups = BackupsCard(diary, context)
        self.backups.requested.connect(self.requested)
        self._articles = ArticleFolderCard(context)
        self._demonstration = DemonstrationCard(context)
        self.sections = SettingsSections(
            context,
            self._title,
            {
                "appearance": self._appearance,
                "profile": profile,
                "habits": self._habits,
                "file": self._file,
                "protection": self._protection,
                "backups": self.backups,
                "articles": self._articles,
                "demonstration": self._demonstration,
            },
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.sections)

    def _card(self, title: Message) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame()
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        head = QLabel()
        head.setProperty("role", "section")
        self._labels.append((head, title))
        layout.addWidget(head)
        return card, layout

    def _chips(self, layout: QVBoxLayout, label: Message, chips: Sequence[Chip]) -> None:
        name = QLabel()
        self._labels.append((name, label))
        layout.addWidget(name)
        row = FlowLayout(spacing=8)
        group = QuestionGroup(self, name)
        for chip in chips:
            group.addButton(chip)
            row.addWidget(chip)
        layout.addLayout(row)

    def _profile_card(self) -> QFrame:
        card, layout = self._card(mark("About me"))
        why = plain_label("hint")
        self._labels.append(
            (
                why,
                mark(
                    "Printed at the head of the page for the clinic, unless you hide it there. All "
                    "of it is optional."
                ),
            )
        )
        layout.addWidget(why)
        layout.addLayout(self._profile_form())
        self._fields = FormFields(
            name=self.name, birth_date=self.birth_date, hospital_number=self.hospital_number
        )
        self._drafted = self.keeper.join("profile", lambda: "own", self._fields.typed, self._fields.put_back)
        self._draft_note = DraftNote(self._drafted, self.diary.now, card)
        self._draft_note.given_up.connect(self._give_up)
        layout.addWidget(self._draft_note)
        self._sexes = {sex: self._sex_chip(sex, words, card) for sex, words in _SEXES}
        self._chips(layout, mark("Sex (some reference ranges depend on it)"), list(self._sexes.values()))
        self._problem = plain_label("note")
        self._problem.hide()
        layout.addWidget(self._problem)
        return card

    def _profile_form(self) -> QFormLayout:
        self._form = form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.name, self.birth_date, self.hospital_number = QLineEdit(), QLineEdit(), QLineEdit()
        self.birth_date.setPlaceholderText("1981-03-02")
        for field, object_name, label in (
            (self.name, "profile_name", mark("Name")),
            (self.birth_date, "profile_birth_date", mark("Date of birth")),
            (self.hospital_number, "profile_hospital_number", mark("Hospital number")),
        ):
            field.setObjectName(object_name)
            field.setReadOnly(self.diary.read_only)
            field.editingFinished.connect(self._save)
            text = QLabel()
            text.setBuddy(field)
            self._labels.append((text, label))
            field.setMaximumWidth(_FIELD_WIDTH)
            form.addRow(text, field)
        return form

    def _sex_chip(self, sex: str | None, words: Message, card: QFrame) -> Chip:
        chip = Chip(f"sex_{sex or 'none'}", card)
        chip.setEnabled(not self.diary.read_only)
        chip.clicked.connect(self._save)
        self._labels.append((chip, words))
        return chip

    def from_start(self) -> None:
        super().from_start()
        self.sections.from_start()

    def copy_to_stick(self) -> None:
        """Goes to the backups, and asks there for the second place of each copy."""
        self.sections.show_section("backups")
        self.backups.copy_to_stick()

    def visit(self, route: Route) -> None:
        """Goes to a section or to one setting, by the anchor of the route."""
        if route.anchor is not None:
            self.sections.show_section(*self._place(route.anchor))

    def shows(self, route: Route) -> bool:
        if route.anchor is None:
            return True
        section, place = self._place(route.anchor)
        return section == self.sections.current if place is None else self.sections.is_seen(place)

    def _place(self, anchor: str) -> tuple[str, QWidget | None]:
        """The section of an anchor, and the control where it is the key of a setting."""
        if anchor == BACKUP_PLACE:
            return "backups", None
        place = self._habits.place_of(anchor)
        return (anchor, None) if place is None else ("habits", place)

    def retranslate(self) -> None:
        tr = self.language
        self._appearance.retranslate()
        self._title.setText(tr.text("Settings"))
        self._draft_note.retranslate(tr)
        self._articles.retranslate()
        self._demonstration.retranslate()
        for label, message in self._labels:
            label.setText(tr.text(message))
        for field, name in (
            (self.name, tr.text("Name")),
            (self.birth_date, tr.text("Date of birth")),
            (self.hospital_number, tr.text("Hospital number")),
        ):
            field.setAccessibleName(name)
        self._habits.retranslate()
        self._file.retranslate(tr)
        self.backups.retranslate()
        self._protection.retranslate()
        self.sections.retranslate()

    def restyle(self) -> None:
        # A label stands on the line of its field, however tall the style makes the field.
        for row in range(self._form.rowCount()):
            item = self._form.itemAt(row, QFormLayout.ItemRole.LabelRole)
            label = item.widget() if item is not None else None
            if label is not None:
                label.setMinimumHeight(target(self.context.theme.scale))
        for field in (self.name, self.birth_date, self.hospital_number):
            field.setMaximumWidth(round(_FIELD_WIDTH * self.context.theme.scale))
        self.sections.restyle()

    def refresh(self) -> None:
        self._appearance.tick()
        self._habits.refresh()
        self.backups.refresh()
        self.sections.refresh()
        if self._fields.typed() is not None:
            return
        profile = self.diary.profile.get()
        self.name.setText(profile.name or "")
        self.birth_date.setText(profile.birth_date.isoformat() if profile.birth_date else "")
        self.hospital_number.setText(profile.hospital_number or "")
        self._sexes[profile.sex or ""].setChecked(True)
        self._fields.settle()
        if not self._looked:
            self._looked = True
            self._drafted.look()

    _looked = False

    def _give_up(self) -> None:
        self._drafted.done()
        self._problem.hide()
        self._fields.settle()
        self.refresh()

    def leave(self) -> None:
        if not self.diary.read_only:
            self._save()

    def _save(self) -> None:
        try:
            typed = self.birth_date.text().strip()
            birth_date = read_day(typed, self.diary.today()) if typed else None
            if birth_date is not None and birth_date > self.diary.today():
                raise Refusal("A date of birth cannot be in the future.")
            sex = next((code for code, chip in self._sexes.items() if chip.isChecked()), "")
            profile = Profile(
                self.name.text().strip() or None,
                birth_date,
                sex or None,
                self.hospital_number.text().strip() or None,
            )
            if profile != self.diary.profile.get():
                self.diary.profile.set(profile)
        except Refusal as refusal:
            self._problem.setText(self.language.refusal(refusal))
            self._problem.show()
        else:
            self._problem.hide()
            self._fields.settle()
