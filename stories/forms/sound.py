"""The author's recording, and what it says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.enums import AttachedKind
from stories.sounds import SOUND_BYTES, clean_sound

from .attach import AttachForm
from .fields import OwnWords
from .files import CleanFile

LONGEST = 50_000


class SoundForm(AttachForm):
    """A recording and what is said in it."""

    kind = AttachedKind.SOUND
    file = CleanFile(
        label=_("Choose a sound recording"),
        help_text=_("MP3, M4A, OGG, WebM or WAV, smaller than 20MB and no longer than 10 minutes."),
        clean_file=clean_sound,
        most=SOUND_BYTES,
        too_big=_("The selected file must be smaller than 20MB."),
        widget=forms.FileInput(attrs={"accept": "audio/*,.m4a,.mp3,.ogg,.webm,.wav"}),
        error_messages={"required": _("Select a recording, or record one.")},
    )
    text = OwnWords(
        label=_("What do you say in it?"),
        help_text=_(
            "Some people can’t hear, so the words go on the page as well. You can leave this empty: then we write them "
            "down, and you check them."
        ),
        required=False,
        longest=LONGEST,
        too_long=_("That is longer than we can take. Use 50,000 characters or fewer."),
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )
    in_words = forms.BooleanField(label=_("The words I typed already say the same"), required=False)
