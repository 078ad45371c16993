"""An example of a hospital's own folder, to be copied and changed, and how its files are written."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from lupusdiary.language import LANGUAGES, Refusal, Translator
from lupusdiary.resources import resource
from lupusdiary.whole_file import new_folder, write_together

_HEADING = "■ "
_GUIDE = "guide_{}.txt"
_GUIDE_NAMES = {"ko": "글 쓰는 법.txt", "en": "How to write.txt"}


def folder_name(tr: Translator) -> str:
    """What the folder is called when the program makes it."""
    return tr.pick("우리 병원 글", "Our articles")


def write_example(folder: Path) -> None:
    """Makes a folder with one small article in both languages, its figure, words and source, and the guide.
    Raises `Refusal` where something of that name is already there or nothing can be written."""
    if folder.exists() or folder.is_symlink():
        raise Refusal(
            "There is already something called “{name}” there: nothing was changed. Choose another place.",
            name=folder.name,
        )
    example = resource("own_example")
    guides = {_GUIDE.format(language): _GUIDE_NAMES[language] for language in LANGUAGES}
    files = {
        folder / path.relative_to(example).with_name(guides.get(path.name, path.name)): path.read_bytes()
        for path in sorted(example.rglob("*.*"))
    }
    try:
        with ExitStack() as made:
            for place in (folder, *sorted({path.parent for path in files})):
                made.enter_context(new_folder(place))
            write_together(files)
    except OSError:
        raise Refusal(
            "No folder can be made in “{name}”: choose another place.", name=str(folder.parent)
        ) from None


def guide(language: str) -> Sequence[tuple[str, Sequence[str]]]:
    """How articles are written: headings, each with its paragraphs."""
    text = resource("own_example", _GUIDE.format(language)).read_text(encoding="utf-8")
    _, *parts = text.split(_HEADING)
    return [(head, words) for head, *words in (part.strip().split("\n") for part in parts)]
