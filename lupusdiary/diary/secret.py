"""What opens a protected diary, for the repositories above."""

from lupusdiary.storage.keys import Secret as Secret
