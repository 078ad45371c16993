"""What is typed in a form with a Save button of its own outlives every way out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from lupusdiary.language import Refusal

Values = Mapping[str, Any]
# What a killed program may lose at most.
_KEEP_MS = 2000
# What a form raises for fields that it does not have: of another version, or from a damaged file.
_OTHER_SHAPE = (KeyError, IndexError, TypeError, ValueError, AttributeError)


def _time_of(at: str) -> datetime:
    """When a draft was kept; a damaged time is no reason not to offer it."""
    try:
        return datetime.fromisoformat(at)
    except (ValueError, TypeError):
        return datetime.fromtimestamp(0, UTC)


class KeptDraft(Protocol):
    """What a store gives back: when it was typed (ISO text, UTC) and the fields."""

    @property
    def key(self) -> str:
        """What it is about."""

    @property
    def at(self) -> str:
        """When it was kept."""

    @property
    def values(self) -> Values:
        """The fields."""


class DraftStore(Protocol):
    """Where drafts lie: in the diary, or beside the playlists. Raises `Refusal` if it cannot be written."""

    def keep(self, form: str, key: str, values: Values) -> None:
        """Keeps what stands in a form now."""

    def read(self, form: str, key: str) -> KeptDraft | None:
        """What was kept of a form."""

    def drop(self, form: str, key: str) -> None:
        """Forgets it."""

    def all(self, form: str) -> Sequence[KeptDraft]:
        """Every draft of a form."""


@dataclass(frozen=True, slots=True)
class Unkept:
    """What could neither be saved nor kept as a draft, in words that can be copied, and why."""

    text: str
    why: Refusal


class DraftedForm(QObject):
    """One form that joined: `key` says what it is about now (a day, an id, "new"; None: about nothing),
    `typed` what stands in it and is not saved (None: nothing), `put_back` shows that again.

    `offered` carries when it was typed once that was put back, and None when it was saved or given up.
    """

    offered = Signal(object)

    def __init__(
        self,
        keeper: DraftKeeper,
        form: str,
        key: Callable[[], str | None],
        typed: Callable[[], Values | None],
        put_back: Callable[[Values], None],
    ) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._form = form
        self._key = key
        self._typed = typed
        self._put_back = put_back
        self._kept: tuple[str, Values] | None = None

    def look(self) -> bool:
        """Puts back what was typed where the form is now, and says whether there was anything."""
        key = self._key()
        draft = None
        if key is not None and self._keeper.writes:
            with suppress(Refusal):
                draft = self._keeper.store.read(self._form, key)
        if draft is None or key is None:
            self.offered.emit(None)
            return False
        self._kept = (key, draft.values)
        try:
            self._put_back(draft.values)
        except _OTHER_SHAPE:
            self._kept = None
            self.offered.emit(None)
            return False
        self.offered.emit(_time_of(draft.at))
        return True

    def waiting(self) -> list[str]:
        """What the form was about each time that something is kept of it, the latest first."""
        drafts: Sequence[KeptDraft] = ()
        if self._keeper.writes:
            with suppress(Refusal):
                drafts = self._keeper.store.all(self._form)
        return [draft.key for draft in sorted(drafts, key=lambda each: each.at, reverse=True)]

    def keep(self) -> None:
        """Keeps what stands in the form now. Raises `Refusal`."""
        key = self._key()
        if key is None or not self._keeper.writes:
            return
        typed = self._typed()
        if typed is not None and self._kept != (key, typed):
            self._keeper.store.keep(self._form, key, typed)
            self._kept = (key, typed)
        elif typed is None and self._kept is not None and self._kept[0] == key:
            self.done()

    def try_keep(self) -> None:
        """Keeps it before the form shows something else; what cannot be written now is asked about later."""
        with suppress(Refusal):
            self.keep()

    def settled(self) -> None:
        """Something of it was saved by itself: what is left, if anything, is kept."""
        if self._typed() is None:
            self.done()

    def done(self) -> None:
        """What the form held was saved, or given up by the person."""
        if self._kept is not None:
            with suppress(Refusal):
                self._keeper.store.drop(self._form, self._kept[0])
        self._kept = None
        self.offered.emit(None)

    def text(self) -> str:
        """What stands in it, as lines to be copied."""
        return "\n".join(_lines(self._typed()))


class DraftKeeper(QObject):
    """Keeps the forms of one page (`parent`) every two seconds while they are seen, and whenever it is
    asked."""

    def __init__(self, store: DraftStore, parent: QWidget, *, writes: bool = True) -> None:
        super().__init__(parent)
        self.store = store
        self.writes = writes
        self._page = parent
        self._forms: list[DraftedForm] = []
        self._again = QTimer(self)
        self._again.setInterval(_KEEP_MS)
        self._again.timeout.connect(self._keep_seen)

    def join(
        self,
        form: str,
        key: Callable[[], str | None],
        typed: Callable[[], Values | None],
        put_back: Callable[[Values], None],
    ) -> DraftedForm:
        """Takes a form in; see `DraftedForm`."""
        joined = DraftedForm(self, form, key, typed, put_back)
        self._forms.append(joined)
        if self.writes:
            self._again.start()
        return joined

    @property
    def forms(self) -> tuple[DraftedForm, ...]:
        """The forms that joined."""
        return tuple(self._forms)

    def keep(self) -> list[Unkept]:
        """Keeps them all, and says what could not be kept."""
        unkept = []
        for form in self._forms:
            try:
                form.keep()
            except Refusal as refusal:
                unkept.append(Unkept(form.text(), refusal))
        return unkept

    def _keep_seen(self) -> None:
        if self._page.isVisible():
            self.keep()


def _lines(value: object) -> list[str]:
    """Every text within what a form holds."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, Mapping):
        return [line for each in value.values() for line in _lines(each)]
    if isinstance(value, list | tuple):
        return [line for each in value for line in _lines(each)]
    return []
