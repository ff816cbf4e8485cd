"""What Wagtail's admin lets anyone do to a story: superusers stand under the same rules."""

from wagtail.models import PagePermissionTester

from workflows.people.enums import Role
from workflows.people.models import AgeMark
from workflows.people.rules import can_read_age
from workflows.review.cases import step_of
from workflows.review.models import ChampionReviewTask
from workflows.safeguarding.frozen import is_frozen

NEVER = (
    "can_copy",
    "can_delete",
    "can_lock",
    "can_unlock",
    "can_move",
    "can_publish",
    "can_publish_subpage",
    "can_reorder_children",
    "can_set_view_restrictions",
    "can_submit_for_moderation",
    "can_unpublish",
    "can_unschedule",
    "can_add_subpage",
)


class _Tester(PagePermissionTester):
    def can_copy_to(self, destination, recursive=False):
        return False

    def can_move_to(self, destination):
        return False


def _never(self):
    return False


for _name in NEVER:
    setattr(_Tester, _name, _never)


class StoryTester(_Tester):
    """Editors open a story, whose words have no panel, from Prepare on, with the mark for its age, unless paused."""

    def can_edit(self):
        case = self.page.translation_key
        if not self.user.has_role(Role.EDITOR) or not can_read_age(self.user, AgeMark.of(case)) or is_frozen(case):
            return False
        step = step_of(case)
        return step is None or not isinstance(step.task.specific, ChampionReviewTask)

    def can_view_revisions(self):
        return self.can_edit()


class StoriesIndexTester(_Tester):
    """Nobody adds, deletes, copies or moves here; administrators and editors may look."""
