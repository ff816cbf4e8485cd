"""Forms for the people who work here: an address instead of a user name, and marks nobody gives themselves."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.users.forms import UserCreationForm, UserEditForm


class _Person(forms.Form):
    """What both user forms share: the language of letters, and no way to become a superuser."""

    language = forms.ChoiceField(
        label=_("Language of letters"),
        choices=lambda: settings.LANGUAGES,
        help_text=_("The mails this person gets from us are in this language."),
    )
    is_superuser = forms.BooleanField(
        label=_("Superuser"),
        required=False,
        disabled=True,
        help_text=_(
            "Only for emergencies, and only from the server’s command line. Roles below give all that is needed."
        ),
    )

    def clean_email(self):
        """Return the address in small letters, as signing in compares it."""
        return self.cleaned_data["email"].lower()


class NewPersonForm(_Person, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"language"}


class PersonForm(_Person, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"language"}


class QualificationForm(WagtailAdminModelForm):
    """A mark, signed by whoever gives it."""

    def clean(self):
        """Refuse a mark for oneself: a second pair of eyes has to see the certificate."""
        data = super().clean()
        if self.for_user and data.get("person") == self.for_user:
            raise ValidationError(_("Someone else has to mark what you are qualified for. Please ask a colleague."))
        return data

    def save(self, commit=True):
        self.instance.marked_by = self.for_user
        return super().save(commit)
