"""Whether a diary file is whole, and what can still be read of one that is not."""
