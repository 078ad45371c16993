"""Laboratory results: what was printed, and what it means."""
