"""How an author can be reached safely, and which adult knows."""

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
LINE_TOO_LONG = _("That is too long. Use 200 characters or fewer.")


def _line(label, hint="", **attrs):
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
    text = _line(_("Number for texts"), inputmode="tel", dir="ltr")
    email = _line(_("Email address"), inputmode="email", dir="ltr", autocapitalize="none")
    call = _line(_("Number to call"), inputmode="tel", dir="ltr")
    adult = _line(_("Who, and how we can reach them"), _("For example: Ms Reid, guidance teacher, and her email."))
    times = _line(_("Good times (optional)"), _("For example: after 4 on school days."))
    message = forms.ChoiceField(
        label=_("Is it safe to leave a message there? (optional)"),
        help_text=_("If you don’t choose, we won’t leave one."),
        choices=[("yes", _("Yes")), ("no", _("No, someone else could see or hear it"))],
        widget=forms.RadioSelect,
        required=False,
    )

    @staticmethod
    def known(submission):
        contact, reach = submission.contact, submission.reach
        value = {reach: contact.get("value", "")} if reach else {}
        return {"reach": reach, **value, "times": contact.get("times", ""), "message": contact.get("message", "")}

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
        elif reach == Reach.EMAIL and not _is_email(value):
            self.add_error("email", _("Write an email address in full, like name@example.org."))
        elif reach in (Reach.TEXT, Reach.CALL) and not _is_phone(value):
            self.add_error(reach.value, _("Write a phone number, like 07700 900123. Use only digits, blanks and +."))

    def answers(self):
        reach = self.cleaned_data["reach"]
        kept = {"adult": self.submission.contact["adult"]} if "adult" in self.submission.contact else {}
        if reach and reach != Reach.NONE:
            kept |= {"value": self.cleaned_data[reach]} | {
                name: self.cleaned_data[name] for name in ("times", "message") if self.cleaned_data[name]
            }
        return {"reach": reach, "contact": kept}


def _is_email(value: str) -> bool:
    try:
        EmailValidator()(value)
    except ValidationError:
        return False
    return True


def _is_phone(value: str) -> bool:
    return bool(re.fullmatch(r"\+?[0-9 ().\-/]+", value)) and len(re.sub(r"\D", "", value)) in PHONE_DIGITS


class AdultForm(StepForm):
    """13 to 15: which adult knows, or that asking at home is not possible."""

    KNOWS, CANNOT = "knows", "cannot"
    asked = forms.ChoiceField(
        label=_("Does an adult know you are doing this?"),
        choices=[(KNOWS, _("Yes, and you can talk to them")), (CANNOT, _("I can’t ask at home"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. Both are all right.")},
    )
    who = _line(_("Who they are"), _("For example: my mum, or Mr Bell at school."))
    how = _line(_("How we can reach them"), _("A phone number or an email address."))

    @staticmethod
    def known(submission):
        return dict(submission.contact.get("adult", {}))

    def clean(self):
        if self.cleaned_data.get("asked") == self.KNOWS and not self.partial:
            for name, said in (("who", _("Write who they are.")), ("how", _("Write how we can reach them."))):
                if name in self.cleaned_data and not self.cleaned_data[name]:
                    self.add_error(name, said)
        return self.cleaned_data

    def answers(self):
        contact = {key: value for key, value in self.submission.contact.items() if key != "adult"}
        if self.cleaned_data["asked"] == self.KNOWS:
            contact["adult"] = {name: self.cleaned_data[name] for name in ("asked", "who", "how")}
        elif self.cleaned_data["asked"] == self.CANNOT:
            contact["adult"] = {"asked": self.CANNOT}
        return {"contact": contact}
