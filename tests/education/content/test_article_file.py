"""An article is read from its file; what is wrong with it is said with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lupusdiary.education.content.article import (
    Bullets,
    Figure,
    Link,
    Paragraph,
    Plain,
    Source,
    Term,
    Warning,
    line_text,
)
from lupusdiary.education.content.article_file import read_article, read_front, read_with_faults
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.language import translator

PATH = Path("own", "en", "my_kidneys.md")
FRONT = """+++
id = "my_kidneys"
title = "My kidneys"
category = "own"
order = 100
summary = "What kidneys do."
action = "Ask about your kidneys."
date = 2026-11-22
sources = ["OK"]
analytes = ["upcr"]

[[quiz]]
question = "How many kidneys do most people have?"
options = ["Two", "Three"]
answer = 0
explanation = "Most people have two."
+++
"""
BODY = """
## What they do {#what}

Kidneys *clean* the **blood**.[^OK] They let go of [protein](term:proteinuria)
when they are ill. Read on in [kidneys](article:lupus_nephritis).[^OK][^EULAR2023]

![a filter](figure:kidney_filter "The filter")

## When to call {#call}

- swollen legs
- foamy urine[^OK]

1. first
2. then

> [!WARNING]
> Little urine: call today.
> Blood in the urine: call today.
"""


def faults_of(body: str, front: str = FRONT, path: Path = PATH) -> list[str]:
    return [str(fault) for fault in read_with_faults(front + body, path)[1]]


def line_of(words: str, text: str = FRONT + BODY) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_everything_that_an_article_says_is_read() -> None:
    article = read_article(FRONT + BODY, PATH)
    assert (article.id, article.language, article.date) == ("my_kidneys", "en", date(2026, 11, 22))
    assert (article.analytes, article.symptoms, article.review) == (("upcr",), (), "")
    assert article.quiz[0].options[article.quiz[0].answer] == "Two"
    assert [(section.anchor, section.heading) for section in article.sections] == [
        ("what", "What they do"),
        ("call", "When to call"),
    ]
    paragraph, figure = article.sections[0].blocks
    assert paragraph == Paragraph(
        (
            Plain("Kidneys "),
            Plain("clean", emphasis=True),
            Plain(" the "),
            Plain("blood", strong=True),
            Plain("."),
            Source("OK"),
            Plain(" They let go of "),
            Term("protein", "proteinuria"),
            Plain(" when they are ill. Read on in "),
            Link("kidneys", "lupus_nephritis"),
            Plain("."),
            Source("OK"),
            Source("EULAR2023"),
        )
    )
    assert figure == Figure("kidney_filter", "a filter", "The filter")
    assert article.sections[1].blocks == (
        Bullets(((Plain("swollen legs"),), (Plain("foamy urine"), Source("OK")))),
        Bullets(((Plain("first"),), (Plain("then"),)), numbered=True),
        Warning(((Plain("Little urine: call today."),), (Plain("Blood in the urine: call today."),))),
    )
    assert article.figures == (figure,)


def test_a_box_of_named_signs_takes_its_words_from_the_table_grouped_by_level() -> None:
    body = "## A {#a}\n\n:::signs swelling_fast swelling_breathless no_urine urine_less feel_emergency\n"
    (box,) = read_article(FRONT + body, PATH).sections[0].blocks
    assert isinstance(box, Warning)
    assert [line_text(line) for line in box.paragraphs] == [
        "Call 119: Swelling together with breathlessness",
        "Call your hospital now, day or night: Almost no urine for 12 hours, or clots in it",
        "Call your clinic the same day: Fast swelling, or 2 kg more in 2–3 days / Much less urine than usual",
        "If you feel this is an emergency, call 119.",
    ]


def test_words_of_the_table_stand_in_sentences_and_in_the_front_matter() -> None:
    front = FRONT.replace('title = "My kidneys"', 'title = "Call {number:seizure}"')
    body = (
        "## When {number:seizure} {#a}\n\nWith {limit:fever_on_treatment}, {call:fever_after_car_t}.[^OK]\n"
    )
    article = read_article(front + body, PATH)
    assert (article.title, read_front(front + body, PATH).title) == ("Call 119", "Call 119")
    assert article.sections[0].heading == "When 119"
    (paragraph,) = article.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert line_text(paragraph.spans) == (
        "With 38.0 °C or higher, call your CAR-T hospital now, day or night."
    )


@pytest.mark.parametrize(
    "words", [":::signs no_such_sign", ":::signs", "Call {number:nobody}.[^OK]", "{limit:seizure}[^OK]"]
)
def test_what_the_table_does_not_hold_is_named_with_its_line(words: str) -> None:
    (fault,) = faults_of(f"## A {{#a}}\n\n{words}\n")
    assert fault.split(":")[1] == str(FRONT.count("\n") + 3)


def test_the_front_alone_says_the_same() -> None:
    article = read_article(FRONT + BODY, PATH)
    front = read_front(FRONT + BODY, PATH)
    assert (front.title, front.quiz, front.order) == (article.title, article.quiz, article.order)


def test_windows_line_ends_and_decomposed_letters_read_the_same() -> None:
    plain = read_article(FRONT + BODY, PATH)
    assert read_article((FRONT + BODY).replace("\n", "\r\n"), PATH) == plain


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('title = "My kidneys"', "", "“title” is missing"),
        ('title = "My kidneys"', 'titel = "My kidneys"', "“titel” is not known here"),
        ('category = "own"', 'category = "kidneys"', "The category is one of: basics, "),
        ("order = 100", 'order = "first"', "“order” must be a whole number"),
        ("date = 2026-11-22", 'date = "yesterday"', "Write the date as date = 2026-11-22"),
        ('sources = ["OK"]', 'sources = "OK"', "“sources” must be a list of texts"),
        ('analytes = ["upcr"]', "symptoms = [119]", "“symptoms” must be a list of texts"),
        ("answer = 0", "answer = 2", "A question has two to five options"),
        ("answer = 0", "answer = true", "A question has two to five options"),
        ('id = "my_kidneys"', 'id = "kidneys"', "must be the same: “my_kidneys”"),
        ('id = "my_kidneys"', 'id = "../../etc"', "Write the id in small letters"),
        ("[[quiz]]", "[quiz]", "below a line [[quiz]]"),
        ("order = 100", "order = = 100", "This line cannot be read"),
    ],
)
def test_a_fault_of_the_front_matter_names_its_line(before: str, after: str, says: str) -> None:
    front = FRONT.replace(before, after)
    found = faults_of(BODY, front)
    assert any(says in fault for fault in found), found
    place = next(fault for fault in found if says in fault)
    if after and "quiz" not in after and "answer" not in after:
        assert place.startswith(f"{PATH}:{line_of(after, front)}: ")


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("words\n", 18, "Begin the text with a heading"),
        ("## No anchor\n\nwords\n", 18, "Write a heading as ## Heading {#anchor}"),
        ("# Too big {#a}\n", 18, "Write a heading as"),
        ("## A {#a}\n\n[net](https://example.org)\n", 20, "“https://example.org” is neither"),
        ("## A {#a}\n\n[x](file:/x)\n\n[run](article:../../x)\n", 22, "“article:../../x” is neither"),
        ("## A {#a}\n\n![x](https://example.org/x.png)\n", 20, "Write a figure as"),
        ("## A {#a}\n\nsee ![x](figure:y \"z\") here\n", 20, "Give the figure a line of its own"),
        ("## A {#a}\n\n| a | b |\n\n```\ncode\n```\n", 22, "can stand in an article"),
        ("## A {#a}\n\n> quoted\n", 20, "Begin a warning box with"),
        ("## A {#a}\n\n- x\n  > y\n", 21, "A list holds nothing but lines of text"),
        ("## A {#a}\n\nthe `code` here\n", 20, "Write “code” as plain words"),
    ],
)  # fmt: skip
def test_a_fault_of_the_text_names_its_line(body: str, line: int, says: str) -> None:
    found = [fault for fault in faults_of(body) if says in fault]
    assert found, faults_of(body)
    assert found[0].startswith(f"{PATH}:{line}: ")


def test_an_article_without_text_is_refused() -> None:
    assert "has no text yet" in faults_of("")[0]


def test_html_is_shown_as_the_text_that_it_is() -> None:
    body = "## A {#a}\n\n<script>alert(1)</script> 1 < 2\n\n<img src=x onerror=y>\n"
    article = read_article(FRONT + body, PATH)
    assert article.sections[0].blocks == (
        Paragraph((Plain("<script>alert(1)</script> 1 < 2"),)),
        Paragraph((Plain("<img src=x onerror=y>"),)),
    )


@pytest.mark.parametrize(
    "hostile",
    ["[" * 20_000, "![" * 10_000, "> " * 20_000, "- " * 20_000, "*a " * 15_000, "[x](" * 10_000, "`" * 9_999],
)
def test_nested_marks_are_read_or_refused(hostile: str) -> None:
    article, faults = read_with_faults(FRONT + "## A {#a}\n\n" + hostile, PATH)
    assert article is not None
    assert all(isinstance(fault, ContentFault) for fault in faults)


def test_a_huge_text_and_control_characters_are_refused() -> None:
    with pytest.raises(ContentFault, match="Shorten the file"):
        read_article(FRONT + BODY + "x" * 60_000, PATH)
    with pytest.raises(ContentFault, match=r":18: There is an invisible control character") as caught:
        read_article(FRONT + "## A\x1b {#a}\n", PATH)
    assert caught.value.line == 18
    with pytest.raises(ContentFault, match="brackets stand inside brackets"):
        read_article(FRONT.replace("order = 100", "order = " + "[" * 20_000), PATH)


def test_a_file_without_fences_or_outside_a_language_is_refused() -> None:
    with pytest.raises(ContentFault, match="Begin the file with a line"):
        read_article("## A {#a}\n", PATH)
    with pytest.raises(ContentFault, match="“ko” or “en”"):
        read_article(FRONT + BODY, Path("own", "my_kidneys.md"))


def test_a_fault_is_said_in_the_readers_language() -> None:
    fault = read_with_faults(FRONT.replace('title = "My kidneys"', "") + BODY, PATH)[1][0]
    assert translator("en").refusal(fault) == str(fault)
    assert (fault.path, fault.line) == (PATH, 2)
