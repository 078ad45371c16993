"""What opens a protected diary, for the repositories above."""

from lupusdiary.storage.checking.verification import fitting as fitting
from lupusdiary.storage.keys import LONGEST_PASSPHRASE as LONGEST_PASSPHRASE
from lupusdiary.storage.keys import Secret as Secret
