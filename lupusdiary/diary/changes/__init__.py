"""What was changed: taken back, thrown away, and how a day stood before."""
