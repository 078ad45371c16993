"""Every message that a person may see stands in every catalogue, complete and with the same fields."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message

import messages

ROOT = messages.ROOT
CATALOGUES = messages.catalogues()
# Between marked messages a name may choose, but in the call itself Babel sees no choice.
CHOICES = (ast.IfExp, ast.BoolOp)
# How many leading arguments of a call are messages; the same calls as `messages.KEYWORDS`.
MESSAGE_ARGUMENTS = {"text": 1, "mark": 1, "Refusal": 1, "plural": 2, "context": 2}


@pytest.fixture(scope="module")
def found() -> Catalog:
    """The messages of the source."""
    return messages.extract()


@pytest.fixture(params=CATALOGUES, ids=lambda po: po.parts[-3])
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """The messages of one language."""
    return messages.read(request.param)


def test_korean_is_there() -> None:
    assert "ko" in [po.parts[-3] for po in CATALOGUES]


def test_every_message_has_a_text(found: Catalog, catalogue: Catalog) -> None:
    texts = {_key(message): message.string for message in catalogue}
    missing = [_key(m) for m in found if m.id and not messages.translated(texts.get(_key(m)))]
    assert missing == [], "add their texts after `python3 dev.py messages`"


def test_nothing_is_unsure_or_left_over(found: Catalog, catalogue: Catalog) -> None:
    used = {_key(message) for message in found}
    assert [message.id for message in catalogue if message.fuzzy] == []
    assert [message.id for message in catalogue if message.id and _key(message) not in used] == []
    assert [message.id for message in catalogue.obsolete.values()] == []


def test_texts_have_the_fields_of_their_messages(catalogue: Catalog) -> None:
    texts = {m.id: m.string for m in catalogue if m.id and messages.translated(m.string)}
    assert {id: text for id, text in texts.items() if _fields(id) != _fields(text)} == {}


def test_texts_are_written_as_the_house_writes(catalogue: Catalog) -> None:
    """Typographic quotation marks and dots; nobody is called 당신."""
    unlike = [
        text
        for message in catalogue
        if message.id
        for text in (*_each(message.id), *_each(message.string))
        if any(mark in text for mark in ('"', "'", "...", " - ", "당신"))
    ]
    assert unlike == []


def test_source_passes_only_messages_that_can_be_extracted(found: Catalog) -> None:
    known = {text for message in found for text in _each(message.id)}
    faults = [
        f"{file.relative_to(ROOT).as_posix()}:{line}: {what}"
        for file in sorted((ROOT / "lupusdiary").rglob("*.py"))
        if file.name != "language.py"
        for line, what in _faults(file.read_text(encoding="utf-8"), known)
    ]
    assert faults == []


@pytest.mark.parametrize(
    "source",
    [
        'tr.text(f"{n} days")',
        'tr.text("a" + name)',
        'tr.text("{n} days".format(n=n))',
        'tr.text("%s days" % n)',
        'tr.text("yes" if value else "no")',
        'Refusal(f"no {name}")',
        'sentence = f"no {name}"\nRefusal(sentence)',
        'tr.plural("{count} day", many, n)',
        "mark(text)",
        'tr.text("a message that Babel has not seen")',
    ],
)
def test_faults_are_noticed(source: str) -> None:
    assert list(_faults(source, {"a", "yes", "no", "{count} day"}))


@pytest.mark.parametrize(
    "source", ['tr.text("Saved")', "tr.text(NAMES[kind])", "edit.text()", 'axes.text(0.5, y + 1, f"{n}")']
)
def test_what_is_right_passes(source: str) -> None:
    assert list(_faults(source, {"Saved"})) == []


def test_updating_loses_no_text(tmp_path: Path) -> None:
    po = tmp_path / "ko" / "LC_MESSAGES" / "lupusdiary.po"
    po.parent.mkdir(parents=True)
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Save"\nmsgstr "저장"\n\nmsgid "Undo"\nmsgstr "되돌리기"\n',
        encoding="utf-8",
    )
    fewer, more = Catalog(domain=messages.DOMAIN), Catalog(domain=messages.DOMAIN)
    for catalogue, texts in ((fewer, ["Save"]), (more, ["Save", "Undo", "Redo"])):
        for text in texts:
            catalogue.add(text)

    for _ in range(2):
        messages.update(po, fewer)
    assert {message.id for message in messages.read(po) if message.id} == {"Save"}
    assert '#~ msgid "Undo"\n#~ msgstr "되돌리기"' in po.read_text(encoding="utf-8")

    messages.update(po, more)
    texts = {message.id: message.string for message in messages.read(po) if message.id}
    assert texts == {"Save": "저장", "Undo": "되돌리기", "Redo": ""}
    assert not messages.read(po).obsolete


def _faults(source: str, known: set[str]) -> Iterator[tuple[int, str]]:
    """The calls in one file that take a message and get something that is not one."""
    tree = ast.parse(source)
    built = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_built(node.value) and not isinstance(node.value, CHOICES)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = node.args[: MESSAGE_ARGUMENTS.get(name, 0)]
        if name in ("text", "mark") and len(node.args) > 1:
            continue  # another function of that name: a drawn text, the mark of a laboratory result
        for argument in given[-1:] if name == "context" else given:
            literal = isinstance(argument, ast.Constant)
            if literal and isinstance(argument.value, str) and argument.value not in {"", *known}:
                yield node.lineno, f"not extracted: {argument.value!r}"
            constant_wanted = name in ("mark", "plural", "context")
            if _is_built(argument) or (isinstance(argument, ast.Name) and argument.id in built):
                yield node.lineno, f"{name} gets a built message: {ast.unparse(argument)}"
            elif constant_wanted and not literal:
                yield node.lineno, f"{name} needs a literal: {ast.unparse(argument)}"


def _is_built(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Attribute) and value.func.attr in ("format", "join", "replace")
    return isinstance(value, (ast.JoinedStr, ast.BinOp, *CHOICES))


def _key(message: Message) -> tuple[str, str | None]:
    return _each(message.id)[0], message.context


def _each(texts: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts or ())


def _fields(texts: str | list[str] | tuple[str, ...]) -> set[str]:
    return {name for text in _each(texts) for _, name, _, _ in Formatter().parse(text) if name is not None}
