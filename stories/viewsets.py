"""How long each state is kept, in the Wagtail admin: administrators change the days; the states are ours."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from home.seen import NOBODY, WRITERS, seen

from .forms.retention import RetentionForm
from .retention import Retention


class RetentionViewSet(SnippetViewSet):
    model = Retention
    icon = "bin"
    menu_label = _("Retention")
    menu_name = "retention"
    menu_order = 620
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ("__str__", "days")
    edit_handler = ObjectList(
        seen(WRITERS, [FieldPanel("days"), FieldPanel("sure")], sure=NOBODY), base_form_class=RetentionForm
    )
