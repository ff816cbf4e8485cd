"""What a champion has read: never a word of it, and of a story that is not here any more only its month."""

from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.readings_done import readings_done, told

ON_A_PAGE = 20


@for_role(Role.CHAMPION)
@require_safe
def history(request):
    """Show the stories somebody read to the end, the latest first, one page at a time."""
    page = Paginator(readings_done(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return TemplateResponse(request, "workflows/review/history.html", {"page": page, "rows": told(page.object_list)})
