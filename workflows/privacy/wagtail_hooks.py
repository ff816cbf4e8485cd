"""What privacy adds to the Wagtail admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .reports import report_menu_item, report_urls
from .viewsets import WordingViewSet

register_snippet(WordingViewSet)
hooks.register("register_admin_urls", report_urls)
hooks.register("register_reports_menu_item", report_menu_item)
