"""The demonstration pack: our own invented text, split by session."""
