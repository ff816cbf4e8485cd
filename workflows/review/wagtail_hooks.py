"""The moderation policy in the Wagtail admin: editors add versions and approve them; nothing approved changes."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.seen import EVERYONE, STAFF, seen

from .enums import Question
from .models import Policy
from .policy_form import PolicyForm


class PolicyViewSet(SnippetViewSet):
    model = Policy
    icon = "list-ul"
    menu_label = _("Moderation policy")
    menu_name = "moderation-policy"
    menu_order = 255
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ("language", "version", DateColumn("approved_at", label=_("Approved")))
    list_filter = ("language",)
    edit_handler = ObjectList(
        seen(
            EVERYONE,
            [
                FieldPanel("language"),
                *[
                    MultiFieldPanel([FieldPanel(key), FieldPanel(f"{key}_points")], heading=label)
                    for key, label in Question.choices
                ],
                FieldPanel("approve"),
            ],
            approve=STAFF,
        ),
        base_form_class=PolicyForm,
    )


register_snippet(PolicyViewSet)
