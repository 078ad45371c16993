"""The safety card for the wallet: whom to call, the chosen warning signs in their fixed words, own notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.records import Contact
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Translator
from lupusdiary.report.typesetting import typeset
from lupusdiary.resources import clinical

_TEMPLATE = "wallet_card.typ"
# A piece of a long text is so short that a panel of the card always holds it.
_PIECE = 150
_LINES = 4
Item = dict[str, Any]


def write_pdf(card: SafetyCard, contacts: Sequence[Contact], languages: Sequence[Translator]) -> bytes:
    """The PDF (PDF/UA-1, undated): a card of the size of a bank card (85.6 by 54 mm), to cut out and fold, in
    each language. What is longer goes on in further panels; where nothing is written, there are lines to
    write on."""
    parts: list[dict[str, Any]] = [
        {
            "lang": tr.code,
            "title": tr.text("My safety card"),
            "cut": tr.text("Cut along the solid line and fold along the dotted lines."),
            "front": list(_front(card, contacts, tr)),
            "back": list(_back(card, tr)),
        }
        for tr in languages
    ]
    return typeset(_TEMPLATE, {"title": " / ".join(part["title"] for part in parts), "parts": parts})


def _front(card: SafetyCard, contacts: Sequence[Contact], tr: Translator) -> Iterator[Item]:
    yield _item("title", tr.text("My safety card"))
    yield _item("text", tr.text("I have lupus (systemic lupus erythematosus)."))
    yield _item("heading", tr.text("Call first"))
    yield from [_item("large", piece) for piece in pieces(card.whom or "")] or [_item("line")]
    for contact in contacts:
        *before, last = pieces(contact.name) or [""]
        yield from (_item("text", piece) for piece in before)
        yield _item("number", last) | {"number": contact.number}
    yield _item("strong", tr.text("Ambulance and emergency: 119 (Korea)"))
    if card.notes:
        yield _item("heading", tr.text("Notes"))
        yield from (_item("text", piece) for piece in pieces(card.notes))


def _back(card: SafetyCard, tr: Translator) -> Iterator[Item]:
    """The fixed texts of the chosen signs under the headings of the fact base."""
    chosen = [symptom for symptom in SymptomCatalogue().all if symptom.id in card.signs]
    if not chosen:
        yield _item("heading", tr.text("Notes"))
        yield from (_item("line") for _ in range(_LINES))
        return
    yield _item("title", tr.text("Warning signs"))
    for level, name in clinical("symptoms")["meta"]["red_flag_levels"].items():
        texts = [symptom.red_flag(tr) for symptom in chosen if symptom.red_flag_level == level]
        if texts:
            yield _item("heading", tr.pick(name["ko"], name["en"]))
            yield from (_item("text", text) for text in texts if text)


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
