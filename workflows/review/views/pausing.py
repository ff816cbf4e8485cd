"""A worry of anyone who works here about a page they have seen: one press pauses it for everybody."""

from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from workflows.people.doors import for_role
from workflows.people.enums import Role
from workflows.review.naming import PageWorryForm
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy


@for_role(*Role)
@require_http_methods(["GET", "HEAD", "POST"])
def pause_page(request):
    """Ask which page it is, pause it, and say that the worry has arrived."""
    form = PageWorryForm(request.POST or None, initial={"page": request.GET.get("page", "")[:400]})
    if not form.is_valid():
        return TemplateResponse(request, "workflows/review/pause_page.html", {"form": form})
    case, text = form.cleaned_data["page"].case, form.cleaned_data["text"]
    raise_concern(case=case, raised_by=RaisedBy.STAFF, person=request.user, text=text)
    return TemplateResponse(request, "workflows/review/paused_page.html")
