"""The second step: what it is called, that its secrets are stored encrypted, and who hears when it changes."""

import base64
from uuid import UUID

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.privacy.casekeys import case_key, mint_key
from workflows.privacy.keyring import CannotOpen, open_bytes, seal_bytes

STAFF = UUID("5ec0d57e-0000-4000-8000-000000000001")  # the key of those who work here, kept and rotated as any case's
CONTEXT = "mfa.Authenticator"


class Factors(DefaultMFAAdapter):
    """allauth's second step, with its secrets under the key ring."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy(
            "That code is not right. Codes change every half minute: wait for the next one, or use a recovery code."
        ),
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(seal_bytes(staff_key(), text.encode(), CONTEXT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return open_bytes(staff_key(), base64.b64decode(encrypted_text), CONTEXT).decode()

    def generate_authenticator_name(self, user, type: Authenticator.Type) -> str:  # noqa: A002
        known = Authenticator.objects.filter(user=user, type=type).count()
        return _("Passkey %(number)s") % {"number": known + 1}

    def _get_site_name(self) -> str:
        return settings.SITE_NAME


def staff_key() -> bytes:
    """Return the key of those who work here, made when first asked for, by whoever asks first."""
    try:
        return case_key(STAFF)
    except CannotOpen:
        try:
            with transaction.atomic():
                mint_key(STAFF)
        except IntegrityError:
            pass  # another process was first
        return case_key(STAFF)


def has_second_step(person) -> bool:
    """Tell whether somebody has set up an app or a passkey; recovery codes alone are none."""
    types = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user=person, type__in=types).exists()
