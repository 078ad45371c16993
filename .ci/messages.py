"""The message catalogues: found in the source, merged into translations/, compiled to .mo files."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = "lupusdiary"
# The calls that take a message, and which of their arguments: see lupusdiary/language.py.
KEYWORDS: Mapping[str, tuple[int | tuple[int, str], ...] | None] = {
    "text": None,
    "mark": None,
    "Refusal": None,
    "plural": (1, 2),
    "context": ((1, "c"), 2),
}
HEADER = "# Translations of lupusdiary, under the same licence as the program.\n#"


def catalogues(root: Path = ROOT) -> list[Path]:
    """The .po file of every language."""
    return sorted((root / "translations").glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read(po: Path) -> Catalog:
    """A catalogue as it stands; `po` is .../LANGUAGE/LC_MESSAGES/lupusdiary.po."""
    with po.open("rb") as file:
        return read_po(file, locale=po.parts[-3], domain=DOMAIN, abort_invalid=True)


def extract(root: Path = ROOT) -> Catalog:
    """Every message of the source, with the files that use it."""
    found = Catalog(domain=DOMAIN, project=DOMAIN, fuzzy=False)
    source = root / "lupusdiary"
    for name, line, message, comments, context in extract_from_dir(
        source, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    ):
        path = (source / name).relative_to(root).as_posix()
        found.add(message, locations=[(path, line)], auto_comments=comments, context=context)
    return found


def update(po: Path, found: Catalog) -> Catalog:
    """Merges the messages of the source into one catalogue.

    No text is lost: what the source no longer has is kept below as obsolete, until a person removes it.
    """
    catalogue = read(po)
    for key, old in list(catalogue.obsolete.items()):
        if found.get(old.id, old.context):
            catalogue.add(old.id, old.string, context=old.context)
            del catalogue.obsolete[key]
    catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.header_comment = HEADER
    with po.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    return catalogue


def compile_catalogue(po: Path, mo: Path) -> None:
    """Writes the form that the program reads."""
    mo.parent.mkdir(parents=True, exist_ok=True)
    with mo.open("wb") as file:
        write_mo(file, read(po))


def compile_all(root: Path = ROOT) -> None:
    """Writes each catalogue's .mo file beside it, where a checkout looks for it."""
    for po in catalogues(root):
        compile_catalogue(po, po.with_suffix(".mo"))


def _update_all() -> None:
    found = extract()
    for po in catalogues():
        catalogue = update(po, found)
        missing = [message.id for message in catalogue if message.id and not translated(message.string)]
        print(
            f"{po.parts[-3]}: {len(catalogue)} messages, {len(missing)} without a text, "
            f"{len(catalogue.obsolete)} no longer used"
        )
        for message in missing:
            print(f"  {message}")
    compile_all()


def translated(string: str | Sequence[str] | None) -> bool:
    """Whether a message has its text, or a plural all of its texts."""
    return bool(string) and (isinstance(string, str) or all(string or ()))


if __name__ == "__main__":
    if sys.argv[1:] == ["compile"]:
        compile_all()
    elif sys.argv[1:] == ["update"]:
        _update_all()
    else:
        sys.exit("Say compile or update.")
