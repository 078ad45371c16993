"""The wallet card on the urgent page: when it was printed last, and whether it still says what is true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import CARD_PRINTED
from lupusdiary.language import Translator
from lupusdiary.queries.carried_medicines import CarriedMedicines
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.urgent.card_picture import CardPicture
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.labels import plain_label, set_role

# Below this width, at 100 %, the strip has no drawing.
_LEAST = 760


@dataclass(frozen=True, slots=True)
class CardPrint:
    """A print of the card: its day, and the marks of the medicines and of everything else on it."""

    day: date
    medicines: str
    rest: str


def last_print(diary: Diary) -> CardPrint | None:
    """The last print that the diary knows of."""
    kept = diary.settings.get(CARD_PRINTED, "").split()
    try:
        day, medicines, rest = kept
        return CardPrint(date.fromisoformat(day), medicines, rest)
    except ValueError:
        return None


def print_of(diary: Diary, carried: CarriedMedicines) -> CardPrint:
    """What the card would be if it were printed today."""
    card, person = diary.safety_card.get(), diary.profile.get()
    rest = (card, tuple(diary.contacts.all()), person.name, person.birth_date, person.hospital_number)
    return CardPrint(diary.today(), carried.mark, sha256(repr(rest).encode()).hexdigest()[:16])


def remember_print(diary: Diary, carried: CarriedMedicines) -> None:
    """Keeps that the card was printed or saved just now; a diary that can only be read keeps nothing."""
    now = print_of(diary, carried)
    if not diary.read_only:
        diary.settings.set(CARD_PRINTED, f"{now.day.isoformat()} {now.medicines} {now.rest}")


def print_words(then: CardPrint | None, now: CardPrint, tr: Translator) -> str:
    """When it was printed, and what has changed since."""
    if then is None:
        return tr.text("Your numbers, medicines, allergies and warning signs, to carry in your wallet.")
    day = tr.date(then.day, "short")
    if then.medicines != now.medicines:
        return tr.text(
            "Last printed on {day}. Your medicines or allergies have changed since then: print it again.",
            day=day,
        )
    if then.rest != now.rest:
        return tr.text(
            "Last printed on {day}. Other lines of the card have changed since then: print it again.",
            day=day,
        )
    return tr.text("Last printed on {day}. Nothing on it has changed since then.", day=day)


class CardStrip(QFrame):
    """`opened` asks for the card's form, `printed` for the card on paper."""

    opened = Signal()
    printed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("card_strip")
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._title = plain_label("section")
        self.state = plain_label("", "card_state")
        self.picture = CardPicture(context)
        self.print = QPushButton()
        self.print.setObjectName("print_card")
        self.print.setProperty("role", "primary")
        self.change = QPushButton()
        self.change.setObjectName("safety_card")
        self.print.clicked.connect(self.printed)
        self.change.clicked.connect(self.opened)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        said.addWidget(self._title)
        said.addWidget(self.state)
        said.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(16)
        row.addWidget(self.picture)
        row.addLayout(said, 1)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addLayout(flow_of(8, self.print, self.change, right=True))
        beside.addStretch(1)
        row.addLayout(beside, 1)

    def show_state(self, carried: CarriedMedicines) -> None:
        """Says whether the paper in the wallet still holds."""
        tr = self._context.tr
        then, now = last_print(self._diary), print_of(self._diary, carried)
        self.state.setText(print_words(then, now, tr))
        stale = then is not None and (then.medicines, then.rest) != (now.medicines, now.rest)
        set_role(self.state, "look" if stale else "muted")
        told = [f"{each.name} {each.number}" for each in self._diary.contacts.all()]
        reactions = carried.reactions(tr)
        told += [tr.text("Allergies: {allergies}.", allergies=tr.listing(reactions))] if reactions else []
        self.picture.show_lines(self._title.text(), ("119", *told, *carried.medicines(tr)))

    def restyle(self) -> None:
        """Fits the drawing to the text size."""
        self.picture.restyle()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, words and buttons go before the drawing."""
        self.picture.setVisible(self.width() >= _LEAST * (0.4 + 0.6 * self._context.theme.scale))

    def retranslate(self) -> None:
        """Sets the fixed texts."""
        tr = self._context.tr
        self._title.setText(tr.text("My safety card for the wallet"))
        self.print.setText(tr.text("Print the card…"))
        self.change.setText(tr.text("Edit the card…"))
