"""Outpatient visits, the questions that wait for one, and the check-ups that the person sets."""
