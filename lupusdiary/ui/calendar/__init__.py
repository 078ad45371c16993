"""Calendar: a month or a year of what was recorded."""
