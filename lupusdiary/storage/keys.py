"""What opens a protected diary: a passphrase, or the recovery key that is printed once.

SQLCipher 4 defaults: the key is PBKDF2-HMAC-SHA512 of the passphrase with 256,000 rounds and the first
16 bytes of the file as salt, so any SQLCipher tool opens the file too. The recovery key is that key itself.
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from lupusdiary.language import Refusal
from lupusdiary.storage.past_sqlite import read_head

ROUNDS = 256_000
KEY_BYTES = 32
SALT_BYTES = 16
# A longer one would be cut off somewhere, and then open the diary only there.
LONGEST_PASSPHRASE = 10_000

# Without I, L, O and U: nothing that a person mistakes for another sign when she copies it by hand.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_STANDARD_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_OURS = str.maketrans(_STANDARD_SIGNS, _SIGNS)
_STANDARD = str.maketrans(_SIGNS, _STANDARD_SIGNS)
_CHECK_BYTES = 3
_GROUP = 4
_LENGTH = (KEY_BYTES + _CHECK_BYTES) * 8 // 5


class Secret:
    """A passphrase or a recovery key; `derive` does the slow step and may be called in a worker thread."""

    __slots__ = ("_key", "_passphrase", "_salt")

    def __init__(self, passphrase: str | None, key: bytes | None, salt: bytes | None) -> None:
        self._passphrase = passphrase
        self._key = key
        self._salt = salt

    @classmethod
    def passphrase(cls, text: str) -> Secret:
        """A passphrase as typed; the way in which the keyboard composed its letters does not matter."""
        try:
            composed = unicodedata.normalize("NFC", text)
            composed.encode("utf-8")
        except UnicodeEncodeError:
            raise Refusal("The passphrase contains a character that cannot be used.") from None
        if not composed:
            raise Refusal("The passphrase is empty.")
        if len(text) > LONGEST_PASSPHRASE:
            raise Refusal("A passphrase has at most {limit} characters.", limit=LONGEST_PASSPHRASE)
        return cls(composed, None, None)

    def other_ways(self) -> list[Secret]:
        """What the same keys write with 한/영 the other way round: a hidden field takes no Hangul, a visible
        one may."""
        from lupusdiary.domain.two_set import other_ways

        ways = [] if self._passphrase is None else other_ways(self._passphrase)
        # Letters of a syllable one by one are more of them: such a long one was never a passphrase.
        return [Secret.passphrase(each) for each in ways if len(each) <= LONGEST_PASSPHRASE]

    @classmethod
    def recovery_key(cls, text: str) -> Secret:
        """The printed recovery key; a slip of the pen is noticed and raises `Refusal`."""
        return cls(None, read_recovery_key(text), None)

    def derive(self, path: Path | None = None) -> Secret:
        """This secret with the key for the file at `path` worked out (0.5 s); without one, for a new file."""
        salt = os.urandom(SALT_BYTES) if path is None else salt_of(path)
        return Secret(self._passphrase, self.key_for(salt), salt)

    def key_for(self, salt: bytes) -> bytes:
        """The 256-bit key of a file with this salt."""
        if self._key is not None and (self._passphrase is None or self._salt == salt):
            return self._key
        assert self._passphrase is not None
        import hashlib

        return hashlib.pbkdf2_hmac("sha512", self._passphrase.encode(), salt, ROUNDS, KEY_BYTES)

    @property
    def salt(self) -> bytes | None:
        """The salt that the key was worked out for, if it was."""
        return self._salt

    def __repr__(self) -> str:
        return "Secret(…)"


def salt_of(path: Path) -> bytes:
    """The first 16 bytes of a diary file. Raises `Refusal` if there are none."""
    try:
        salt = read_head(path, SALT_BYTES)
    except OSError:
        salt = b""
    if len(salt) < SALT_BYTES:
        raise Refusal("“{name}” cannot be read.", name=path.name)
    return salt


def write_recovery_key(key: bytes) -> str:
    """The key as 14 groups of four signs; the last 24 bits are a checksum."""
    import base64

    # The standard library's alphabet, sign for sign exchanged for ours.
    signs = base64.b32encode(key + _checksum(key)).decode().translate(_OURS)
    return " ".join(signs[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def read_recovery_key(text: str) -> bytes:
    """The key that a printed recovery key stands for. Raises `Refusal` when a sign is wrong or missing."""
    signs = _signs_of(text)
    if len(signs) != _LENGTH:
        raise Refusal(
            "The recovery key has {expected} letters and digits; this has {found}.",
            expected=_LENGTH,
            found=len(signs),
        )
    strange = next((sign for sign in signs if sign not in _SIGNS), None)
    if strange is not None:
        raise Refusal(
            "“{sign}” is never part of a recovery key. Please compare it with the printed sheet.",
            sign=strange,
        )
    import base64

    whole = base64.b32decode(signs.translate(_STANDARD))
    key, check = whole[:KEY_BYTES], whole[KEY_BYTES:]
    if check != _checksum(key):
        raise Refusal("The recovery key is mistyped somewhere. Please compare it with the printed sheet.")
    return key


def write_sheet_mark(salt: bytes) -> str:
    """Four signs for the printed sheet of the key that belongs to a file with this salt, readable
    at its beginning: they say which sheet fits before anything is opened."""
    import hashlib

    number = int.from_bytes(hashlib.sha256(b"lupusdiary sheet" + salt).digest()[:3], "big")
    return "".join(_SIGNS[number >> shift & 31] for shift in (15, 10, 5, 0))


def same_signs(typed: str, group: str) -> bool:
    """Whether a typed group is this one; capitals and signs that look alike do not matter."""
    return _signs_of(typed) == _signs_of(group)


def _signs_of(text: str) -> str:
    from lupusdiary.domain.two_set import keys_of

    # Typed with 한/영 standing on Hangul, the keys are still those of the sheet.
    plain = unicodedata.normalize("NFKC", keys_of(text)).upper()
    return "".join(sign for sign in plain if sign.isalnum()).translate(_MISREAD)


def _checksum(key: bytes) -> bytes:
    import hashlib

    return hashlib.sha256(b"lupusdiary recovery key" + key).digest()[:_CHECK_BYTES]
