"""What privacy adds to the Wagtail admin."""

from wagtail import hooks
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet

from .models import DataProtection
from .reports import report_menu_item, report_urls
from .viewsets import DataKindViewSet, WordingViewSet

register_snippet(WordingViewSet)
register_snippet(DataKindViewSet)
register_setting(DataProtection, icon="key")
hooks.register("register_admin_urls", report_urls)
hooks.register("register_reports_menu_item", report_menu_item)
