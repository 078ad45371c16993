"""One language as a value: messages, dates and numbers. A bilingual print holds two at once."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import NamedTuple

from lupusdiary.resources import translations_folder

LANGUAGES = ("ko", "en")

_DATE_PATTERNS = {
    "ko": {
        "long": "y년 M월 d일 EEEE",
        "month": "y년 M월",
        "month_short": "y. M.",
        "month_name": "M월",
        "year": "y",
        "year_alone": "y년",
    },
    "en": {
        "long": "EEEE d MMMM y",
        "month": "MMMM y",
        "month_short": "MMM y",
        "month_name": "MMM",
        "year": "y",
        "year_alone": "y",
    },
}

# The days that Today shows, by hand: Babel's locale data would be much of what the first paint waits for.
_BY_HAND = {
    "ko": {
        "full": "{year}. {at}. {day}.({weekday})",
        "short": "{year}. {at}. {day}.",
        "day": "{at}. {day}.",
        "weekday": "{at}. {day}.({weekday})",
        "weekday_day": "{weekday} {day}",
    },
    "en": {
        "full": "{weekday} {day} {month} {year}",
        "short": "{day} {month} {year}",
        "day": "{day} {month}",
        "weekday": "{weekday} {day} {month}",
        "weekday_day": "{weekday} {day}",
    },
}
_WEEKDAYS = {"ko": "월화수목금토일", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Message(str):
    """An English message to be translated when it is shown; marked so that it is extracted."""

    __slots__ = ()


def mark(message: str) -> Message:
    """Marks a message that is stored now and translated later with `Translator.text`."""
    return Message(message)


class Bilingual(NamedTuple):
    """A name of a clinical catalogue in both languages, as a field of a message that is shown later."""

    korean: str
    english: str

    def __str__(self) -> str:
        return self.english


class Refusal(Exception):
    """The world's fault, to be shown to the person in one sentence: a message with named fields.

    A field may itself be a `Message`, a `Bilingual` or another refusal; it is translated with the sentence.
    """

    def __init__(self, message: str, **fields: object) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields

    def __str__(self) -> str:
        return self.message.format(**self.fields) if self.fields else self.message


class Translator:
    """Messages, dates and numbers of one language ("ko" or "en")."""

    def __init__(self, code: str) -> None:
        if code not in LANGUAGES:
            raise ValueError(code)
        self.code = code
        self._catalogue = _catalogue(code)

    def text(self, message: str, **fields: object) -> str:
        """The message in this language, its named fields filled in."""
        found = self._catalogue.gettext(message) if message else ""
        return found.format(**self._shown(fields)) if fields else found

    def plural(self, one: str, many: str, count: int, **fields: object) -> str:
        """The message for `count` things; `{count}` is filled in."""
        found = self._catalogue.ngettext(one, many, count)
        return found.format(count=self.number(count), **self._shown(fields))

    def context(self, context: str, message: str, **fields: object) -> str:
        """A message whose English word has more than one meaning, told apart by `context`."""
        found = self._catalogue.pgettext(context, message)
        return found.format(**self._shown(fields)) if fields else found

    def refusal(self, refusal: Refusal) -> str:
        """What a refusal says to the person."""
        return self.text(refusal.message, **refusal.fields)

    def pick(self, korean: str, english: str) -> str:
        """The one of two texts that a clinical catalogue holds in both languages."""
        return korean if self.code == "ko" else english

    def span(self, start: date, end: date) -> str:
        """Two days as one period."""
        return f"{self.date(start, 'short')} – {self.date(end, 'short')}"

    def date(self, day: date, form: str = "full") -> str:
        """A day as people here write it: full, long, short, day, weekday,
        weekday_day, month, month_short, month_name, year or year_alone."""
        by_hand = _BY_HAND[self.code].get(form)
        if by_hand is not None:
            return by_hand.format(
                year=day.year,
                at=day.month,
                month=_MONTHS[day.month - 1],
                day=day.day,
                weekday=_WEEKDAYS[self.code][day.weekday()],
            )
        from babel.dates import format_date

        return format_date(day, _DATE_PATTERNS[self.code][form], locale=self.code)

    def time(self, moment: time) -> str:
        """A time of day, 24 hours."""
        return f"{moment:%H:%M}"

    def moment(self, at: datetime) -> str:
        """A day with the time of day, as the clock there showed it."""
        return f"{self.date(at.date())} {self.time(at.time())}"

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number with this language's marks; without `decimals`, as many as it has (up to 4)."""
        if decimals is None and isinstance(value, int) and 0 <= value < 1000:
            return str(int(value))
        pattern = "#,##0.####" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
        # Two zeros are equal, and only one of them has a sign.
        return _decimal(value or 0, pattern, self.code)

    def listing(self, parts: Sequence[str]) -> str:
        """Several short things in one line."""
        return ", ".join(parts)

    def _shown(self, fields: dict[str, object]) -> dict[str, object]:
        return {name: self._field(value) for name, value in fields.items()}

    def _field(self, value: object) -> object:
        if isinstance(value, Bilingual):
            return self.pick(value.korean, value.english)
        if isinstance(value, Refusal):
            return self.refusal(value)
        if isinstance(value, int):
            return self.number(value)
        return self.text(value) if isinstance(value, Message) else value


@lru_cache(4096)
def _decimal(value: float, pattern: str, code: str) -> str:
    # A diary says the same few numbers over and over, and each costs 0.1 ms.
    from babel.numbers import format_decimal

    return format_decimal(value, pattern, locale=code)


def _catalogue(code: str) -> gettext.NullTranslations:
    # Opened by its path: gettext's own search goes through every spelling of a locale first.
    try:
        with (translations_folder() / code / "LC_MESSAGES" / "lupusdiary.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except FileNotFoundError:
        return gettext.NullTranslations()


@cache
def translator(code: str) -> Translator:
    """The one translator of a language."""
    return Translator(code)
