"""A field for a file that is made anew before anything of it is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.files import NotUsable

EMPTY = _("The selected file is empty.")


class CleanFile(forms.FileField):
    """A file that is made anew before it is kept. Each refusal says which file would do."""

    widget = forms.FileInput  # it offers nothing of what is stored

    def __init__(self, *, clean_file, most: int, too_big, **kwargs):
        super().__init__(**kwargs)
        self.clean_file, self.most, self.too_big = clean_file, most, too_big

    def to_python(self, data):
        """Return the cleaned file. Its name is not looked at: what it is says its content."""
        if data in self.empty_values:
            return None
        if getattr(data, "is_too_big", False) or data.size > self.most:
            raise forms.ValidationError(self.too_big)
        content = data.read()
        if not content:
            raise forms.ValidationError(EMPTY)
        try:
            return self.clean_file(content)
        except NotUsable as refusal:
            raise forms.ValidationError(refusal.message) from refusal

    def clean(self, data, initial=None):
        """Return the cleaned file, or None where none was chosen and one is kept already."""
        self.required = self.required and not initial
        value = self.to_python(data)
        self.validate(value)
        return value
