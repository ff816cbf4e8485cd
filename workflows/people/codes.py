"""Codes: from an app, or from the list for a lost telephone. Each opens once."""

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from .tries import MustWait, begin_try
from .waiting import please_wait

LAST = "last"  # in an authenticator's data: the number of the half minute whose code was used last
ENTRY = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}


class CodeForm(AuthenticateForm):
    """A code, typed with or without blanks."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("Six digits from your app, or a recovery code from your list."),
        widget=forms.TextInput(attrs=ENTRY),
    )

    def clean_code(self):
        """Count the try, then compare. Raises ValidationError for a wrong code, a used one, and too many tries."""
        try:
            tries = begin_try(context.request, self.user.email, kind="code")
        except MustWait as wait:
            raise please_wait(wait) from wait
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not spend(self.authenticator.pk, code):
            raise get_adapter().validation_error("incorrect_code")
        tries.succeed()
        return code


class FirstCodeForm(ActivateTOTPForm):
    """The first code of a new app: proof that app and site have the same secret."""

    code = forms.CharField(
        label=_("The six digits your app shows now"), widget=forms.TextInput(attrs=ENTRY | {"maxlength": 12})
    )

    def clean_code(self):
        """Compare, as allauth does, and say it in words that fit somebody who has no codes yet."""
        try:
            return super().clean_code()
        except ValidationError as error:
            raise ValidationError(_("Those are not the digits. Type the next ones your app shows.")) from error


@transaction.atomic
def spend(pk: int, code: str) -> bool:
    """Use an app's code up, and every older one. Returns whether it was still good: a code seen once opens nothing.

    The half minute is kept with the secret, under a lock, so that several processes agree on it.
    """
    app = Authenticator.objects.select_for_update().get(pk=pk)
    secret, digits = decrypt(app.data["secret"]), "".join(filter(str.isdigit, code))
    now = next((at for at in yield_hotp_counters_from_time() if f"{hotp_value(secret, at):06}" == digits), None)
    if now is None or now <= app.data.get(LAST, 0):
        return False
    app.data[LAST] = now
    app.save(update_fields=["data"])
    return True
