"""Backups: a copy of the database and its files, encrypted for a key kept elsewhere, and how to make a site of it."""
