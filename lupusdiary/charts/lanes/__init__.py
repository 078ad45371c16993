"""The lanes of a timeline: one under another on one axis of time, each with its own way of drawing."""
