"""Whole pages kept for readers without a session, and thrown away the moment anything they may show has changed."""
