"""Schema 7: a dose that was only heard, until it is confirmed from the envelope.

Never edited once released.
"""

from __future__ import annotations

# The day on which it was heard; NULL: prescribed, planned or as it went, as before.
STATEMENTS = ("ALTER TABLE dose_period ADD COLUMN heard_on TEXT",)
