"""What somebody has typed into a form of the reading view, apart from what the page itself put in."""

from django.core.exceptions import PermissionDenied

from workflows.review.errors import Refused
from workflows.review.keeping import ANSWERS, keep_typed

OF_THE_PAGE = {"csrfmiddlewaretoken", "digest", "paragraph", "do", "policy", "reading"}


def part_of(request) -> str:
    """Return the name of the part a form is about: a paragraph's, or what stands for the answers."""
    return request.POST.get("paragraph", "")[:60].replace("\x00", "") or ANSWERS


def typed_in(request) -> dict:
    """Return what a form holds of somebody's own, by the names of its fields."""
    names = [name for name in request.POST if name not in OF_THE_PAGE]
    return {name: _clean(name, request.POST.getlist(name)) for name in names}


def keep_what_was_typed(request, reading) -> bool:
    """Keep what was typed for the reading's champion, where it may be kept; tell whether it was."""
    typed = typed_in(request)
    try:
        if typed:
            keep_typed(reading=reading, person=request.user, part=part_of(request), typed=typed)
    except (Refused, PermissionDenied):
        return False
    return bool(typed)


def _clean(name: str, values: list[str]):
    clean = [value.replace("\x00", "") for value in values]
    return clean if name.endswith("_points") else clean[-1]
