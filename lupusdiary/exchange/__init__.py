"""Other people's formats, in and out of a diary's contents: our own JSON and CSV. Touches no diary file."""
