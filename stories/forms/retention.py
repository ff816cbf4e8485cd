"""How many days a state is kept: fewer days first say how many stories they would erase at once."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminModelForm

from stories.endings import how_many_go
from stories.enums import Kept


class RetentionForm(WagtailAdminModelForm):
    """The days, and a tick that is asked for only where stories would go."""

    sure = forms.BooleanField(label=_("Yes, erase what this would erase at once"), required=False)

    def clean(self):
        """Refuse days that erase something within the minute, until that was seen and ticked."""
        data = super().clean()
        days = data.get("days")
        count = how_many_go(Kept(self.instance.state), days) if days and not data.get("sure") else 0
        if count:
            told = ngettext(
                "With these days, one of these is erased within a minute, for good. Tick the box if so.",
                "With these days, %(count)s of these are erased within a minute, for good. Tick the box if so.",
                count,
            )
            self.add_error("sure", told % {"count": count})
        return data
