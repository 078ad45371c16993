"""An example of a hospital's own folder, to be copied and changed, and how its files are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lupusdiary.language import LANGUAGES, Refusal, Translator
from lupusdiary.resources import resource
from lupusdiary.whole_file import write_whole

_HEADING = "■ "
_GUIDE = "guide_{}.txt"
_GUIDE_NAMES = {"ko": "글 쓰는 법.txt", "en": "How to write.txt"}


def folder_name(tr: Translator) -> str:
    """What the folder is called when the program makes it."""
    return tr.pick("우리 병원 글", "Our articles")


def write_example(folder: Path) -> None:
    """Makes a folder with one small article in both languages, its figure, words and source, and the guide.
    Raises `Refusal` where something of that name is already there or nothing can be written."""
    example = resource("own_example")
    try:
        folder.mkdir(parents=True)
        for path in sorted(example.rglob("*.*")):
            place = folder / path.relative_to(example)
            for language in LANGUAGES:
                if path.name == _GUIDE.format(language):
                    place = folder / _GUIDE_NAMES[language]
            place.parent.mkdir(exist_ok=True)
            write_whole(place, path.read_bytes())
    except FileExistsError:
        raise Refusal(
            "There is already something called “{name}” there: nothing was changed. Choose another place.",
            name=folder.name,
        ) from None
    except OSError:
        raise Refusal(
            "No folder can be made in “{name}”: choose another place.", name=str(folder.parent)
        ) from None


def guide(language: str) -> Sequence[tuple[str, Sequence[str]]]:
    """How articles are written: headings, each with its paragraphs."""
    text = resource("own_example", _GUIDE.format(language)).read_text(encoding="utf-8")
    _, *parts = text.split(_HEADING)
    return [(head, words) for head, *words in (part.strip().split("\n") for part in parts)]
