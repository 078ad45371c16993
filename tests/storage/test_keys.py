from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.domain.two_set import hangul_of
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import Clock
from lupusdiary.storage.keys import Secret, read_recovery_key, same_signs, write_recovery_key
from lupusdiary.storage.opening import create_file, open_file
from tests.protection import PASSPHRASE, derived

KEYS = st.binary(min_size=32, max_size=32)
PRINTED = "000G 40R4 0M30 E209 185G R38E 1W81 24GK 2GAH C5RR 34D1 P70X 3RFM P0MM"
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_a_recovery_key_says_the_key_again(key: bytes) -> None:
    written = write_recovery_key(key)
    assert read_recovery_key(written) == key
    assert [len(group) for group in written.split()] == [4] * 14


@given(KEYS, st.integers(0, 55), st.sampled_from(SIGNS))
def test_one_mistyped_sign_is_noticed(key: bytes, place: int, sign: str) -> None:
    signs = list(write_recovery_key(key).replace(" ", ""))
    if signs[place] == sign:
        return
    signs[place] = sign
    with pytest.raises(Refusal, match="mistyped"):
        read_recovery_key("".join(signs))


def test_two_neighbours_that_changed_places_are_noticed() -> None:
    signs = write_recovery_key(bytes(range(32))).replace(" ", "")
    for place in range(len(signs) - 1):
        if signs[place] != signs[place + 1]:
            swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
            with pytest.raises(Refusal, match="mistyped"):
                read_recovery_key(swapped)


def test_small_letters_dashes_and_lookalikes_are_read() -> None:
    key = bytes(range(32))
    written = write_recovery_key(key)
    assert read_recovery_key(written.lower().replace(" ", "-")) == key
    assert {"0", "1"} <= set(written)
    assert read_recovery_key(written.replace("0", "o").replace("1", "l")) == key


@pytest.mark.parametrize("text", ["", "ABCD", "0000 " * 14 + "0"])
def test_a_key_of_another_length_is_refused_with_both_numbers(text: str) -> None:
    with pytest.raises(Refusal, match="56 letters and digits"):
        read_recovery_key(text)


def test_a_sign_that_no_key_has_is_named() -> None:
    with pytest.raises(Refusal, match="“U”"):
        read_recovery_key("U" * 56)


def test_the_key_is_the_one_that_sqlcipher_derives(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.lupusdiary"
    create_file(path, derived(), clock).close()
    connection = sqlite.connect(str(path))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    connection.close()
    assert "reading" in names


def test_a_passphrase_opens_however_its_letters_were_composed(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.lupusdiary"
    create_file(path, derived(), clock).close()
    apart = unicodedata.normalize("NFD", PASSPHRASE)
    assert apart != PASSPHRASE
    open_file(path, Secret.passphrase(apart), clock).close()


def test_a_key_derived_for_one_file_is_derived_again_for_another(tmp_path: Path, clock: Clock) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    create_file(here, derived(), clock).close()
    create_file(there, Secret.passphrase(PASSPHRASE), clock).close()
    assert here.read_bytes()[:16] != there.read_bytes()[:16]
    ready = Secret.passphrase(PASSPHRASE).derive(here)
    open_file(here, ready, clock).close()
    open_file(there, ready, clock).close()


@pytest.mark.parametrize("text", ["", "\ud800"])
def test_a_passphrase_that_cannot_be_one_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="passphrase"):
        Secret.passphrase(text)


def test_a_secret_is_never_written_out() -> None:
    ready = derived()
    assert PASSPHRASE not in repr(ready)
    assert ready.salt is not None
    assert ready.key_for(ready.salt).hex() not in repr(ready)


def test_a_printed_key_reads_as_it_always_did() -> None:
    """A sheet of paper outlives the program: these groups were printed by its first version."""
    assert write_recovery_key(bytes(range(32))) == PRINTED
    assert read_recovery_key(PRINTED) == bytes(range(32))


def test_a_passphrase_that_would_be_cut_off_is_refused() -> None:
    Secret.passphrase("가" * 10_000)
    with pytest.raises(Refusal, match="at most 10000"):
        Secret.passphrase("가" * 10_001)


@given(KEYS)
def test_a_key_typed_while_the_keyboard_writes_hangul_is_the_same_key(key: bytes) -> None:
    written = write_recovery_key(key)
    typed = " ".join(hangul_of(group.lower()) for group in written.split())
    assert read_recovery_key(typed) == key
    for group, hangul in zip(written.split(), typed.split(), strict=True):
        assert same_signs(hangul, group)
