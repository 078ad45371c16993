"""Small libraries of a hospital's own, written by hand."""

from __future__ import annotations

import re
from pathlib import Path

from lupusdiary.education.checks.content_check import check
from lupusdiary.language import translator

TEXTS = {
    "en": {
        "title": "Our clinic",
        "heading": "When we are open",
        "text": "We are open from 9 to 17. You can call us on each of these days. "
        "A nurse will answer you. She will know what to do next. "
        "Bring your [protein](term:proteinuria_own) sheet with you to the hospital.[^HOSPITAL]",
        "question": "When do we open?",
        "options": '["At 9", "At 10"]',
        "second": "Who answers you?",
        "answers": '["A nurse", "Nobody"]',
        "caption": "The way to the clinic",
        "stated": '"We open at 9."',
        "judged": '"A nurse answers you."',
        "slide": "A nurse answers your call",
    },
    "ko": {
        "title": "우리 병원 안내",
        "heading": "진료 시간",
        "text": "저희는 9시부터 17시까지 진료합니다. 진료하는 날에는 언제든지 전화하세요. "
        "간호사가 전화를 받습니다. 무엇을 해야 하는지 알려 드립니다. "
        "병원에 오실 때 [단백뇨](term:proteinuria_own) 결과지를 가져오세요.[^HOSPITAL]",
        "question": "언제 문을 여나요?",
        "options": '["9시", "10시"]',
        "second": "누가 전화를 받나요?",
        "answers": '["간호사", "아무도 받지 않는다"]',
        "caption": "병원 가는 길",
        "stated": '"9시에 문을 연다."',
        "judged": '"간호사가 전화를 받는다."',
        "slide": "전화하면 간호사가 받습니다",
    },
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60" width="100" height="60">\n'
    '<rect x="1" y="1" width="98" height="58" fill="${surface}" stroke="${border}"/>\n'
    '<text x="10" y="30" fill="${text}" font-size="8">${label_door}</text>\n</svg>\n'
)
LABELS = """caption_ko = "병원 가는 길"
caption_en = "The way to the clinic"
alt_ko = "병원 입구를 그린 그림"
alt_en = "A drawing of the entrance"
[labels.ko]
label_door = "문 <1>"
[labels.en]
label_door = "StartScreen <1>"
"""
GLOSSARY = """[[term]]
id = "proteinuria_own"
ko = "단백뇨"
en = "proteinuria"
said = "단뱅뇨"
definition_ko = "소변에 단백질이 나오는 것입니다."
definition_en = "Protein in the urine."
articles = ["our_clinic"]
"""
SOURCES = """[HOSPITAL]
text_ko = "병원 안내문, 2026년."
text_en = "Leaflet of the hospital, 2026."
"""


def article(language: str, id: str = "our_clinic", order: int = 200) -> str:
    """One article that the content check finds nothing wrong with."""
    words = TEXTS[language]
    teach_back = "".join(
        f'[[teach_back]]\nmessage = "{words["title"]} {name}"\nask = "{words["question"]}"\n\n'
        for name in "abc"
    )
    return f"""+++
id = "{id}"
title = "{words["title"]}"
category = "own"
order = {order}
summary = "{words["title"]}."
action = "{words["title"]}."
date = 2026-11-22
review = ""
sources = ["HOSPITAL"]
symptoms = ["joint_pain"]
analytes = ["upcr"]
medicines = []
events = []
no_figure = ""

[[quiz]]
question = "{words["question"]}"
statement = {words["stated"]}
options = {words["options"]}
answer = 0
explanation = "{words["heading"]}."

[[quiz]]
question = "{words["second"]}"
statement = {words["judged"]}
options = {words["answers"]}
answer = 0
explanation = "{words["heading"]}."

{teach_back}[[slides]]
section = "open"
says = "{words["slide"]}"
+++

## {words["heading"]} {{#open}}

{words["text"]}

![{words["caption"]} 1](figure:clinic_way "{words["caption"]}")
"""


def write(folder: Path, id: str = "our_clinic") -> Path:
    """A whole folder of a hospital: one article in both languages, a figure, a word, a source."""
    for language in TEXTS:
        (folder / language).mkdir(parents=True, exist_ok=True)
        (folder / language / f"{id}.md").write_text(article(language, id), encoding="utf-8")
    (folder / "figures").mkdir(exist_ok=True)
    (folder / "figures" / "clinic_way.svg").write_text(SVG, encoding="utf-8")
    (folder / "figures" / "clinic_way.toml").write_text(LABELS, encoding="utf-8")
    (folder / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    (folder / "sources.toml").write_text(SOURCES, encoding="utf-8")
    return folder


def change(folder: Path, file: str, before: str, after: str) -> int:
    """Changes a file of the folder and says the line of the change."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text, before
    path.write_text(text.replace(before, after), encoding="utf-8")
    return line_of(text, before)


def without_slides(folder: Path) -> None:
    """Takes the lines for slides out of its articles."""
    for language, words in TEXTS.items():
        said = f'[[slides]]\nsection = "open"\nsays = "{words["slide"]}"\n'
        change(folder, f"{language}/our_clinic.md", said, "")


def line_of(text: str, words: str) -> int:
    """The line on which words begin."""
    return text[: text.index(words)].count("\n") + 1


def said(folder: Path) -> list[str]:
    """Every finding in English as “file:line: what to do”; each can be said in Korean as well."""
    found = []
    for fault in check(folder):
        inside = folder in fault.path.parents
        place = fault.path.relative_to(folder).as_posix() if inside else fault.path.name
        found.append(f"{place}:{fault.line}: {fault.why}")
        korean = translator("ko").refusal(fault)
        assert korean.startswith(f"{fault.path}:{fault.line}: ")
        assert re.search("[가-힣]", translator("ko").refusal(fault.why)), fault.why
    return found
