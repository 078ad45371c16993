"""The content check names the file, the line and what to do; and finds nothing where nothing is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.education import own_folder
from tests.education.own_folder import change, line_of, said

EN, KO = "en/our_clinic.md", "ko/our_clinic.md"
NURSE, NURSE_KO = "A nurse will answer you.", "간호사가 전화를 받습니다."
HARD = "Immunosuppressive medications necessitate individualised multidisciplinary considerations. " * 4
LONG = " ".join(["아주"] * 14)
LAST_ANSWER = 'answer = 0\nexplanation = "When we are open."\n\n[[teach_back]]'
FIRST_ANSWER = 'answer = 0\nexplanation = "When we are open."\n\n[[quiz]]'
FALSE_ANSWER = FIRST_ANSWER.replace("0", "0\ntrue = false")
SECTIONS = (
    "Both languages need the same sections, with the same anchors in the same order; the Korean article"
)
HERE = "This stands only here, not in the same place of the"
DATE = "date = 2026-11-22"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return own_folder.write(tmp_path / "hospital")


def test_a_good_folder_is_good(own: Path) -> None:
    assert said(own) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "says"),
    [
        # Links, words, figures, sources that are not there.
        (EN, "(term:proteinuria_own)", "(term:gone)", "The glossary does not hold “gone”: correct the id"),
        (EN, "(term:proteinuria_own)", "(article:gone)", "There is no article “gone” to lead to."),
        (EN, "![The way to the clinic 1](figure:clinic_way", "![x](figure:gone", "no figure “gone”"),
        (EN, "[^HOSPITAL]", "", "Give a source for “We are open from 9 to 17. You …”"),
        (EN, "We are open from 9", "See [^HOSPITAL ] from 9", "“See [^HOSPITAL ] from 9 to” is not read"),
        (EN, 'sources = ["HOSPITAL"]', 'sources = ["HOSPITAL", "OK"]', "“OK” is listed but not used"),
        (KO, '"HOSPITAL"', '"GONE", "HOSPITAL"', "Describe the source “GONE” in sources.toml."),
        (EN, 'symptoms = ["joint_pain"]', 'symptoms = ["knee_pain"]', "“knee_pain” is not known among"),
        (EN, 'analytes = ["upcr"]', 'analytes = ["urpc"]', "“urpc” is not known among the analytes"),
        (EN, "events = []", 'events = ["party"]', "“party” is not known among the events"),
        # What both languages must have alike.
        (EN, "We are open from 9 to 17", "We are open from 9 to 18", f"{HERE} Korean article: 18."),
        (KO, "저희는 9시부터 17시까지", "저희는 9시부터 19시까지", f"{HERE} English article: 19."),
        (EN, "We are open from 9 to 17", "From April 9 to 17", "Korean article: 4."),
        (EN, 'options = ["At 9", "At 10"]', 'options = ["At 9", "At 11"]', "Korean article: 11."),
        (EN, 'summary = "Our clinic."', 'summary = "2 clinics."', "Korean article: 2."),
        (EN, 'action = "Our clinic."', 'action = "Call 119."', "Korean article: 119."),
        (EN, 'message = "Our clinic b"', 'message = "Come by 8."', "Korean article: 8."),
        (EN, "## When we are open {#open}", "## When we are open {#closed}", SECTIONS),
        (EN, "category =", "category = \"basics\" #", "“category” must be the same in both languages."),
        (EN, "order = 200", "order = 201", "“order” must be the same in both languages."),
        (EN, DATE, "date = 2026-11-23", "“date” must be the same in both languages."),
        (EN, 'review = ""', 'review = "Kim Min-ji, 2027-01-31"', "“review” must be the same"),
        (EN, 'no_figure = ""', 'no_figure = "none"', "“no_figure” must be the same in both languages."),
        (EN, 'no_figure = ""', 'one_language = "x"\nno_figure = ""', "Take “one_language” out"),
        # The front matter.
        (EN, DATE, "date = 2026-13-45", "Write the date as date = 2026-11-22."),
        (EN, DATE, "date = 2026.11.22", "Write the date as date = 2026-11-22."),
        (EN, DATE, "date = 2206-11-22", "Write the date as date = 2026-11-22."),
        (EN, 'review = ""', 'review = "Kim Min-ji"', "Write who has read it and on which day"),
        (EN, 'review = ""', 'review = "Kim Min-ji, 2027-02-30"', "Write who has read it and on which day"),
        (EN, 'review = ""', 'review = "Kim Min-ji, 2026-01-31"', "read before the text’s date"),
        (EN, 'title = "Our clinic"', "title = “Our clinic”", "begins and ends with the straight sign \""),
        (EN, 'title = "Our clinic"', 'title = "Our "own" clinic"', "This line cannot be read."),
        (EN, 'title = "Our clinic"', 'title = "Our clinic', "This line cannot be read."),
        (EN, 'title = "Our clinic"', "title: Our clinic", "This line cannot be read."),
        (EN, "order = 200", "hint = 2\norder = 200", "“hint” is not known here; take it out."),
        (EN, LAST_ANSWER, LAST_ANSWER.replace("0", "2"), "counts them from 0"),
        (EN, LAST_ANSWER, LAST_ANSWER.replace("0", "1"), "the same questions with the same right answers"),
        (EN, FIRST_ANSWER, FALSE_ANSWER, "the same questions with the same right answers"),
        (EN, 'statement = "We open at 9."', 'statement = "We open at 8."', "Korean article: 8."),
        (EN, LAST_ANSWER, "hint = 7\n" + LAST_ANSWER, "“hint” is not known here; take it out."),
        (EN, LAST_ANSWER, 'review = ""\n' + LAST_ANSWER, "Put “review” above the first line [[quiz]]."),
        (EN, 'options = ["A nurse", "Nobody"]', 'options = ["A nurse" "Nobody"]', "Put a comma between"),
        (EN, 'id = "our_clinic"', 'id = "my_clinic"', "The id and the name of the file must be the same"),
        (EN, 'options = ["A nurse", "Nobody"]', "options = [" + '"A", ' * 6 + "]", "two to five options"),
        (EN, 'title = "Our clinic"', f'title = "{"Our clinic " * 9}"', "Shorten “title”: 80 characters"),
        # The text.
        (KO, "## 진료 시간", "## " + "진료 시간과 " * 15, "Shorten “진료 시간과 진료 시간과 진료 시간과”"),
        (KO, NURSE_KO, f"{LONG} {LONG} {NURSE_KO}", "This sentence has 31 words; make two of it: “아주"),
        (KO, "저희는 9시부터", f"당신의 {LONG} 9시부터", "Write this without “당신”."),
        (EN, "## When we are open {#open}", "## Also {#also}\n\n## Open {#open}", "no text below this"),
    ],
)  # fmt: skip
def test_each_mistake_is_said_with_its_file_and_line(
    own: Path, file: str, before: str, after: str, says: str
) -> None:
    line = change(own, file, before, after)
    found = [each for each in said(own) if says in each]
    assert [each.split(": ")[0] for each in found] == [f"{file}:{line}"], said(own)


def test_the_number_of_questions_and_messages_is_said_where_they_begin(own: Path) -> None:
    path = own / EN
    text = path.read_text(encoding="utf-8")
    first, last = text.index("[[quiz]]"), text.rindex("[[teach_back]]")
    second = text.index("[[quiz]]", first + 1)
    path.write_text(text[:first] + text[second:last] + text[text.rindex("+++") :], encoding="utf-8")
    found = said(own)
    changed = path.read_text(encoding="utf-8")
    quiz, told = (line_of(changed, f"[[{name}]]") for name in ("quiz", "teach_back"))
    assert f"{EN}:{quiz}: A quiz has 2 to 4 questions, each below a line [[quiz]]; here are 1." in found
    assert (
        f"{EN}:{told}: A teach-back has exactly three messages, each below a line [[teach_back]]; here are 2."
        in found
    )


def test_an_article_without_a_figure_says_why(own: Path) -> None:
    for language in ("en", "ko"):
        path = own / language / "our_clinic.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("![")], encoding="utf-8")
        line = line_of(text, "no_figure")
        why = "Put a figure in, or say in “no_figure” why there is none."
        assert f"{language}/our_clinic.md:{line}: {why}" in said(own)
        change(own, f"{language}/our_clinic.md", 'no_figure = ""', 'no_figure = "Words are enough."')
    assert said(own) == []


def test_what_is_missing_belongs_between_the_two_fences(own: Path) -> None:
    change(own, EN, 'title = "Our clinic"\n', "")
    assert said(own) == [f'{EN}:2: “title” is missing: write title = "…" here.']


def test_everything_is_said_at_once_even_if_the_front_matter_has_a_mistake(own: Path) -> None:
    change(own, EN, 'title = "Our clinic"\n', "")
    line = change(own, EN, "(figure:clinic_way", "(figure:gone")
    assert said(own) == [
        f'{EN}:2: “title” is missing: write title = "…" here.',
        f"{EN}:{line}: There is no figure “gone” in the folder “figures”.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("+++\nid", "id", "Begin the file with a line “+++”"),
        ("+++\n\n##", "\n##", "Begin the file with a line “+++”"),
        ("+++", "---", "Begin the file with a line “+++”"),
    ],
)
def test_unbalanced_front_matter_is_said_at_its_beginning(
    own: Path, before: str, after: str, says: str
) -> None:
    change(own, EN, before, after)
    assert [each for each in said(own) if each.startswith(f"{EN}:1: {says}")]


def test_a_hard_english_text_is_shown_its_hardest_sentence(own: Path) -> None:
    change(own, EN, NURSE, f"A nurse\nwill answer.\n{HARD}\n")
    line = line_of((own / EN).read_text(encoding="utf-8"), "Immunosuppressive")
    found = next(each for each in said(own) if "school grade" in each)
    assert re.match(rf"{EN}:{line}: The text reads like school grade \d+\.\d; write it for 6 to 8", found)
    assert "Begin with this one: “Immunosuppressive" in found


def test_long_korean_sentences_are_measured_on_average_too(own: Path) -> None:
    words = " ".join(["저희는"] * 20)
    line = change(
        own,
        KO,
        "저희는 9시부터 17시까지 진료합니다.",
        f"9시부터 17시까지 {words} 봅니다. " + f"{words} 봅니다. " * 9,
    )
    found = [each for each in said(own) if "on average" in each]
    assert [each.split(": ")[0] for each in found] == [f"{KO}:{line}"]
    assert "13 are enough. Begin with this one: “9시부터" in found[0]


def test_unexplained_words_are_said_where_they_first_stand(own: Path) -> None:
    words = "보체와 사구체와 크레아티닌과 스테로이드와 알부민을 봅니다."
    line = change(own, KO, NURSE_KO, f"간호사가\n전화를 받습니다. {words}")
    found = [each for each in said(own) if "Too many words of the glossary" in each]
    assert len(found) == 1, said(own)
    assert found[0].startswith(f"{KO}:{line + 1}: ")
    assert "보체" in found[0]
    assert "크레아티닌" in found[0]


def test_the_line_is_that_of_the_paragraph_even_if_its_words_stand_above_too(own: Path) -> None:
    change(own, EN, "\n## When", "\n## Our clinic {#clinic}\n\nOur clinic.\n\n## When")
    change(
        own, KO, "\n## 진료", "\n## 우리 병원 안내 {#clinic}\n\n우리 병원 안내입니다.[^HOSPITAL]\n\n## 진료"
    )
    line = line_of((own / EN).read_text(encoding="utf-8"), "\nOur clinic.\n") + 1
    assert f"{EN}:{line}: Give a source for “Our clinic.…”: [^KEY] after the sentence." in said(own)


def test_a_section_that_only_one_language_has_is_said_in_its_file(own: Path) -> None:
    path = own / KO
    text = path.read_text(encoding="utf-8") + "\n## 오시는 길 {#way}\n\n걸어오세요.[^HOSPITAL]\n"
    path.write_text(text, encoding="utf-8")
    why = "Both languages need the same sections: the English article lacks this one, {#way}."
    assert said(own) == [f"{KO}:{line_of(text, '## 오시는')}: {why}"]


def test_a_source_or_a_link_of_one_language_is_said_at_its_mark(own: Path) -> None:
    change(own, EN, "[^HOSPITAL]", "[^HOSPITAL]\nSee [lupus](article:what_is_lupus).[^OK]")
    for file in (EN, KO):
        change(own, file, 'sources = ["HOSPITAL"]', 'sources = ["HOSPITAL", "OK"]')
    line = line_of((own / EN).read_text(encoding="utf-8"), "See [lupus]")
    found = said(own)
    for mark in ("[^OK]", "article:what_is_lupus"):
        why = f"This stands only here, not in the same place of the Korean article: {mark}."
        assert any(each.startswith(f"{EN}:{line}: {why}") for each in found), found


def test_an_anchor_or_a_heading_that_stands_twice_is_said_at_the_second(own: Path) -> None:
    for file, words in ((EN, "Come in."), (KO, "들어오세요.")):
        path = own / file
        path.write_text(
            path.read_text("utf-8") + f"\n## {words} {{#open}}\n\n{words}[^HOSPITAL]\n", encoding="utf-8"
        )
        line = line_of(path.read_text("utf-8"), f"## {words}")
        why = "The anchor “open” is there twice; give this heading another one."
        assert f"{file}:{line}: {why}" in said(own)


def test_own_articles_may_lead_to_those_of_the_program(own: Path) -> None:
    for language in ("ko", "en"):
        change(own, f"{language}/our_clinic.md", "[^HOSPITAL]\n", "[^HOSPITAL] [+](article:what_is_lupus)\n")
    assert said(own) == []


def test_an_article_in_one_language_asks_for_the_other_or_for_the_reason(own: Path) -> None:
    (own / EN).unlink()
    (found,) = said(own)
    assert found.startswith(f"{KO}:2: Write this article in the other language too: en/our_clinic.md.")
    assert 'say why: one_language = "…"' in found
    change(own, KO, 'no_figure = ""', 'no_figure = ""\none_language = "우리 병동에서만 씁니다."')
    assert said(own) == []


def test_an_own_article_takes_the_place_of_the_programs_only_in_both_languages(tmp_path: Path) -> None:
    own = own_folder.write(tmp_path / "hospital", "emergency")
    change(own, "glossary.toml", "our_clinic", "emergency")
    assert said(own) == []
    (own / "en" / "emergency.md").unlink()
    change(own, "ko/emergency.md", 'no_figure = ""', 'one_language = "한국어만"')
    assert said(own) == ["ko/emergency.md:1: Write this article in the other language too: en/emergency.md."]


@pytest.mark.parametrize(
    ("file", "before", "after", "line", "says"),
    [
        ("glossary.toml", '"our_clinic"', '"gone"', 8, "There is no article “gone” to lead to."),
        ("glossary.toml", '"proteinuria_own"', '"단백뇨"', 1, "Write the id in small letters"),
        ("glossary.toml", 'definition_ko', '# definition_ko', 1, "“definition_ko” is missing"),
        ("glossary.toml", "[[term]]", "[term]", 1, "Write each of them below a line [[term]]."),
        ("glossary.toml", "proteinuria_own", "proteinuria", 2, "“proteinuria” is a name of the program"),
        ("sources.toml", "text_ko", "text_xx", 1, "Write a source as [HOSPITAL] with text_ko and text_en"),
        ("sources.toml", "[HOSPITAL]", '["병원"]', 1, "English letters, digits and _: “병원”"),
        ("sources.toml", "[HOSPITAL]", "[EULAR2023]", 1, "“EULAR2023” is a name of the program itself"),
        ("sources.toml", "2026년.\"", "2026년.", 2, "This line cannot be read."),
        ("sources.toml", "text_ko", 'kind = "blog"\ntext_ko', 1, "Write the kind of “HOSPITAL” as one of a"),
        ("sources.toml", "text_ko", "kind = 3\ntext_ko", 1, "Write the kind of “HOSPITAL” as one of a"),
    ],
)  # fmt: skip
def test_a_mistake_in_words_and_sources_is_said_with_its_line(
    own: Path, file: str, before: str, after: str, line: int, says: str
) -> None:
    change(own, file, before, after)
    assert [each for each in said(own) if each.startswith(f"{file}:{line}: ") and says in each], said(own)


@pytest.mark.parametrize("file", ["glossary.toml", "sources.toml"])
def test_a_word_or_source_that_stands_twice_is_said_at_the_second(own: Path, file: str) -> None:
    path = own / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text * 2, encoding="utf-8")
    line = text.count("\n") + 1
    assert [each for each in said(own) if each.startswith(f"{file}:{line}: ") and "is there twice" in each]
