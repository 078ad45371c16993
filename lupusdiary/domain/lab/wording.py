"""Says in words what was read from a printed result."""

from __future__ import annotations

from decimal import Decimal

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.ordinal_scale import QUALITATIVE, ordinal_scale
from lupusdiary.domain.lab.parse_range import parse_range
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator


def read_back(result: LabResult, analyte: Analyte, tr: Translator) -> str:
    """What a result was read as: “below 1.3 IU/mL”, “titre 1:640”, “kept as text”."""
    if result.kind == "quantity" and result.value is not None:
        return _compared(result.comparator, _with_unit(amount(result.value, tr), result.unit), tr)
    if result.kind == "range" and result.low is not None and result.high is not None:
        between = tr.text("{low} to {high}", low=amount(result.low, tr), high=amount(result.high, tr))
        return _with_unit(between, result.unit)
    if result.kind == "titre" and result.value is not None:
        titre = _compared(result.comparator, f"1:{result.value:.0f}", tr)
        words = [step_word(result.code, analyte, tr)] if result.code else []
        return tr.listing([*words, tr.text("titre {titre}", titre=titre)])
    if result.kind == "ordinal" and result.code:
        return step_word(result.code, analyte, tr)
    if result.kind == "pending":
        return tr.text("no result yet")
    return tr.text("kept as text")


def as_printed(result: LabResult, analyte: Analyte, tr: Translator) -> str:
    """A value with its unit as the sheet prints them (see `printed_value`); a result that is still awaited
    has none."""
    unit = None if result.kind == "pending" else result.unit
    return f"{printed_value(analyte, result, tr)} {unit or ''}".strip()


def printed_value(analyte: Analyte, result: LabResult, tr: Translator) -> str:
    """What the sheet printed, without a unit behind it, which stands beside it; where its word is of another
    language than the reader's, her word and what was printed behind it: “negative (음성)”."""
    text = result.value_text
    if result.unit and result.kind in ("quantity", "range"):
        text = text.removesuffix(result.unit).rstrip() or text
    if not _foreign(text, tr):
        return text
    if result.kind == "pending":
        return f"{read_back(result, analyte, tr)} ({text})"
    if result.kind not in ("ordinal", "titre") or result.code is None:
        return text
    return f"{read_back(result, analyte, tr)} ({text})"


def printed_range(analyte: Analyte, text: str, tr: Translator) -> str:
    """A range as the sheet printed it, its word as in `printed_value`."""
    if not _foreign(text, tr):
        return text
    read = parse_range(text, analyte)
    return text if read.code is None else f"{step_word(read.code, analyte, tr)} ({text})"


def _foreign(text: str, tr: Translator) -> bool:
    """Whether a word stands in it that a reader of this language cannot read."""
    return tr.code != "ko" and any("가" <= letter <= "힣" for letter in text)


def amount(value: float, tr: Translator) -> str:
    """A number with all the decimals that it has, and no others."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return tr.number(value, max(0, -exponent) if isinstance(exponent, int) else None)


def step_word(code: str, analyte: Analyte, tr: Translator) -> str:
    """A step of the test's scale in words; a titre's word is negative or positive."""
    return (analyte.steps or ordinal_scale(QUALITATIVE)).show(code, tr)


def _with_unit(number: str, unit: str | None) -> str:
    return f"{number}{'' if unit == '%' else ' '}{unit}" if unit else number


def _compared(comparator: str | None, value: str, tr: Translator) -> str:
    if comparator == "<":
        return tr.text("below {value}", value=value)
    if comparator == "<=":
        return tr.text("at most {value}", value=value)
    if comparator == ">":
        return tr.text("above {value}", value=value)
    if comparator == ">=":
        return tr.text("at least {value}", value=value)
    return value
