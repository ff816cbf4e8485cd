"""Lists and reports about stories in the admin: who may open each, how it is reached, how it leaves as a file."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView

from workflows.people.enums import Role
from workflows.privacy.exports import HarmlessExport


class StoriesList(HarmlessExport, ReportView):
    """A list for some roles alone. It holds no word of a story, and no key of a case unless the role works by it."""

    roles: tuple[Role, ...] = ()
    name = ""  # of its address, under reports/
    header_icon = "list-ul"
    results_template_name = "stories/admin/list_results.html"
    about = ""  # one sentence on what is shown

    @classmethod
    def is_for(cls, person) -> bool:
        """Tell whether somebody may open this list. Being a superuser is not a role."""
        return any(person.has_role(role) for role in cls.roles)

    def dispatch(self, request, *args, **kwargs):
        if not self.is_for(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {"about": self.about}

    @classmethod
    def urls(cls) -> list:
        """Return the list's two addresses: the page, and its rows alone."""
        names = {"index_url_name": cls.name, "index_results_url_name": f"{cls.name}_results"}
        return [
            path(f"reports/{cls.name}/", cls.as_view(**names), name=cls.name),
            path(f"reports/{cls.name}/results/", cls.as_view(results_only=True, **names), name=f"{cls.name}_results"),
        ]

    @classmethod
    def menu_item(cls, order: int) -> MenuItem:
        """Return the entry under Reports, for those who may open it."""
        item = MenuItem(cls.page_title, reverse(cls.name), name=cls.name, icon_name=cls.header_icon, order=order)
        item.is_shown = lambda request: cls.is_for(request.user)
        return item
