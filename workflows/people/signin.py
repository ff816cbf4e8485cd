"""The forms people sign in with, and ask for a new password."""

import datetime

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ResetPasswordForm
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.privacy.actions import write_letter_to
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import Letter

from .tries import MustWait, begin_try
from .waiting import please_wait

PAUSE = datetime.timedelta(minutes=5)


class SignInForm(LoginForm):
    """allauth's own, in our words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["remember"].label = _("Keep me signed in")
        self.fields["remember"].help_text = _("Leave this empty on a computer that others use.")


class NewPasswordForm(ResetPasswordForm):
    """Asks for a letter with a link to choose a new password. What it answers does not depend on the address."""

    email = forms.EmailField(
        label=_("Mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}), required=True
    )

    def clean(self):
        """Count the try by network. Raises ValidationError when they have to wait."""
        try:
            begin_try(get_adapter().request, "")
        except MustWait as wait:
            raise please_wait(wait) from wait
        return super().clean()

    def save(self, request, **kwargs) -> str:
        """Write the letter, unless one was written just now: many presses fill nobody's mailbox."""
        lately = Letter.objects.filter(kind=LetterKind.NEW_PASSWORD, created_at__gt=timezone.now() - PAUSE)
        for person in self.users:
            if not lately.filter(person=person).exists():
                write_letter_to(person, LetterKind.NEW_PASSWORD)
        return self.cleaned_data["email"]
