"""Passkeys: a telephone, a computer or a key shows that it is them. There is nothing to type, and nothing to guess."""

from allauth.core import context
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, LoginWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from .tries import MustWait, begin_try
from .waiting import please_wait


class PasskeyForm(AuthenticateWebAuthnForm):
    """A passkey as the second step. It proves itself by a signature, so tries are not counted."""


class PasskeySignInForm(LoginWebAuthnForm):
    """A passkey alone: it asks for a finger, a face or a PIN itself. Tries are counted by network."""

    def clean_credential(self):
        """Raises ValidationError for a passkey that is not known here, of someone switched off, or too many tries."""
        try:
            tries = begin_try(context.request, "")
        except MustWait as wait:
            raise please_wait(wait) from wait
        authenticator = super().clean_credential()
        tries.succeed()
        return authenticator


class AddPasskeyForm(AddWebAuthnForm):
    """A new passkey with a name of its own, so that a lost one can be told from the others."""

    name = forms.CharField(
        label=_("A name for it"), help_text=_("For example: my phone"), max_length=60, required=False
    )
    passwordless = None
