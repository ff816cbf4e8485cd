"""Another picture or recording for a page that is with its author."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .picture import PictureForm
from .sound import SoundForm


class NewPictureForm(PictureForm):
    """Another picture and what it shows; or, with a picture on the page, other words for it."""

    def __init__(self, data=None, files=None, *, on_page=None, alt="", too_big=False):
        super().__init__(data, files, kept=on_page, too_big=too_big)
        self.initial["text"] = alt

    def answers(self) -> dict:
        return {"cleaned": self.cleaned_data["file"], "text": self.cleaned_data["text"]}


class NewSoundForm(SoundForm):
    """Another recording. Its words are the page's own: the author says that they are the same."""

    text = None
    in_words = forms.BooleanField(
        label=_("The words on my page say what I say in it"),
        help_text=_("Some people can’t hear. If the words are other ones, change them first."),
        error_messages={"required": _("Change the words on your page first, so that they say the same.")},
    )

    def __init__(self, data=None, files=None, *, on_page=None, alt="", too_big=False):
        super().__init__(data, files, too_big=too_big)

    def answers(self) -> dict:
        return {"cleaned": self.cleaned_data["file"]}
