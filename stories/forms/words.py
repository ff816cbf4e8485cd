"""The author's age band, words and name on the page."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from home.languages import WRITTEN
from stories.attachments import Attachment
from stories.enums import Appear
from workflows.people.enums import Band

from .fields import OwnWords
from .step import StepForm
from .traps import Traps

HEADLINE_LONGEST = 120
STORY_LONGEST = 50_000
TOO_LONG = _(
    "Your story is longer than we can take in one go. We can take 50,000 characters. Nothing is lost: your "
    "text is below. Please shorten it, or ask us for help."
)


class BandForm(forms.Form):
    """How old somebody is, as a band."""

    band = forms.ChoiceField(
        label=_("How old are you?"),
        choices=Band.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how old you are.")},
    )


class WordsForm(Traps, StepForm):
    """Title and story, in any language."""

    language = forms.ChoiceField(label=_("I’m writing in"), choices=WRITTEN, required=False)

    headline = OwnWords(
        label=_("A title for your story"),
        help_text=_("A few words. You can change it later."),
        longest=HEADLINE_LONGEST,
        too_long=_("Your title is too long. Use 120 characters or fewer."),
        error_messages={"required": _("Give your story a title. A few words will do.")},
    )
    words = OwnWords(
        label=_("Your story"),
        required=False,  # see clean
        help_text=_("Leave an empty line where a new part begins."),
        longest=STORY_LONGEST,
        too_long=TOO_LONG,
        error_messages={"required": _("Write your story, as long or as short as you like.")},
        widget=forms.Textarea(attrs={"rows": 14, "autocomplete": "off", "data-counted": ""}),
    )

    @cached_property
    def beside(self) -> list[str]:
        """Return what tells the story as well: with a picture or a recording, words may be left empty."""
        return [attachment.kind for attachment in Attachment.objects.filter(case=self.submission.case)]

    def clean(self):
        empty = not (self.partial or self.errors.get("words") or self.cleaned_data.get("words"))
        if empty and not self.beside:
            self.add_error("words", self.fields["words"].error_messages["required"])
        return super().clean()

    @staticmethod
    def known(submission):
        return {"language": submission.language, "headline": submission.headline, "words": submission.words}

    def answers(self):
        language = self.cleaned_data["language"] or self.submission.language
        return {"language": language, **{name: self.cleaned_data[name] for name in ("headline", "words")}}


class NameForm(StepForm):
    """With no name, or with one the author chooses."""

    appear = forms.ChoiceField(
        label=_("How would you like to appear?"),
        help_text=_("Your age is never shown."),
        choices=Appear.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you would like to appear.")},
    )
    byline = OwnWords(
        label=_("The name to show"),
        help_text=_("Only if you chose a name. It can be made up. A full name can be found by anyone, for years."),
        required=False,
        longest=60,
        too_long=_("That name is too long. Use 60 characters or fewer."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    @staticmethod
    def known(submission):
        return {"appear": submission.appear or Appear.ANONYMOUS, "byline": submission.byline}

    def clean(self):
        asked = self.cleaned_data.get("appear") == Appear.CHOSEN and "byline" in self.cleaned_data
        if asked and not self.cleaned_data["byline"] and not self.partial:
            self.add_error("byline", _("Write the name to show, or choose “With no name”."))
        return self.cleaned_data

    def answers(self):
        chosen = self.cleaned_data["appear"] == Appear.CHOSEN
        return {"appear": self.cleaned_data["appear"], "byline": self.cleaned_data["byline"] if chosen else ""}
