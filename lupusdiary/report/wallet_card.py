"""The safety card for the wallet: whom to call, the chosen warning signs in their fixed words, own notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.records import Contact
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Translator
from lupusdiary.report.typesetting import typeset
from lupusdiary.resources import clinical

_TEMPLATE = "wallet_card.typ"


def write_pdf(card: SafetyCard, contacts: Sequence[Contact], languages: Sequence[Translator]) -> bytes:
    """The PDF (PDF/UA-1, undated): one card to cut out and fold in each language."""
    parts = [_part(card, contacts, tr) for tr in languages]
    return typeset(_TEMPLATE, {"title": " / ".join(part["title"] for part in parts), "parts": parts})


def _part(card: SafetyCard, contacts: Sequence[Contact], tr: Translator) -> dict[str, Any]:
    return {
        "lang": tr.code,
        "title": tr.text("My safety card"),
        "cut": tr.text("Cut along the line and fold in the middle."),
        "illness": tr.text("I have lupus (systemic lupus erythematosus)."),
        "whom": tr.text("Call first"),
        "whom_text": card.whom or "",
        "numbers": [{"name": contact.name, "number": contact.number} for contact in contacts],
        "emergency": tr.text("Ambulance and emergency: 119 (Korea)"),
        "notes": tr.text("Notes"),
        "notes_text": card.notes or "",
        "signs": tr.text("Warning signs"),
        "levels": _levels(card, tr),
    }


def _levels(card: SafetyCard, tr: Translator) -> list[dict[str, Any]]:
    """The fixed texts of the chosen signs under the headings of the fact base."""
    chosen = [symptom for symptom in SymptomCatalogue().all if symptom.id in card.signs]
    levels = []
    for level, name in clinical("symptoms")["meta"]["red_flag_levels"].items():
        texts = [symptom.red_flag(tr) for symptom in chosen if symptom.red_flag_level == level]
        if texts:
            levels.append({"name": tr.pick(name["ko"], name["en"]), "texts": texts})
    return levels
