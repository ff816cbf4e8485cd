"""A story that safeguarding types in for its author: the words, what the paper says, how the author is reached."""

import uuid

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.languages import WRITTEN
from stories.enums import Appear, Brought, Reach
from workflows.privacy.enums import AT_SENDING
from workflows.privacy.models import ConsentWording

from .contact import is_email, line
from .fields import OwnWords
from .words import HEADLINE_LONGEST, STORY_LONGEST, TOO_LONG

NEEDED = _("This is needed.")


def _radio(label, choices):
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, error_messages={"required": NEEDED}
    )


def _day(label, hint, *, required=True):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, help_text=hint, required=required, widget=widget, error_messages={"required": NEEDED}
    )


class BringForm(forms.Form):
    """One story from paper. The hidden key makes a second press find the first."""

    case = forms.UUIDField(widget=forms.HiddenInput)
    how = _radio(_("How did it come?"), Brought.choices)
    band = _radio(_("How old is the author?"), [])
    language = forms.ChoiceField(label=_("Written in"), choices=WRITTEN)
    headline = OwnWords(
        label=_("Title"), longest=HEADLINE_LONGEST, too_long=_("The title is too long. Use 120 characters or fewer.")
    )
    words = OwnWords(
        label=_("The story, word for word"),
        help_text=_("Exactly as it was written or said. Leave an empty line where a new part begins."),
        longest=STORY_LONGEST,
        too_long=TOO_LONG,
        widget=forms.Textarea(attrs={"rows": 14, "autocomplete": "off"}),
    )
    byline = line(_("Name to show (optional)"), _("Only if the author chose one. Left empty, no name is shown."))
    reach = _radio(_("How can the author be reached safely?"), Reach.choices)
    value = line(_("Number, address or person"), _("Left empty only where nobody should contact them."))
    paper_on = _day(_("Day on the paper"), _("The day on which the author agreed, on paper or on the phone."))
    paper_ends_on = _day(
        _("Their consent holds until"), _("Needed for an earlier story, as its paper says."), required=False
    )

    def __init__(self, data=None, *, bands, **kwargs):
        super().__init__(data, initial={"case": uuid.uuid4(), "language": "en"}, **kwargs)
        self.fields["band"].choices = [(band.value, band.label) for band in bands]
        self.wordings = ConsentWording.objects.current(settings.LANGUAGE_CODE, AT_SENDING)
        for use, wording in self.wordings.items():
            self.fields[use.value] = forms.BooleanField(
                label=wording.text, error_messages={"required": _("Without this yes we may not bring it in.")}
            )

    def clean_paper_on(self):
        day = self.cleaned_data["paper_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. Check the paper."))
        return day

    def clean(self):
        found = self.cleaned_data
        ends_on = found.get("paper_ends_on")
        if found.get("how") == Brought.EARLIER and not ends_on and "paper_ends_on" not in self.errors:
            self.add_error("paper_ends_on", _("Write until when their consent holds."))
        if ends_on and ends_on < timezone.localdate():
            self.add_error("paper_ends_on", _("This consent has ended. Ask the author again first."))
        if found.get("reach") not in (None, Reach.NONE) and not found.get("value") and "value" not in self.errors:
            self.add_error("value", _("Write the number, address or person."))
        elif found.get("reach") == Reach.EMAIL and found.get("value") and not is_email(found["value"]):
            self.add_error("value", _("Write an email address in full, like name@example.org."))
        return found

    def answers(self) -> dict:
        """Return what `bring_story` takes."""
        given = {name: self.cleaned_data[name] for name in ("case", "how", "band", "language", "headline", "words")}
        reach, byline = self.cleaned_data["reach"], self.cleaned_data["byline"]
        return {
            **given,
            "appear": Appear.CHOSEN if byline else Appear.ANONYMOUS,
            "byline": byline,
            "reach": reach,
            "contact": {} if reach == Reach.NONE else {"value": self.cleaned_data["value"]},
            "paper_on": self.cleaned_data["paper_on"],
            "paper_ends_on": self.cleaned_data["paper_ends_on"],
            "ticked": {use.value: wording.pk for use, wording in self.wordings.items()},
        }
