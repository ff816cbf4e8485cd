"""What safeguarding writes: an agreement, a question, a reason, why they look at an address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.fields import note_choices
from home.models import Topic
from stories.enums import AttachedKind, ContactReason
from workflows.review.forms import ChangeForm, Fit

LONGEST = 2_000


def _text(label, *, help_text="", required=True, longest=LONGEST):
    return forms.CharField(
        label=label,
        help_text=help_text,
        error_messages={"required": _("Please write something here first.")},
        required=required,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def seen_field():
    """Return what a decision carries along: the marks of what was on the screen."""
    return forms.CharField(required=False, widget=forms.HiddenInput)


class IntakeForm(forms.Form):
    """A form on a page with many: its ids begin with its own name."""

    name = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id=f"{self.name}-%s", **kwargs)


class AcceptForm(IntakeForm):
    """What champions will know before they open the story. Nothing is ticked beforehand, and none is needed."""

    name = "accept"
    seen = seen_field()
    notes = forms.MultipleChoiceField(
        label=_("Does it mention any of these?"),
        help_text=_("Champions and readers see this before the words."),
        choices=note_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    topics = forms.ModelMultipleChoiceField(
        label=_("What is it about?"),
        queryset=Topic.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class AgreementForm(IntakeForm):
    """Which adult agreed and how, or why safeguarding goes on without one."""

    name = "agreement"
    text = _text(
        _("Which adult agreed, and how do you know? Or why do you go on without one?"),
        help_text=_("For example: her mum, on the phone on 3 May. Or: not safe to ask at home, agreed with the lead."),
    )


class AdultMailForm(IntakeForm):
    """Where the adult reads mail."""

    name = "adult_mail"
    address = forms.EmailField(
        label=_("The adult’s email address"),
        help_text=_("The letter names nobody and does not speak of a story. We forget the address when they answer."),
        error_messages={
            "required": _("Write the address first."),
            "invalid": _("That is no email address. It has an @ in the middle."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class AskForm(IntakeForm):
    """A question for the author."""

    name = "ask"
    question = _text(_("Your question to the author"), help_text=_("In short, plain words. One question at a time."))


class PictureWordsForm(IntakeForm):
    """What the author's picture shows."""

    name = "picture_words"
    text = _text(
        _("What does the picture show?"),
        help_text=_("For people who can’t see it. One or two sentences: what is there, not what it means."),
    )


class SoundWordsForm(IntakeForm):
    """What the author's recording says."""

    name = "sound_words"
    text = _text(
        _("What is said in the recording?"),
        help_text=_("Word for word, as it is said. Leave an empty line where a new part begins."),
        required=False,
        longest=50_000,
    )
    in_words = forms.BooleanField(label=_("The author’s written words already say the same"), required=False)


WORDS_FORMS = {AttachedKind.PICTURE: PictureWordsForm, AttachedKind.SOUND: SoundWordsForm}


class DeclineForm(IntakeForm):
    """Why a story won't be published, and what its author could do instead. Both are for the author to read."""

    name = "decline"
    seen = seen_field()
    reason = _text(
        _("Why we won’t publish it"),
        help_text=_("The author reads this. Be kind and clear. It is about the page, never about them."),
    )
    alternative = _text(
        _("What they could do instead"),
        help_text=_("For example: tell it to somebody they trust, try again without the names, write a poem of it."),
    )


class ContactForm(IntakeForm):
    """Why somebody looks at how an author can be reached."""

    name = "contact"
    why = forms.ChoiceField(
        label=_("Why do you need it?"),
        help_text=_("Your name, the time and the reason are kept."),
        error_messages={"required": _("Choose why you need it.")},
        choices=ContactReason.choices,
        widget=forms.RadioSelect,
    )


class CheckForm(ChangeForm):
    """Whether an author's own new words, or their new picture, may enter the page."""

    shows = _text(
        _("What does the picture show?"),
        help_text=_("For people who can’t see it. One or two sentences: what is there, not what it means."),
        required=False,
        longest=1_000,
    )
    field_order = ("shows", "fit", "reason")

    def __init__(self, *args, asks_what_it_shows=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_what_it_shows:
            del self.fields["shows"]
        self.fields["fit"].choices = [(Fit.FINE, _("Yes, publish them")), (Fit.CANNOT, Fit.CANNOT.label)]

    def clean(self):
        """Ask for the words of a picture that goes on a page."""
        data = super().clean()
        if "shows" in self.fields and data.get("fit") == Fit.FINE and not data.get("shows", "").strip():
            self.add_error("shows", _("Write what it shows, for people who can’t see it."))
        return data
