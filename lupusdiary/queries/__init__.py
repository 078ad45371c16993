"""What a picture or a page needs, read from a diary as plain values."""
