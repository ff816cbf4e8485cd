"""The demonstration: its page, its people at a press, and starting over. Never part of a real site."""
