"""Who may write over a row that lasts: an action that decides, and an erasure, each for its own block."""

from contextlib import contextmanager
from contextvars import ContextVar

_deciding: ContextVar[bool] = ContextVar("deciding", default=False)


class RowLasts(Exception):
    """This row stands for what somebody decided: it is not written over or deleted here, but by an action."""


@contextmanager
def deciding():
    """Let the enclosed block write over lasting rows and delete them."""
    token = _deciding.set(True)
    try:
        yield
    finally:
        _deciding.reset(token)


def is_deciding() -> bool:
    """Tell whether an action let what happens now through."""
    return _deciding.get()
