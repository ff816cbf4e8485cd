"""The admin's own API for pages: what is done to a page and those below it is done whole, or not at all."""

from django.db import transaction
from wagtail.admin.api.views import PagesAdminAPIViewSet


class WholePages(PagesAdminAPIViewSet):
    """Wagtail copies one page after the other; refused at a story, it keeps the pages before it. This keeps none."""

    @transaction.atomic
    def action_view(self, request, pk, action_name):
        """Act, and undo everything when the act is refused half-way."""
        return super().action_view(request, pk, action_name)
