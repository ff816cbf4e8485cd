"""What a worry can be about. Each app above names its own things here; safeguarding itself knows none of them."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID


class Subject(NamedTuple):
    """One thing that can be paused: its case, what staff call it, where it is seen, where its worries are."""

    case: UUID
    name: str
    url: str
    room: str


class Source(NamedTuple):
    """One app's answers: what a case is, and which case an address means. Either may be None."""

    of_case: Callable[[UUID], Subject | None]
    of_address: Callable[[str], Subject | None]


_sources: list[Source] = []


def register(of_case: Callable[[UUID], Subject | None], of_address: Callable[[str], Subject | None]) -> None:
    """Let an app say what its cases are. Called once, when the app is ready."""
    _sources.append(Source(of_case, of_address))


def subject_of(case: UUID) -> Subject | None:
    """Return what a case is, or None where no app knows it."""
    return next((found for source in _sources if (found := source.of_case(case))), None)


def subject_at(address: str) -> Subject | None:
    """Return what an address means, or None where no app knows it."""
    return next((found for source in _sources if (found := source.of_address(address))), None)
