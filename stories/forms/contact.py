"""How an author can be reached safely."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from stories.enums import Reach

from .fields import OwnWords
from .step import StepForm

LINE_LONGEST = 200
PHONE_DIGITS = range(7, 16)  # E.164: at most fifteen
SAFELY = ("times", "message", "others")
LINE_TOO_LONG = _("That is too long. Use 200 characters or fewer.")


def line(label, hint="", **attrs):
    return OwnWords(
        label=label,
        help_text=hint,
        required=False,
        longest=LINE_LONGEST,
        too_long=LINE_TOO_LONG,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", **attrs}),
    )


class ContactForm(StepForm):
    """How an author can be reached safely. Only what was chosen is needed, checked and kept."""

    reach = forms.ChoiceField(
        label=_("How can we reach you safely?"),
        choices=Reach.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how we can reach you, or that we should not.")},
    )
    text = line(_("Number for texts"), inputmode="tel", dir="ltr")
    email = line(_("Email address"), inputmode="email", dir="ltr", autocapitalize="none")
    call = line(_("Number to call"), inputmode="tel", dir="ltr")
    adult = line(_("Who, and how we can reach them"), _("For example: Ms Reid, guidance teacher, and her email."))
    times = line(_("Good times (optional)"), _("For example: after 4 on school days."))
    message = forms.ChoiceField(
        label=_("Is it safe to leave a message there? (optional)"),
        help_text=_("If you don’t choose, we won’t leave one."),
        choices=[("yes", _("Yes")), ("no", _("No, someone else could see or hear it"))],
        widget=forms.RadioSelect,
        required=False,
    )
    others = forms.ChoiceField(
        label=_("Does anyone else read or hear what comes there? (optional)"),
        help_text=_("For example on a phone you share. Then we write nothing that tells what it is about."),
        choices=[("yes", _("Yes")), ("no", _("No")), ("unsure", _("I’m not sure"))],
        widget=forms.RadioSelect,
        required=False,
    )

    @staticmethod
    def known(submission):
        contact, reach = submission.contact, submission.reach
        value = {reach: contact.get("value", "")} if reach else {}
        return {"reach": reach, **value, **{name: contact.get(name, "") for name in SAFELY}}

    def clean(self):
        reach = self.cleaned_data.get("reach")
        for other in {Reach.TEXT, Reach.EMAIL, Reach.CALL, Reach.ADULT} - {reach}:
            self.errors.pop(other.value, None)
        if reach in (Reach.TEXT, Reach.EMAIL, Reach.CALL, Reach.ADULT) and reach in self.cleaned_data:
            self._check(Reach(reach), self.cleaned_data[reach])
        return self.cleaned_data

    def _check(self, reach, value):
        missing = {
            Reach.TEXT: _("Write the number we can text."),
            Reach.EMAIL: _("Write your email address."),
            Reach.CALL: _("Write the number we can call."),
            Reach.ADULT: _("Write who we can go through, and how to reach them."),
        }
        if not value:
            if not self.partial:
                self.add_error(reach.value, missing[reach])
        elif reach == Reach.EMAIL and not is_email(value):
            self.add_error("email", _("Write an email address in full, like name@example.org."))
        elif reach in (Reach.TEXT, Reach.CALL) and not _is_phone(value):
            self.add_error(reach.value, _("Write a phone number, like 07700 900123. Use only digits, blanks and +."))

    def answers(self):
        reach = self.cleaned_data["reach"]
        kept = {"adult": self.submission.contact["adult"]} if "adult" in self.submission.contact else {}
        if reach and reach != Reach.NONE:
            kept |= {"value": self.cleaned_data[reach]} | {
                name: self.cleaned_data[name] for name in SAFELY if self.cleaned_data[name]
            }
        return {"reach": reach, "contact": kept}


def is_email(value: str) -> bool:
    """Tell whether a text is an email address in full."""
    try:
        EmailValidator()(value)
    except ValidationError:
        return False
    return True


def _is_phone(value: str) -> bool:
    return bool(re.fullmatch(r"\+?[0-9 ().\-/]+", value)) and len(re.sub(r"\D", "", value)) in PHONE_DIGITS
