"""What people adds to the Wagtail admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .inviting import invite
from .leaving import keep_readers, keep_readers_among_many
from .meeting import say_which_hands_keep_apart
from .reads import ReadsReport
from .reports import UnsentLettersReport
from .viewsets import PeopleViewSet

register_snippet(PeopleViewSet)
hooks.register("after_create_user", invite)
hooks.register("after_create_user", say_which_hands_keep_apart)
hooks.register("after_edit_user", say_which_hands_keep_apart)
hooks.register("before_delete_user", keep_readers)
hooks.register("before_bulk_action", keep_readers_among_many)
UnsentLettersReport.register(200)
ReadsReport.register(210)
