"""What can stand in the way of a lesson or a release; each says what to do next."""

from django.utils.translation import gettext_lazy as _

from workflows.review.errors import Refused


class NotSafeToTeach(Refused):
    """A session without its safe-teaching parts may not go live."""

    def __init__(self, session, missing):
        parts = ", ".join(str(name) for name in missing)
        self.missing = missing
        super().__init__(
            _(
                "“%(session)s” can’t go live yet. Still empty: %(parts)s. "
                "Your draft is kept. Fill these in, then publish."
            )
            % {"session": session.title, "parts": parts}
        )


class NumberTaken(Refused):
    message = _("This version number is already in use for this pack. Nothing was changed. Please choose another one.")


class ReleasesStay(Refused):
    message = _(
        "A pack that has been released can’t be deleted: schools may be using it. Nothing was changed. "
        "Unpublish the pack to close its pages and its download."
    )


class NotYours(Refused):
    message = _("Only people who may publish this pack can make a release of it.")


class CouldNotBuild(Refused):
    """The ZIP can’t be made; the message is kept with the release for the editor."""
