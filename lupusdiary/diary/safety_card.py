"""The person's safety card: whom to call, what is ticked, her medicines and allergies, own notes; and her
hospital's own limit for a fever, which stands on it too."""

from __future__ import annotations

from dataclasses import replace

from lupusdiary.diary.settings import FEVER_LIMIT, Settings
from lupusdiary.diary.validation import NOTE_LIMIT, TEXT_LIMIT, entered_text
from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.urgency import CARD_TICKS
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table

_ROW = 1
# Lines of the card that were thought of later stand among the settings, under these keys.
_LINES = {"medicines": "card_medicines", "allergies": "card_allergies", "car_t": "card_car_t"}

# The limit of the table of danger, in degrees Celsius: a hospital's own one is lower.
USUAL = 38.0
_LEAST = 35.0


class OwnSafetyCard:
    """One card a diary; to write it is one undo step."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._table = Table(file, "safety_card")
        self._settings = Table(file, "setting")

    def get(self) -> SafetyCard:
        """What stands on it."""
        row = self._table.one({"id": _ROW}) or {"whom": None, "signs": "", "notes": None}
        whom, notes = row["whom"], row["notes"]
        lines = {name: self._line(key) for name, key in _LINES.items()}
        return SafetyCard(
            whom=whom if isinstance(whom, str) else None,
            # An older program kept items of the check-in here; the signs are those of the table now.
            ticks=tuple(each for each in str(row["signs"]).split() if each in CARD_TICKS),
            notes=notes if isinstance(notes, str) else None,
            **lines,
        )

    def set(self, card: SafetyCard) -> None:
        """Writes it anew."""
        card = self.checked(card)
        before = self.get()
        if card == before:
            return
        columns: Row = {"whom": card.whom, "signs": " ".join(card.ticks), "notes": card.notes}
        with self._file.writing("safety_card.set"):
            if not self._table.update(_ROW, columns):
                self._table.insert({"id": _ROW, **columns})
            for name, key in _LINES.items():
                if getattr(card, name) != getattr(before, name):
                    self._write_line(key, getattr(card, name))

    def checked(self, card: SafetyCard) -> SafetyCard:
        """A card as it can be kept: its ticks are known ones, each once."""
        for tick in card.ticks:
            if tick not in CARD_TICKS:
                raise Refusal("“{code}” is nothing that can be ticked on the card.", code=tick[:40])
        return replace(
            card,
            whom=entered_text(card.whom, TEXT_LIMIT),
            ticks=tuple(tick for tick in CARD_TICKS if tick in card.ticks),
            notes=entered_text(card.notes, NOTE_LIMIT),
            **{name: entered_text(getattr(card, name), TEXT_LIMIT) for name in _LINES},
        )

    def _line(self, key: str) -> str | None:
        row = self._settings.one({"key": key})
        return str(row["value"]) if row else None

    def _write_line(self, key: str, text: str | None) -> None:
        row = self._settings.one({"key": key})
        id = row["id"] if row else None
        if isinstance(id, int) and text is None:
            self._settings.delete(id)
        elif isinstance(id, int):
            self._settings.update(id, {"value": text})
        elif text is not None:
            self._settings.insert({"key": key, "value": text})


class OwnFeverLimit:
    """One number a diary, as her hospital said it; to set it is one undo step."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def words(self) -> str:
        """The degrees, as “37.5”; empty where the hospital gave none."""
        return self._settings.get(FEVER_LIMIT, "")

    def set(self, text: str) -> None:
        """Keeps what was typed (37.5 or 37,5); nothing forgets it. Raises `Refusal`."""
        typed = text.strip().replace(",", ".").removesuffix("°C").removesuffix("도").strip()
        if typed and not _is_limit(typed):
            raise Refusal("A limit below {usual} °C is written here, such as 37.5.", usual=USUAL)
        words = f"{float(typed):.1f}" if typed else ""
        if words != self.words():
            self._settings.set(FEVER_LIMIT, words)


def _is_limit(typed: str) -> bool:
    try:
        return _LEAST <= float(typed) < USUAL
    except ValueError:
        return False
