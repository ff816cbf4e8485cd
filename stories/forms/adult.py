"""Who is asked for an adult says which one, and how they are asked, or that asking at home is not possible."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.adults import Adult, AgreeBy

from .contact import line
from .step import StepForm

CALL, CANNOT = ("asked", "by", "who", "how"), ("asked", "safe")  # what is kept beside an answer
KEPT = {AgreeBy.LINK: ("asked", "by"), AgreeBy.CALL: CALL, Adult.CANNOT: CANNOT}


class AdultForm(StepForm):
    """Which adult, and by link or by call. Only what goes with the answer is needed, checked and kept."""

    asked = forms.ChoiceField(
        label=_("Which adult could say yes with you?"),
        choices=Adult.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. All of them are all right.")},
    )
    by = forms.ChoiceField(
        label=_("How should we ask them?"), choices=AgreeBy.choices, widget=forms.RadioSelect, required=False
    )
    who = line(_("Who they are"), _("For example: my mum, or Mr Bell at school."))
    how = line(_("How we can reach them"), _("A phone number or an email address."))
    safe = line(
        _("A safe way for us to reach you about this (optional)"),
        _("A number, an email address, or someone at school or in a club. We tell nobody at home."),
    )

    @staticmethod
    def known(submission):
        return dict(submission.contact.get("adult", {}))

    def clean(self):
        kept = self._kept()
        for other in self.fields.keys() - {"asked", "by", *kept}:
            self.errors.pop(other, None)
        if self.partial or not self.cleaned_data.get("asked"):
            return self.cleaned_data
        if "by" not in self.errors and kept == ("asked",):
            self.add_error("by", _("Choose how we should ask them."))
        for name, said in (("who", _("Write who they are.")), ("how", _("Write how we can reach them."))):
            if name in kept and name in self.cleaned_data and not self.cleaned_data[name]:
                self.add_error(name, said)
        return self.cleaned_data

    def _kept(self) -> tuple[str, ...]:
        """Return the names of what goes with the answer."""
        asked, by = self.cleaned_data.get("asked"), self.cleaned_data.get("by")
        return KEPT.get(Adult.CANNOT if asked == Adult.CANNOT else by, ("asked",))

    def answers(self):
        contact = {key: value for key, value in self.submission.contact.items() if key != "adult"}
        if self.cleaned_data["asked"]:
            contact["adult"] = {name: self.cleaned_data[name] for name in self._kept() if self.cleaned_data[name]}
        return {"contact": contact}
