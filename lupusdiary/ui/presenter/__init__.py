"""The education session: choosing, leading and recording it."""
