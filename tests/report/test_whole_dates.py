"""On paper a date stands in one line."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from lupusdiary.diary import create_demonstration
from lupusdiary.domain.period import Period
from lupusdiary.language import translator
from lupusdiary.queries.visit_summary import visit_summary_of
from lupusdiary.report.visit_page import write_pdf
from tests.conftest import StandingClock

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# A date of each language, and one that is torn.
DATES = {
    "ko": (
        r"\d{4}\. \d{1,2}\. \d{1,2}\.",
        r"\d{4}\.\s*\n\s*\d{1,2}\. \d{1,2}\.|\d{4}\. \d{1,2}\.\s*\n\s*\d{1,2}\.",
    ),
    "en": (
        rf"\d{{1,2}}\s(?:{_MONTHS})\s\d{{4}}",
        rf"\d{{1,2}}\s*\n\s*(?:{_MONTHS})\b|\b(?:{_MONTHS})\s*\n\s*\d{{4}}",
    ),
}


@pytest.mark.parametrize("language", DATES)
def test_no_date_of_a_page_is_torn_over_two_lines(
    tmp_path: Path, clock: StandingClock, language: str
) -> None:
    tr, (whole, torn) = translator(language), DATES[language]
    with create_demonstration(tmp_path / "life.lupusdiary", "nephritis", clock, language) as diary:
        # Days that put the end of a line at different places.
        for days in (366, 1200, 3653):
            last = diary.today()
            period = Period(last - timedelta(days=days), last)
            summary = visit_summary_of(diary, period, languages=(tr,))
            pages = pypdf.PdfReader(BytesIO(write_pdf(summary, (tr,)))).pages
            text = "\n".join(page.extract_text() for page in pages)
            assert len(re.findall(whole, text)) > 20
            assert re.findall(torn, text) == []
