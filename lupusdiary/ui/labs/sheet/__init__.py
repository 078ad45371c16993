"""The table of a laboratory sheet and what stands around it."""
