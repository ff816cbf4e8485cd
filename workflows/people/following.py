"""What follows from a second step that was set up, used or taken away."""

import time

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_used
from django.dispatch import receiver

from .codes import LAST
from .factors import has_second_step
from .fresh import forget_second_step, note_second_step
from .news import SignInNews
from .recovering import stop_for
from .recovery import SignInEvent


@receiver(authenticator_added)
def let_in(sender, request, user, authenticator, **kwargs):
    """Let somebody in who has just set their second step up; the code they typed for it is used up."""
    if authenticator.type == Authenticator.Type.TOTP:
        authenticator.data[LAST] = int(time.time()) // app_settings.TOTP_PERIOD
        authenticator.save(update_fields=["data"])
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        note_second_step(request, user)
        SignInEvent.objects.note(SignInNews.ADDED, user, by=user)


@receiver(authenticator_removed)
def ask_for_another(sender, request, user, authenticator, **kwargs):
    """Ask for another second step when the last one is gone."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        SignInEvent.objects.note(SignInNews.REMOVED, user, by=user)
        if not has_second_step(user):
            forget_second_step(request)


@receiver(authenticator_used)
def end_recovery(sender, user, **kwargs):
    """Stop what two people began for somebody who can sign in after all: nothing was lost, or somebody tricked them."""
    stop_for(person=user)
