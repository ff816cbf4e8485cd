"""What safeguarding adds to the Wagtail admin: the rota and its rules."""

from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet

from .models import Rota
from .viewsets import ShiftViewSet

register_snippet(ShiftViewSet)
register_setting(Rota, icon="calendar-alt")
