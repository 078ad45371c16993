"""What keeps a diary safe: backups, restoring, the lock, the passphrase."""
