"""Every verb on a diary that another program keeps to itself: one sentence, and nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.cli.verbs import VERBS
from tests.cli.calling import Caller
from tests.holding import WAYS, held

DAY = "2026-11-20"
IN_USE = "Another program is using the diary just now."

# What follows the diary; OTHER is a file beside it that is not there, IN a list to read.
WORDS: dict[str, tuple[str, ...]] = {
    "record": (DAY, "fatigue=1"),
    "lab": (DAY, "c3", "52"),
    "event": (DAY, "other", "x"),
    "report": ("--out", "OTHER.pdf"),
    "chart": ("--out", "OTHER.png", "--series", "fatigue"),
    "export": ("--format", "json", "--out", "OTHER.json"),
    "import": ("IN",),
    "check": (),
    "backup": ("--to", "OTHER"),
    "rescue": ("--to", "OTHER"),
    "encrypt": (),
    "decrypt": (),
    "rekey": ("--new-passphrase-file", "SECRET"),
    "recovery-sheet": ("--out", "OTHER.pdf"),
    "taken": (DAY, "Haloxin"),
    "exposure": (),
    "allergy": ("Haloxin",),
    "visit": (DAY,),
    "medicine": ("add", "DIARY", "Haloxin", "--pattern", "daily", "--from", DAY),
    "restore": ("BACKUP", "--to", "DIARY"),
}
# Those that open no diary.
NO_DIARY = {"sample", "content"}
PROTECTED = {"decrypt", "rekey", "recovery-sheet"}


def test_every_verb_is_among_them() -> None:
    assert set(WORDS) | NO_DIARY == set(VERBS)


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("verb", WORDS)
def test_a_verb_on_a_diary_in_use_is_refused_and_changes_nothing(
    call: Caller, diary: Path, verb: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lupusdiary.storage.engine.PATIENCE", 30)
    source = call.path("in.json")
    source.write_text('{"format":"lupusdiary","version":1,"days":[{"day":"2026-11-19","note":"a"}]}', "utf-8")
    secret = call.path("secret")
    secret.write_text("다른 암호 2026", "utf-8")
    backup = call("backup", diary, "--to", call.path("backups")).fine().strip()
    key = None
    if verb in PROTECTED:
        call.environment["LUPUSDIARY_PASSPHRASE"] = "어려운 암호 2026"
        call("encrypt", diary).fine()
        from lupusdiary.diary import Secret

        key = Secret.passphrase("어려운 암호 2026").key_for(diary.read_bytes()[:16])
    elif verb == "encrypt":
        call.environment["LUPUSDIARY_PASSPHRASE"] = "어려운 암호 2026"
    known = {"IN": source, "SECRET": secret, "BACKUP": backup, "DIARY": diary}
    words = [known.get(word, str(call.path(word)) if "OTHER" in word else word) for word in WORDS[verb]]
    first = [verb, *words] if "DIARY" in WORDS[verb] else [verb, diary, *words]
    before = {each: each.read_bytes() for each in call.folder.rglob("*") if each.is_file()}
    with held(diary, how, key):
        done = call(*first)
    if verb == "rescue":
        # It reads a copy of what lies there, as it does where SQLite cannot read at all.
        assert "were read" in done.fine()
        call.path("OTHER").unlink()
    else:
        said = done.refused()
        assert said.startswith(IN_USE) or (verb == "check" and "could not be checked" in said)
    after = {each: each.read_bytes() for each in call.folder.rglob("*") if each.is_file()}
    # The holder itself counts a write on the first page; the bytes themselves would be compared for ever.
    changed = {each.name for each in {*before, *after} if before.get(each) != after.get(each)}
    assert changed <= ({diary.name} if how == "locking mode" else set())
    assert len(after[diary]) == len(before[diary])
    same_pages = after[diary][4096:] == before[diary][4096:]
    assert same_pages
