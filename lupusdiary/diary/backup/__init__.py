"""Copies of a diary that are whole: made, kept, looked at and put back."""
