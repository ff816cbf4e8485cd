"""Lists and reports in the admin: who may open each, how it is reached, how it leaves as a file."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView

from .exports import HarmlessExport


class ReportList(HarmlessExport, ReportView):
    """A list for some alone. It holds no word of a story, and no key of a case unless somebody works by it.

    Its subclass says in `is_for` for whom it is: being a superuser is not enough by itself.
    """

    name = ""  # of its address
    place = ""  # in its address, after reports/; its name where none is given
    header_icon = "list-ul"
    about = ""  # one sentence on what is shown
    results_template_name = "workflows/privacy/report_results.html"

    @classmethod
    def is_for(cls, person) -> bool:
        """Tell whether somebody may open this list."""
        raise NotImplementedError

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
        start = f"reports/{cls.place or cls.name}/"
        return [
            path(start, cls.as_view(**names), name=cls.name),
            path(f"{start}results/", cls.as_view(results_only=True, **names), name=f"{cls.name}_results"),
        ]

    @classmethod
    def menu_item(cls, order: int) -> MenuItem:
        """Return the entry under Reports, for those who may open it."""
        item = MenuItem(cls.page_title, reverse(cls.name), name=cls.name, icon_name=cls.header_icon, order=order)
        item.is_shown = lambda request: cls.is_for(request.user)
        return item

    @classmethod
    def register(cls, order: int) -> None:
        """Give the list its addresses and its entry under Reports, which stands in this place."""
        hooks.register("register_admin_urls", cls.urls)
        hooks.register("register_reports_menu_item", lambda: cls.menu_item(order))
