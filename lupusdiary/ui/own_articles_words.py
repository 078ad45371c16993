"""What the settings say of a hospital's folder: its state, and what to correct, file by file."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.language import Translator
from lupusdiary.ui.own_articles import FolderCheck

# The page scrolls; more than this would only hide the buttons.
_MOST_SHOWN = 20


def breakable(path: str) -> str:
    """A long path may break at each separator, or it would widen the whole page."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def state(
    chosen: Path | None, used: Path | None, found: FolderCheck | None, tr: Translator, *, made: bool
) -> str:
    """One or two sentences about the folder that is chosen."""
    if found is not None:
        return _checked(found, tr)
    if chosen is None:
        return ""
    if not chosen.is_dir():
        return tr.text("The folder is not there now: put the stick or disk in again, or choose another one.")
    if made:
        return tr.text(
            "The example is made. Change its files with a text editor, then press “Check and use”: it comes "
            "into Learn only then."
        )
    if used != chosen:
        return tr.text("Not checked yet.")
    return tr.text("Chosen. It is checked each time the articles are read.")


def _checked(found: FolderCheck, tr: Translator) -> str:
    if found.faults:
        count = tr.plural("{count} place to look at.", "{count} places to look at.", len(found.faults))
        return " ".join((count, tr.text("The folder is not used. Correct it, then check again.")))
    count = tr.plural(
        "{count} article, nothing to correct.", "{count} articles, nothing to correct.", found.articles
    )
    said = [count, tr.text("In use.")]
    if titles := found.replaced.get(tr.code):
        names = ", ".join(f"“{title}”" for title in titles)
        said.append(tr.text("Shown in place of articles of the program: {names}.", names=names))
    return " ".join(said)


def found_lines(found: FolderCheck, tr: Translator) -> list[str]:
    """What to correct: a file, and below it each of its lines."""
    lines: list[str] = []
    last: Path | None = None
    for fault in found.faults[:_MOST_SHOWN]:
        if fault.path != last:
            inside = found.folder in fault.path.parents
            name = fault.path.relative_to(found.folder).as_posix() if inside else fault.path.name
            lines += ["", name] if lines else [name]
            last = fault.path
        said = tr.refusal(fault.why)
        # Of a picture or a folder nobody knows lines.
        has_lines = fault.path.suffix in (".md", ".toml", ".svg")
        lines.append(
            tr.text("• Line {line}: {fault}", line=fault.line, fault=said) if has_lines else f"• {said}"
        )
    if len(found.faults) > _MOST_SHOWN:
        more = len(found.faults) - _MOST_SHOWN
        lines += ["", tr.plural("And {count} more.", "And {count} more.", more)]
    return lines
