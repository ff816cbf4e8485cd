"""How people get in: invited by an administrator, with a second step; there is no sign-up, and no other door."""

from allauth.account.adapter import DefaultAccountAdapter
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind

from .fresh import is_fresh
from .rules import can_enter_admin
from .tries import MustWait, Tries, begin_try
from .waiting import please_wait


class InvitedOnly(DefaultAccountAdapter):
    """Closes allauth's sign-up, counts tries as we do, and sends no mail but letters."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "That address and password don’t belong together. Try again, or ask for a new password below."
        ),
    }
    _try: Tries | None = None

    def is_open_for_signup(self, request):
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        return not is_fresh(self.request)

    def is_safe_url(self, url: str) -> bool:
        """Refuse the way to the admin to who may not enter it: it would lead them back here, and round in a circle."""
        person = self.request.user
        barred = person.is_authenticated and not can_enter_admin(person)
        return super().is_safe_url(url) and not (barred and url.startswith(reverse("wagtailadmin_home")))

    def pre_authenticate(self, request, **credentials):
        """Count the try before the password is looked at. Raises ValidationError when they have to wait."""
        try:
            self._try = begin_try(request, credentials.get("email", ""))
        except MustWait as wait:
            raise please_wait(wait) from wait

    def _rollback_login_failed_rl_usage(self):
        if self._try:
            self._try.succeed()

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Write a letter that says that something about their signing in has changed; no network, no browser."""
        write_letter_to(user, LetterKind.SIGNING_IN_CHANGED)
