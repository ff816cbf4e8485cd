"""Roles that meet in one person: allowed, and said aloud, since on one story they then keep apart."""

from django.contrib import messages
from django.utils.translation import gettext as _

from .enums import Role
from .rules import meetings


def say_which_hands_keep_apart(request, person) -> None:
    """Tell whoever gave somebody roles what those may not do with one story."""
    roles = [Role(name) for name in person.groups.values_list("name", flat=True) if name in Role.values]
    apart = meetings(roles)
    if apart:
        pairs = "; ".join(f"{done.label} – {coming.label}" for done, coming in apart)
        said = _("%(name)s has roles that meet. The site keeps these apart on one story: %(pairs)s.")
        messages.warning(request, said % {"name": person, "pairs": pairs})
