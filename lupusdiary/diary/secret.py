"""What opens a protected diary, for the repositories above."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.storage.keys import LONGEST_PASSPHRASE as LONGEST_PASSPHRASE
from lupusdiary.storage.keys import Secret as Secret


def fitting(path: Path, secret: Secret) -> Secret:
    """The secret with its key for the file at `path` worked out, whichever way 한/영 stood when it was typed.
    Raises `Refusal` if the file cannot be read."""
    # What proves a whole file is loaded only where a passphrase is tried: a plain diary opens without it.
    from lupusdiary.storage.checking import verification

    return verification.fitting(path, secret)
