"""The admin's first page: what waits, for whom it waits, and the way to each list. Numbers, and not one word."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from home.models import HelpLine
from workflows.people.enums import Role
from workflows.privacy.models import Letter
from workflows.review.under_way import SOON, about_to_break, for_editors, steps_under_way
from workflows.safeguarding.models import Concern

from .enums import State
from .lists.ending import consents_ending
from .lists.outdated import outdated_translations
from .submission import Submission

OLD_PANELS = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation", "locked_pages"}


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits: for which roles, how many there are, and the list it opens."""

    title: str
    roles: tuple[Role, ...]
    count: Callable
    address: Callable[[], str]
    urgent: bool = False  # any number but none wants somebody today


def _due_at_intake() -> int:
    return Submission.objects.waiting().filter(state=State.SENT, due_on__lte=timezone.localdate() + SOON).count()


def _intake() -> str:
    return reverse("stories:intake")


def _under_way(waits: str) -> str:
    return f"{reverse('stories_under_way')}?waits={waits}"


KEEPERS, EDITORS = (Role.SAFEGUARDING,), (Role.EDITOR,)
BOTH = (*KEEPERS, *EDITORS)
ALL = (
    Waiting(
        _("Waiting for me: stories to prepare or give a day"),
        EDITORS,
        lambda person: for_editors(steps_under_way(), person).count(),
        lambda: _under_way("me"),
    ),
    Waiting(
        _("Waiting for me: stories at intake"), KEEPERS, lambda person: Submission.objects.waiting().count(), _intake
    ),
    Waiting(
        _("Promises about to break: stories being read or made"),
        BOTH,
        lambda person: about_to_break(steps_under_way()).count(),
        lambda: _under_way("soon"),
        urgent=True,
    ),
    Waiting(
        _("Promises about to break: first answers"), KEEPERS, lambda person: _due_at_intake(), _intake, urgent=True
    ),
    Waiting(
        _("Paused"),
        KEEPERS,
        lambda person: Concern.objects.open().values("case").distinct().count(),
        lambda: f"{reverse('concerns')}?open=true",
        urgent=True,
    ),
    Waiting(
        _("Yeses about to end"), BOTH, lambda person: consents_ending().count(), lambda: reverse("consents_ending")
    ),
    Waiting(
        _("Help lines to check"),
        EDITORS,
        lambda person: HelpLine.objects.overdue().count(),
        lambda: reverse(HelpLine.snippet_viewset.get_url_name("list")),
        urgent=True,
    ),
    Waiting(
        _("Translations out of date"),
        (Role.TRANSLATOR, *EDITORS),
        lambda person: outdated_translations().count(),
        lambda: reverse("translations_out_of_date"),
    ),
    Waiting(
        _("Letters that were not sent"),
        (*KEEPERS, Role.ADMINISTRATOR),
        lambda person: Letter.objects.given_up().count(),
        lambda: reverse("unsent_letters"),
        urgent=True,
    ),
)


def what_waits(person) -> list[dict]:
    """Return what waits for somebody's roles, each with its number and its list. One query each, and no other."""
    mine = [one for one in ALL if any(person.has_role(role) for role in one.roles)]
    return [
        {
            "title": one.title,
            "number": (number := one.count(person)),
            "url": one.address(),
            "urgent": one.urgent and number,
        }
        for one in mine
    ]


class WaitingPanel(Component):
    """The first panel of the admin's first page."""

    name, order = "waiting", 50
    template_name = "stories/admin/dashboard.html"

    def get_context_data(self, parent_context):
        person = parent_context["request"].user
        return {"rows": what_waits(person), "is_editor": person.has_role(Role.EDITOR)}


def put_waiting_first(request, panels) -> None:
    """Show what waits. Wagtail's own panels would list every story in review, each with queries of its own."""
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in OLD_PANELS]
    panels.append(WaitingPanel())
