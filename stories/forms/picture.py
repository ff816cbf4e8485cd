"""The author's picture, and what it shows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.enums import AttachedKind
from stories.pictures import PICTURE_BYTES, clean_picture

from .attach import AttachForm
from .fields import OwnWords
from .files import CleanFile

LONGEST = 1_000


class PictureForm(AttachForm):
    """A picture and what it shows."""

    kind = AttachedKind.PICTURE
    file = CleanFile(
        label=_("Choose a picture"),
        help_text=_("JPG, PNG, WebP, AVIF or HEIC, smaller than 8MB."),
        clean_file=clean_picture,
        most=PICTURE_BYTES,
        too_big=_("The selected file must be smaller than 8MB."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,image/heic"}),
        error_messages={"required": _("Select a picture.")},
    )
    text = OwnWords(
        label=_("What does it show, for people who can’t see it?"),
        help_text=_("One or two sentences. You can leave this empty: then we write it, and you check it."),
        required=False,
        longest=LONGEST,
        too_long=_("That is too long. Use 1,000 characters or fewer."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
