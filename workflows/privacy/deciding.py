"""Who may write over a row that lasts: an action that decides, and an erasure, each for its own block."""

from .permits import Permit

deciding = Permit("deciding")  # to write over lasting rows and delete them


class RowLasts(Exception):
    """This row stands for what somebody decided: it is not written over or deleted here, but by an action."""
