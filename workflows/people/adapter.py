"""How people get in: invited by an administrator; there is no sign-up."""

from allauth.account.adapter import DefaultAccountAdapter


class InvitedOnly(DefaultAccountAdapter):
    """Closes allauth's sign-up: staff and champions are invited, authors and schools need no account."""

    def is_open_for_signup(self, request):
        return False
