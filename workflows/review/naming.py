"""How somebody who works here names a page that worries them: by its address, or by the name Wagtail shows."""

import re

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from workflows.safeguarding.about import subject_at

from .sealable import Sealable

LONGEST_REASON = 1_000
SLUG = re.compile(r"([a-z0-9]{8})/?(?:[?#].*)?$")


def page_named(text: str):
    """Return the page that an address or a name like “Story k7m2p9qd” means, live or not, or None."""
    found = SLUG.search(text.strip().lower())
    if found is None:
        return None
    models = [model for model in apps.get_models() if issubclass(model, Sealable)]
    pages = (model.objects.filter(slug=found[1]).first() for model in models)
    return next(filter(None, pages), None)


class PageWorryForm(forms.Form):
    """A worry about one page, and a line if somebody wishes."""

    page = forms.CharField(
        label=_("Which page is it?"),
        help_text=_("Paste its address, or write its name as Wagtail shows it, like “Story k7m2p9qd”."),
        max_length=400,
        error_messages={"required": _("Tell us which page you mean.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "ltr"}),
    )
    text = forms.CharField(
        label=_("What worries you? You can leave this empty."),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def clean_page(self):
        """Return what was named: a story, a lesson or a pack."""
        subject = subject_at(self.cleaned_data["page"])
        if subject is None:
            raise ValidationError(now_("We can’t find that page. Copy its address once more."))
        return subject
