"""What each write leaves behind: how long the log is, what goes to the trash, how things stood before."""
