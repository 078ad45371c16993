"""What building and checking the program needs, and the program itself does not."""
