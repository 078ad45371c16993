"""The safety card for the wallet: whom to call, what helpers must know, the signs of the table of danger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.records import Contact, Profile
from lupusdiary.domain.urgency import grouped, urgency
from lupusdiary.language import Translator
from lupusdiary.report.typesetting import typeset

_TEMPLATE = "wallet_card.typ"
# A piece of a long text is so short that a panel of the card always holds it.
_PIECE = 150
Item = dict[str, Any]
_NOBODY = Profile()


@dataclass(frozen=True, slots=True)
class CardLists:
    """What the diary's own lists say: a line a medicine and a line an allergy, by the code of the language;
    whether a steroid is among them; the hospital's own limit for a fever in degrees Celsius, or nothing."""

    medicines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    allergies: Mapping[str, Sequence[str]] = field(default_factory=dict)
    steroid: bool = False
    fever_limit: str = ""


_NO_LISTS = CardLists()


def write_pdf(
    card: SafetyCard,
    contacts: Sequence[Contact],
    languages: Sequence[Translator],
    person: Profile = _NOBODY,
    made_on: date | None = None,
    lists: CardLists = _NO_LISTS,
) -> bytes:
    """The PDF (PDF/UA-1, undated): a card of the size of a bank card (85.6 by 54 mm), to cut out and fold, in
    each language. What is longer goes on in further panels; where nothing is written, there are lines to
    write on. Of `person` only what is ticked is printed; `made_on` is the day of the list of medicines, which
    come from `lists` before what was written on the card itself."""
    parts: list[dict[str, Any]] = [
        {
            "lang": tr.code,
            "title": tr.text("My safety card"),
            "cut": tr.text("Cut along the solid line and fold along the dotted lines."),
            "panels": [
                list(_whom(card, contacts, person, tr)),
                list(_treatment(card, made_on, lists, tr)),
                list(_signs(card, lists, tr)),
            ],
        }
        for tr in languages
    ]
    return typeset(_TEMPLATE, {"title": " / ".join(part["title"] for part in parts), "parts": parts})


def _whom(card: SafetyCard, contacts: Sequence[Contact], person: Profile, tr: Translator) -> Iterator[Item]:
    yield _item("title", tr.text("My safety card"))
    told = {
        "name": person.name,
        "birth_year": str(person.birth_date.year) if person.birth_date else None,
        "hospital_number": person.hospital_number,
    }
    shown = [words for tick, words in told.items() if words and tick in card.ticks]
    if shown:
        yield from (_item("strong", piece) for piece in pieces(" · ".join(shown)))
    yield _item("text", tr.pick(*urgency().card_lines["diagnosis"]))
    if "pregnant" in card.ticks:
        yield _item("strong", tr.text("I am pregnant."))
    yield _item("heading", tr.text("Call first"))
    yield from [_item("large", piece) for piece in pieces(card.whom or "")] or [_item("line")]
    for contact in contacts:
        *before, last = pieces(contact.name) or [""]
        yield from (_item("text", piece) for piece in before)
        yield _item("number", last) | {"number": contact.number}
    ambulance = urgency().sign("seizure").level
    yield _item("strong", tr.text("Ambulance and emergency: {number} (Korea)", number=ambulance.number))


def _treatment(card: SafetyCard, made_on: date | None, lists: CardLists, tr: Translator) -> Iterator[Item]:
    day = tr.date(made_on, "short") if made_on else ""
    yield _item("heading", tr.text("Medicines ({day})", day=day) if day else tr.text("Medicines"))
    yield from _listed(lists.medicines.get(tr.code, ()), card.medicines)
    yield _item("heading", tr.text("Allergies"))
    yield from _listed(lists.allergies.get(tr.code, ()), card.allergies)
    lines = urgency().card_lines
    if "after_car_t" in card.ticks:
        yield _item("heading", tr.text("CAR-T: product, date, hospital"))
        yield from _written(card.car_t)
    if "on_steroids" in card.ticks or lists.steroid:
        yield _item("heading", tr.text("In an emergency"))
        yield _item("text", tr.pick(*lines["steroid_line"]))
    if card.notes:
        yield _item("heading", tr.text("Notes"))
        yield from (_item("text", piece) for piece in pieces(card.notes))


def _signs(card: SafetyCard, lists: CardLists, tr: Translator) -> Iterator[Item]:
    """The short words of the card's signs below what is to be done."""
    yield _item("title", tr.text("Warning signs"))
    for group in grouped(urgency().card.chosen(card.ticks)):
        yield _item("heading", group.heading(tr))
        yield from (_item("point", sign.short(tr)) for sign in group.signs)
    if lists.fever_limit:
        yield _item("strong", tr.text("My hospital’s own limit: {degrees} °C", degrees=lists.fever_limit))
    yield _item("signature", tr.text("Clinic (signature)")) | {"date": tr.text("Date")}


def _listed(lines: Sequence[str], text: str | None) -> Iterator[Item]:
    """The lines of a list and then what was written besides; a line to write on where there is neither."""
    if not lines:
        yield from _written(text)
        return
    for line in (*lines, text or ""):
        yield from (_item("text", piece) for piece in pieces(line))


def _written(text: str | None) -> Iterator[Item]:
    yield from [_item("text", piece) for piece in pieces(text or "")] or [_item("line")]


def _item(kind: str, text: str = "") -> Item:
    return {"kind": kind, "text": text}


def pieces(text: str) -> list[str]:
    """A text in its lines, a long one of them in pieces that end with a sentence or else with a word."""
    found: list[str] = []
    for line in text.split("\n"):
        rest = line.strip()
        while len(rest) > _PIECE:
            sentence, word = rest.rfind(". ", 0, _PIECE) + 1, rest.rfind(" ", 0, _PIECE + 1)
            end = sentence if sentence > _PIECE // 2 else word if word > 0 else _PIECE
            found.append(rest[:end])
            rest = rest[end:].strip()
        if rest:
            found.append(rest)
    return found
