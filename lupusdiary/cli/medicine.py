"""The verb for medicines: what one typed line is read as."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from lupusdiary.cli.arguments import Misuse
from lupusdiary.cli.session import Session
from lupusdiary.language import Refusal


def medicine(session: Session) -> int:
    """Reads a line as JSON on standard output; what was not understood is said beside it."""
    if session.words[0] != "read":
        raise Misuse(session.words[0])
    line = " ".join(session.words[1:])
    answers = _answers(session.arguments.repeated.get("--answer", ()))
    document, left_over = _read(line, answers)
    session.out.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    if left_over is not None:
        kept = session.tr.text("Not understood, and kept as a note: {text}", text=left_over)
        print(" ".join(kept.split()), file=sys.stderr)
    return 0


def _answers(given: Sequence[str]) -> dict[str, str]:
    """The answers by the name of what is asked."""
    answers: dict[str, str] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not value:
            raise Refusal("“{text}” is not an answer. Write it as hold=next.", text=each[:40])
        answers[name] = value
    return answers


def _read(line: str, answers: Mapping[str, str]) -> tuple[dict[str, Any], str | None]:
    from lupusdiary.domain.medicines.quick_entry.answers import answered, answered_steps
    from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
    from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
    from lupusdiary.exchange.line_format import encode_line
    from lupusdiary.exchange.taper_format import encode_taper

    taper = parse_taper(line)
    if taper is not None:
        found = encode_taper(taper, answered_steps(taper, answers))
        ask, offer, left_over = taper.ask, taper.offer, None
    else:
        parsed = answered(parse_line(line), answers)
        found = encode_line(parsed)
        ask, offer, left_over = parsed.ask, parsed.offer, parsed.left_over
    if answers:
        found["answers"] = {name: _value(value) for name, value in answers.items()}
    found["ask"] = list(ask)
    if offer:
        found["offer"] = dict(offer)
    return found, left_over


def _value(text: str) -> int | float | str:
    """An answer as JSON writes it: a number where it is one."""
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number if number == number else text
