"""Who may make a release, and when a number may be tried again."""

from datetime import datetime, timedelta

from .enums import ReleaseState

WAITS_FOR_MINUTE = timedelta(minutes=1)
GIVEN_UP_AFTER = timedelta(minutes=10)  # a worker that was killed leaves its release in the making


def can_make_release(person, pack) -> bool:
    """Tell whether a person may make a release: whoever may publish this pack."""
    return pack.permissions_for_user(person).can_publish()


def can_try_again(release, now: datetime) -> bool:
    """Tell whether a release under this number may be made once more: it failed, or its making was cut off."""
    if release.state == ReleaseState.MAKING:
        return now - release.asked_at > GIVEN_UP_AFTER
    return release.state == ReleaseState.FAILED


def next_number(numbers: list[tuple[int, ...]]) -> str:
    """Return the number to offer: one step after the highest there is."""
    if not numbers:
        return "1.0"
    *head, last = max(numbers)
    return ".".join(str(part) for part in (*head, last + 1))


def next_small_number(numbers: list[tuple[int, ...]]) -> str:
    """Return the number of a release that comes by itself: a third part, one step after the highest there is."""
    major, minor, small = (*max(numbers), 0, 0)[:3]
    return f"{major}.{minor}.{small + 1}"
