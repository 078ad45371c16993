"""Backups of a diary file: made, listed, kept for their time, restored, compared."""
