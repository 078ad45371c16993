"""Two fictional lives for teaching and for trying the program."""
