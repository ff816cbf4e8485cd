"""Help and words in the admin: help lines with their check dates, lists of words and reasons, notes, topics."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .guide import guide_menu_item, guide_urls, only_our_help
from .models import (
    ConcernWord,
    ContentNote,
    CrisisWord,
    GlossaryTerm,
    HelpLine,
    Notice,
    StyleWord,
    SuggestionReason,
    Topic,
)
from .style_panel import WRITTEN_HERE
from .translators import translation_urls, translations_menu_item


class HelpLineViewSet(SnippetViewSet):
    """Lines whose check is overdue come first, so that nobody has to look for them."""

    model = HelpLine
    icon = "help"
    list_display = [
        "name",
        Column("number", label=_("Number")),
        "ages",
        DateColumn("last_checked"),
        DateColumn("next_check"),
    ]
    list_filter = ["shown_in_bar", "free"]
    ordering = ["next_check", "order"]
    list_per_page = 50


class CrisisWordViewSet(SnippetViewSet):
    model = CrisisWord
    icon = "warning"
    list_display = ["phrase"]
    list_per_page = 100


class ConcernWordViewSet(SnippetViewSet):
    model = ConcernWord
    icon = "warning"
    list_display = ["phrase", "language"]
    list_filter = ["language"]
    list_per_page = 100


class ContentNoteViewSet(SnippetViewSet):
    model = ContentNote
    icon = "info-circle"
    list_display = ["text", "detail", "key"]


class StyleWordViewSet(SnippetViewSet):
    model = StyleWord
    icon = "edit"
    list_display = ["phrase", "instead", "language"]
    list_filter = ["language"]
    list_per_page = 100


class SuggestionReasonViewSet(SnippetViewSet):
    model = SuggestionReason
    icon = "comment"
    list_display = ["text", "order"]


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "slug"]


class NoticeViewSet(SnippetViewSet):
    model = Notice
    icon = "warning"
    list_display = ["text", "starts_at", "ends_at"]
    list_filter = ["ends_at"]


class GlossaryTermViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "globe"
    list_display = ["term", "language", "translation", "note"]
    list_filter = ["language"]
    list_per_page = 100


class HelpAndWords(SnippetViewSetGroup):
    menu_label = _("Help and words")
    menu_name = "help-and-words"
    menu_icon = "help"
    menu_order = 250
    items = (
        HelpLineViewSet,
        NoticeViewSet,
        CrisisWordViewSet,
        ConcernWordViewSet,
        StyleWordViewSet,
        SuggestionReasonViewSet,
        ContentNoteViewSet,
        TopicViewSet,
        GlossaryTermViewSet,
    )


register_snippet(HelpAndWords)
for _viewset in WRITTEN_HERE:
    hooks.register("register_admin_viewset", _viewset)
hooks.register("register_admin_urls", guide_urls)
hooks.register("register_admin_urls", translation_urls)
hooks.register("register_reports_menu_item", translations_menu_item)
hooks.register("register_help_menu_item", guide_menu_item)
hooks.register("construct_help_menu", only_our_help)


@hooks.register("insert_global_admin_css")
def our_colours():
    """Put our colours and the style of our own screens over Wagtail's."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_global_admin_js")
def our_starter():
    """Start date fields, choosers and rows of forms: the admin has no script inside its pages."""
    return format_html('<script src="{}"></script>', static("js/admin.js"))
