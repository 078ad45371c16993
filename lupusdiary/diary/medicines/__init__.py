"""The medicines of a diary, what was taken, allergies and side effects."""
