"""The page for the clinic and the recovery sheet, as PDF."""
