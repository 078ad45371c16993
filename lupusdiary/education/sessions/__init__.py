"""The education session: its steps, slides and record."""
