"""Forms for the people who work here: an address instead of a user name, and marks nobody gives themselves."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.users.forms import UserCreationForm, UserEditForm

from workflows.people.models import User


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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["groups"].help_text = _(
            "In a small team one person may have several roles. On one story they keep apart: whoever opened it at "
            "intake, prepared its page or checked its author’s new words never reads or confirms it as a champion."
        )

    def clean_email(self):
        """Return the address in small letters, as signing in compares it."""
        return self.cleaned_data["email"].lower()


class NewPersonForm(_Person, UserCreationForm):
    """Somebody new: without a password until they choose one themselves."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"language"}

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit)


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


class RecoveryForm(forms.Form):
    """Who lost every way to sign in, and whether the outside second is asked."""

    person = forms.ModelChoiceField(label=_("Who"), queryset=User.objects.none(), empty_label=_("Choose a person"))
    outside = forms.BooleanField(
        label=_("Ask the outside second instead of an administrator"),
        help_text=_("They get a letter with a link. Whoever they are was agreed on beforehand."),
        required=False,
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = User.objects.filter(is_active=True).exclude(pk=by.pk).order_by("email")
        if not settings.OUTSIDE_SECOND:
            del self.fields["outside"]


class SecondForm(forms.Form):
    """The outside second's word that they spoke with the person."""

    spoke = forms.BooleanField(
        label=_("I spoke with them, face to face or by a number I already had, and they asked for this."),
        error_messages={"required": _("Tick this only when you spoke with them. Until then, nothing happens.")},
    )
