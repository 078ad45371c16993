"""Our CSV: one file a list, written for a spreadsheet and read back as a person or a program left it."""
