"""What is asked about a day that is over names the day and speaks of the past."""

from __future__ import annotations

from datetime import date

import pytest

from lupusdiary.domain.past_question import past_question
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import translator

DAY = date(2026, 9, 21)


@pytest.mark.parametrize(
    ("code", "language", "asked"),
    [
        ("fatigue", "ko", "2026. 9. 21.에는 얼마나 피곤하셨나요?"),
        ("fatigue", "en", "How tired were you on 21 Sep 2026?"),
        ("joint_swelling", "ko", "2026. 9. 21.에는 부은 관절은 몇 개였나요?"),
        ("morning_stiffness", "en", "How many minutes did it take for your joints to loosen up on the "
         "morning of 21 Sep 2026?"),
        ("morning_stiffness", "ko", "2026. 9. 21. 아침에 관절이 부드러워지기까지 몇 분 걸렸나요?"),
        ("sleep", "ko", "2026. 9. 21. 전날 밤 잠 때문에 얼마나 힘드셨나요?"),
        ("sleep", "en", "How much trouble did you have with sleep the night before 21 Sep 2026?"),
        ("fever", "ko", "2026. 9. 21.에 체온이 몇 도였나요?"),
        ("fever", "en", "What was your body temperature on 21 Sep 2026?"),
        ("seizure", "ko", "2026. 9. 21.에는 경련을 하거나 의식을 잃은 적이 있었나요?"),
        ("weight_loss", "en", "Were you losing weight without trying on 21 Sep 2026?"),
    ],
)  # fmt: skip
def test_a_past_day_is_asked_about_in_the_past(code: str, language: str, asked: str) -> None:
    tr = translator(language)
    assert past_question(SymptomCatalogue().get(code).question(tr), DAY, tr) == asked


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_question_about_a_past_day_speaks_of_today(language: str) -> None:
    tr = translator(language)
    for item in SymptomCatalogue().all:
        question = item.question(tr)
        asked = past_question(question, DAY, tr)
        words = ("오늘", "지난밤", "today", "this morning", "last night", "있나요", "인가요", "Have you")
        assert not any(word in asked for word in words), asked
        assert tr.date(DAY, "short") in asked or not question.endswith("?")


def test_the_name_of_an_own_item_stays() -> None:
    assert past_question("눈꺼풀 떨림", DAY, translator("ko")) == "눈꺼풀 떨림"
