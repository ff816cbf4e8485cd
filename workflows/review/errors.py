"""What can stand in the way of a decision. None of these is an HTTP error: a view or the middleware explains them."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Something the rules do not allow; the message is for the person who tried."""

    message = _("That can’t be done.")

    def __init__(self, message=None):
        super().__init__(message or self.message)
        self.message = message or self.message


class NotSealed(Refused):
    message = _(
        "This page can’t go live: its author has not said yes to exactly this text. Your draft is kept. "
        "Send it to the author, and it can be published after their yes."
    )


class Frozen(Refused):
    message = _("This story is paused. Nothing was lost. Safeguarding will say when it can go on.")


class Stale(Refused):
    message = _("This has changed since you opened it. Please look at it again before you decide.")


class Lapsed(Refused, PermissionDenied):
    message = _(
        "Your training or PVG mark has run out, so this story goes to another reader now. You did nothing wrong. "
        "Ask the volunteer team to renew the mark; then new stories come to you again."
    )


class Involved(Lapsed):
    message = _(
        "You had a hand in this story already, in another part of the work. Nobody has two, so it goes to another "
        "reader now. You did nothing wrong, and other stories still come to you."
    )


class Late(Refused):
    message = _("This has been decided in the meantime. Thank you for reading; there is nothing more to do.")


class NotOnStories(Refused):
    message = _("Stories have no copies, no aliases and no timer of their own. Use the steps of the review.")
