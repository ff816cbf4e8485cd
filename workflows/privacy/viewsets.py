"""Consent wordings and kinds of data in the Wagtail admin. Nothing approved changes."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from home.seen import STAFF, WRITERS, seen

from .forms import WordingForm
from .models import ConsentWording, DataKind


class WordingViewSet(SnippetViewSet):
    model = ConsentWording
    icon = "form"
    menu_label = _("Consent wordings")
    menu_name = "consent-wordings"
    menu_order = 610
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ("use", "language", "version", DateColumn("approved_at", label=_("Approved")))
    list_filter = ("use", "language")
    edit_handler = ObjectList(
        seen(WRITERS, [FieldPanel(name) for name in ("use", "language", "text", "ending", "approve")], approve=STAFF),
        base_form_class=WordingForm,
    )


class DataKindViewSet(SnippetViewSet):
    """What we hold and why, as the privacy notice says it."""

    model = DataKind
    icon = "list-ul"
    menu_label = _("Kinds of data")
    menu_name = "kinds-of-data"
    menu_order = 620
    add_to_admin_menu = True
    list_display = ("name", "basis", "condition", "kept")
