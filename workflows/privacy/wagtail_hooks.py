"""What privacy adds to the Wagtail admin."""

from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet

from .models import DataProtection
from .reports import ConsentsReport
from .viewsets import DataKindViewSet, WordingViewSet

register_snippet(WordingViewSet)
register_snippet(DataKindViewSet)
register_setting(DataProtection, icon="key")
ConsentsReport.register(220)
