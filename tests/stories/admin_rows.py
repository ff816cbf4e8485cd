"""What each address of Wagtail's admin that names a story shows, and to whom: the matrix of `test_admin_matrix.py`.

Nobody meets more than a row says; an address of the admin about a page without a row here fails. `WORDS` are the
author's; `PAGE` is a page without one of them.
"""

import re
from typing import NamedTuple

from tests.permissions import (
    ADMINISTRATOR,
    EDITOR,
    FROZEN,
    OTHER,
    OWN,
    SAFEGUARDING,
    SUPERUSER,
    TRANSLATOR,
)

UNMARKED = "editor without the mark"
AUTHORS = "with its author"
WORDS, PAGE, REFUSED, ABSENT, POST_ONLY = "words", "page", "refused", "absent", "post only"
HISTORY = "to its history"  # where the same question is asked again
INSIDE = (SAFEGUARDING, EDITOR, UNMARKED, TRANSLATOR, ADMINISTRATOR, SUPERUSER)  # those with the admin's door
STANDING = (OWN, OTHER, AUTHORS, FROZEN)  # the states in which there is a page


class Row(NamedTuple):
    """What is met, by whom, and where the story stands then. Everything else is refused, or absent."""

    what: str
    whom: tuple[str, ...] = (EDITOR,)
    where: tuple[str, ...] = (OWN, AUTHORS)


READS = (Row(WORDS),)
OPENS = (Row(PAGE),)
ACTS = (Row(PAGE, where=(OWN,)),)
LISTS = (Row(PAGE, (EDITOR, UNMARKED, SUPERUSER), STANDING),)  # with the neutral title
ASKS = (Row(PAGE, INSIDE, STANDING),)  # a question before an act, or a list to choose from: the act is refused
SENDS = (Row(POST_ONLY, INSIDE, STANDING),)

PAGES = "wagtailadmin_pages:"
ROWS: dict[str, tuple[Row, ...]] = {
    "story_suggest": (*READS, Row(WORDS, (SAFEGUARDING,), (OWN, OTHER, AUTHORS))),
    **dict.fromkeys(("story_picture", "story_sound"), OPENS),
    "wagtail_bulk_action": ASKS,
    "wagtail_localize:convert_to_alias": (),
    "wagtail_localize:submit_page_translation": (Row(PAGE, (TRANSLATOR, SUPERUSER), STANDING),),
    "wagtailadmin_api:pages:action": SENDS,
    "wagtailadmin_api:pages:detail": LISTS,
    "wagtailadmin_choose_page_child": ASKS,
    "wagtailadmin_editing_sessions:ping": SENDS,
    "wagtailadmin_explore": LISTS,
    "wagtailadmin_explore_results": LISTS,
    "wagtailadmin_workflows:remove": SENDS,
    **dict.fromkeys((f"{PAGES}{name}" for name in ("edit", "view_draft", "revisions_view", "revisions_revert")), READS),
    f"{PAGES}workflow_preview": (Row(WORDS, where=(OWN,)),),
    **dict.fromkeys(
        (
            f"{PAGES}{name}"
            for name in (
                "history",
                "history_results",
                "preview_on_edit",
                "revisions_compare",
                "usage",
                "workflow_history",
                "workflow_history_detail",
            )
        ),
        OPENS,
    ),
    **dict.fromkeys((f"{PAGES}{name}" for name in ("workflow_action", "collect_workflow_action_data")), ACTS),
    **dict.fromkeys((f"{PAGES}{name}" for name in ("move_confirm", "confirm_workflow_cancellation")), ASKS),
    **dict.fromkeys((f"{PAGES}{name}" for name in ("lock", "unlock", "set_page_position")), SENDS),
    f"{PAGES}revisions_index": (Row(HISTORY, INSIDE, STANDING),),
    **dict.fromkeys(
        (
            f"{PAGES}{name}"
            for name in (
                "add",
                "add_subpage",
                "convert_alias",
                "copy",
                "delete",
                "move",
                "preview_on_add",
                "revisions_unschedule",
                "set_privacy",
                "unpublish",
            )
        ),
        (),
    ),
}

# The places in an address that name a story, or something of one; `pk` does where these begin.
OF_A_STORY = {
    "object_id",
    "page_id",
    "page_pk",
    "page_to_move_id",
    "parent_page_id",
    "revision_id",
    "task_state_id",
    "workflow_state_id",
}
OF_A_TYPE = {"app_label", "model_name", "content_type_app_name", "content_type_model_name"}
BY_PK = ("admin/api/main/^pages/", "admin/pages/", "admin/bulk/", "admin/stories/")


def names_a_story(path: str) -> bool:
    """Tell whether an address of the admin takes a page, a draft, or a step of one."""
    places = set(re.findall(r"<(?:\w+:)?(\w+)>", path))
    return bool(places & OF_A_STORY) or (path.startswith(BY_PK) and not places <= OF_A_TYPE)


def fill(path: str, keys: dict) -> str:
    """Return an address with something in every place that asks for it."""
    path = re.sub(r"\(\?P<revision_id_(a|b)>[^)]*\)", lambda found: "earliest" if found[1] == "a" else "latest", path)
    path = re.sub(r"\(\?P<pk>\\d\+\)", str(keys["pk"]), path).replace("^", "").replace("$", "").replace("\\", "")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(keys.get(found[1], keys["pk"])), path)
