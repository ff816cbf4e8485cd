"""The rota in the Wagtail admin: who of safeguarding is on, from when to when."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from home.seen import KEEPERS, seen
from workflows.people.enums import Role
from workflows.people.models import User

from .models import Shift


class ShiftForm(WagtailAdminModelForm):
    """A shift: only people of safeguarding can be named."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("lead", "deputy", "cover"):
            self.fields[name].queryset = User.objects.in_role(Role.SAFEGUARDING).order_by(
                "first_name", "last_name", "pk"
            )


class ShiftViewSet(SnippetViewSet):
    """Shifts, those to come first."""

    model = Shift
    icon = "calendar-alt"
    menu_label = _("Rota")
    menu_name = "rota"
    add_to_admin_menu = True
    menu_order = 610
    list_display = ("lead", "deputy", "cover", "starts_at", "ends_at", "open_within")
    list_filter = ("lead",)
    ordering = ("-starts_at",)
    edit_handler = ObjectList(
        seen(
            KEEPERS,
            [
                HelpPanel(_("Name only times at which this person can really look. Readers are told the truth by it.")),
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("lead"),
                FieldRowPanel([FieldPanel("deputy"), FieldPanel("cover")]),
                FieldPanel("open_within"),
            ],
        ),
        base_form_class=ShiftForm,
    )
