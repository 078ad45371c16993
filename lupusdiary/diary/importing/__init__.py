"""What comes in from another diary, merged with what is there."""
