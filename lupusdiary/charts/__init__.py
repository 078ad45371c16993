"""Series of values drawn as a figure: the same on the screen and on paper."""
