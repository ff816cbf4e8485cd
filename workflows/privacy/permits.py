"""Leave for one block of code to do what a guard refuses everywhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Permit:
    """Give leave with `with permit():`; a guard asks `permit.is_given()`. Other threads and tasks have none of it."""

    def __init__(self, name: str) -> None:
        self._given: ContextVar[bool] = ContextVar(name, default=False)

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Give it to the enclosed block."""
        token = self._given.set(True)
        try:
            yield
        finally:
            self._given.reset(token)

    def is_given(self) -> bool:
        """Tell whether what happens now has leave."""
        return self._given.get()
