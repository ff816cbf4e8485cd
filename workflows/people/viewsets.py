"""People in the Wagtail admin: users, champions and qualifications."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup
from wagtail.users.views.users import UserViewSet

from home.seen import OWN, seen

from .forms.accounts import NewPersonForm, PersonForm, QualificationForm
from .models import Champion, Qualification


class PersonViewSet(UserViewSet):
    """Users, by mail address. Wagtail's own listing; our forms."""

    template_prefix = "workflows/people/"

    def get_form_class(self, for_update=False):
        return PersonForm if for_update else NewPersonForm


class QualificationViewSet(SnippetViewSet):
    model = Qualification
    icon = "clipboard-list"
    menu_label = _("Qualifications")
    list_display = ("person", "kind", "valid_until", "marked_by")
    list_filter = ("kind", "valid_until")
    ordering = ("valid_until",)
    edit_handler = ObjectList(
        seen(
            OWN,
            [
                HelpPanel(
                    _("Mark only that you have seen it. Never write down, copy or upload what a certificate says.")
                ),
                FieldPanel("person"),
                FieldPanel("kind"),
                FieldPanel("valid_until"),
            ],
        ),
        base_form_class=QualificationForm,
    )


class ChampionViewSet(SnippetViewSet):
    model = Champion
    icon = "group"
    menu_label = _("Champions")
    list_display = ("person", "learning", "paused", "weekly_limit")
    list_filter = ("learning", "paused")
    panels = seen(
        OWN,
        [
            FieldPanel("person"),
            FieldPanel("learning", read_only=True),
            FieldPanel("paused"),
            FieldPanel("weekly_limit"),
        ],
    )


class PeopleViewSet(SnippetViewSetGroup):
    """The menu entry "People"; each sees in it what their role may change."""

    menu_label = _("People")
    menu_name = "people"
    menu_icon = "group"
    menu_order = 600
    items = (QualificationViewSet, ChampionViewSet)
