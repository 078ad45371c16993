"""What a folder of articles must hold, said by file and line."""
