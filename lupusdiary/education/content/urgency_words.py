"""Words of the table of danger in an article: whole boxes, and places within a sentence.

:::signs chest_pain_severe seizure feel_emergency     a warning box of these signs and sentences
{number:seizure}   119                                {limit:fever_on_treatment}   38.0 °C or higher
{call:seizure}     call 119 ({Call:…} begins a line)  {degrees:fever_on_treatment}  38.0 °C
{full:seizure}, {short:seizure}, {say:in_doubt}, {row:call_119_1} a line of the figure “when to call”
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from lupusdiary.domain.urgency import Sign, grouped, urgency
from lupusdiary.education.content.article import Line, Plain, Warning
from lupusdiary.language import Refusal, Translator, translator

_PLACE = re.compile(r"\{([A-Za-z]+):([a-z][a-z0-9_]*)\}")
_OF_SIGN: Mapping[str, Callable[[Sign, Translator], str]] = {
    "number": lambda sign, _: sign.level.number,
    "call": lambda sign, tr: sign.call(tr),
    "Call": lambda sign, tr: _begun(sign.call(tr)),
    "degrees": lambda sign, tr: tr.pick(*sign.degrees) if sign.degrees else "",
    "limit": lambda sign, tr: tr.pick(*sign.limits) if sign.limits else "",
    "short": lambda sign, tr: sign.short(tr),
    "full": lambda sign, tr: sign.full(tr),
}


def warning_of(ids: Sequence[str], language: str, line: int) -> Warning:
    """The box of these signs, one line for each call, and below it the sentences. Raises `Refusal` for an
    id that is neither."""
    tr, table = translator(language), urgency()
    sentences = [id for id in ids if table.has_sentence(id)]
    signs = table.named(id for id in ids if id not in sentences)
    if not ids:
        raise Refusal("Name the signs of a warning box by their ids.")
    groups = grouped(signs)
    lines: list[Line] = [
        (Plain(f"{group.heading(tr)}: ", strong=True), Plain(group.line(tr))) for group in groups
    ]
    if sentences:
        lines.append((Plain(" ".join(tr.pick(*table.sentence(id)) for id in sentences)),))
    return Warning(tuple(lines), tuple(ids), line=line)


def filled_in(text: str, language: str, fault: Callable[[int, Refusal], None]) -> str:
    """A text with the words of the table in their places; what the table lacks goes to `fault` with its
    line, counted from 0."""
    if "{" not in text:
        return text
    tr = translator(language)
    lines = text.split("\n")
    for at, line in enumerate(lines):

        def words(place: re.Match[str], at: int = at) -> str:
            kind, id = place[1], place[2]
            try:
                return _of_place(kind, id, tr)
            except Refusal as refusal:
                fault(at, refusal)
                return ""

        lines[at] = _PLACE.sub(words, line)
    return "\n".join(lines)


def _of_place(kind: str, id: str, tr: Translator) -> str:
    if kind == "say":
        return tr.pick(*urgency().sentence(id))
    if kind == "row" and id in urgency().figure_lines:
        return tr.pick(*urgency().figure_lines[id])
    return _of_sign(kind, id, tr)


def _begun(words: str) -> str:
    return words[0].upper() + words[1:]


def _of_sign(kind: str, id: str, tr: Translator) -> str:
    said = _OF_SIGN.get(kind)
    found = said(urgency().sign(id), tr) if said else ""
    if not found:
        raise Refusal("The warning sign “{sign}” has no “{kind}”.", sign=id, kind=kind)
    return found
