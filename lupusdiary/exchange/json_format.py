"""Our own JSON: everything that a diary holds, in one readable and versioned document.

    {"format": "lupusdiary", "version": 1,
     "profile":  {"name", "birth_date", "sex": "female"|"male", "hospital_number"},
     "days":     [{"day", "readings": {code: value}, "note", "entered": {code: "98.6 [degF]"},
                   "how": {code or "note": "later"|"copied"|"confirmed"},
                   "timed": [{"at": "14:30", "fever", "note", "how"}]}],
     "labs":     [{"collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high",
                   "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note"}],
     "events":   [{"day", "kind", "title", "note"}],
     "flares":   [{"start", "end", "note"}],
     "visits":   [{"day", "questions": [text], "note"}],
     "symptoms": [{"id", "tracked", "name", "scale", "retired": true}],
     "analytes": [{"analyte", "name", "value_type", "unit"},
                  {"laboratory", "rows": [{"analyte", "label", "unit_answer"}]}],
     "contacts": [{"name", "number"}], "demonstration": name of the story,
     "demonstration_language": "ko"|"en",
     "learning": {...}, "safety_card": {...}}

The last two are described in learning_format.py. Days are 2026-11-22. What is not known is absent, never
null or 0; from "contacts" on, a key is absent when there is nothing in it. Readings are numbers, true or
false, blood pressure "120/80". "symptoms" stands in the order of the daily list; only an own item has
"name" and "scale" (nrs, severity, yes_no, count, duration_min); where nobody changed the list it is the
default one. "analytes" holds the own analytes first, then the rows of each laboratory's sheet in their
order; without "laboratory" they belong to results that name none. Lists are sorted by date, ties in the
order of entry; moments of writing are left out, so equal diaries export equal.
"""

from __future__ import annotations

import json

from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange.encode import encode


def write(contents: DiaryContents) -> str:
    """The document as text that ends in a line break."""
    return json.dumps(encode(contents), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
